import type { finalTestCases } from "#app/features/assessment/extra-attempt.server.ts";
import type { personForOffice } from "#app/features/office/people.server.ts";
import { certificateStateWords, groundKindWords, groundStateWords, modeWords } from "#app/features/office/person-words.ts";
import { stateWords } from "#app/features/payments/status-words.ts";
import { paths } from "#app/paths.ts";
import { formatDate, formatDateTime, formatMoney } from "#app/platform/i18n/format.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Card } from "#app/ui/card.tsx";
import { Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { FinalTestFacts } from "./final-test-facts.tsx";

type Person = NonNullable<Awaited<ReturnType<typeof personForOffice>>>;
type Enrolment = Person["enrolments"][number];

interface EnrolmentsProps {
  person: Person;
  finals: Awaited<ReturnType<typeof finalTestCases>>;
  now: Date;
}

/** What someone follows, how far they are, and why they may. */
export function Enrolments({ person, finals, now }: EnrolmentsProps) {
  return (
    <Section title={m.office_enrolments()}>
      {person.enrolments.length === 0 ? <p className="hint">{m.office_enrolments_none()}</p> : null}
      <ul className="card-stack">
        {person.enrolments.map((enrolment) => (
          <Card
            key={enrolment.id}
            as="li"
            title={
              <>
                <span lang="nl">{person.titles[enrolment.courseSlug] ?? enrolment.courseSlug}</span>,{" "}
                {m.office_edition({ edition: enrolment.edition.number })}
              </>
            }
          >
            <p>{howFar(enrolment)}</p>
            {finals
              .filter(({ enrolmentId }) => enrolmentId === enrolment.id)
              .map((test) => (
                <FinalTestFacts key={test.testId} test={test} />
              ))}
            <Grounds grounds={enrolment.grounds} now={now} />
          </Card>
        ))}
      </ul>
    </Section>
  );
}

function howFar({ completion, begunAt, progress }: Enrolment): string {
  const locale = getLocale();
  if (completion) return m.office_completed({ date: formatDate(completion.completedAt, locale) });
  if (!begunAt) return m.office_not_begun();
  return m.office_begun({ date: formatDate(begunAt, locale), lessons: progress.filter((lesson) => lesson.finishedAt).length });
}

function Grounds({ grounds, now }: { grounds: Enrolment["grounds"]; now: Date }) {
  const locale = getLocale();
  const tone = ({ startsAt, endsAt, endedAt }: Enrolment["grounds"][number]) => {
    if (endedAt || (endsAt && endsAt <= now)) return "plain";
    return startsAt > now ? "waiting" : "good";
  };
  return (
    <DataTable
      caption={m.office_grounds()}
      columns={[
        { key: "kind", label: m.office_column_kind() },
        { key: "mode", label: m.office_column_mode() },
        { key: "from", label: m.office_column_from(), kind: "date" },
        { key: "to", label: m.office_column_to(), kind: "date" },
        { key: "state", label: m.office_column_state() },
      ]}
      rows={grounds.map((ground) => ({
        kind: groundKindWords(ground.kind),
        mode: modeWords(ground.mode),
        from: formatDate(ground.startsAt, locale),
        to: ground.endsAt ? formatDate(ground.endsAt, locale) : m.office_no_end(),
        state: <Badge tone={tone(ground)}>{groundStateWords(ground, now)}</Badge>,
      }))}
    />
  );
}

/** A list that ends before its end says so. */
function NewestOnly({ of }: { of: readonly unknown[] }) {
  return <p className="hint">{m.office_newest_only({ count: of.length })}</p>;
}

export function Orders({ person: { orders, older } }: { person: Pick<Person, "orders" | "older"> }) {
  const locale = getLocale();
  return (
    <Section title={m.office_orders()}>
      {older.orders ? <NewestOnly of={orders} /> : null}
      {orders.length === 0 ? (
        <p className="hint">{m.office_orders_none()}</p>
      ) : (
        <DataTable
          caption={m.office_orders()}
          hideCaption
          columns={[
            { key: "reference", label: m.office_column_reference() },
            { key: "date", label: m.office_column_date(), kind: "date" },
            { key: "state", label: m.office_column_state() },
            { key: "amount", label: m.office_column_amount(), kind: "number" },
          ]}
          rows={orders.map((order) => ({
            reference: order.reference,
            date: formatDate(order.createdAt, locale),
            state: stateWords(order.state),
            amount: formatMoney(order.totalCents, order.currency, locale),
          }))}
        />
      )}
    </Section>
  );
}

export function Certificates({ person }: { person: Person }) {
  const locale = getLocale();
  const tone = (state: string) => (state === "revoked" ? "bad" : state === "current" ? "good" : "plain");
  return (
    <Section title={m.office_certificates()}>
      {person.certificates.length === 0 ? (
        <p className="hint">{m.office_certificates_none()}</p>
      ) : (
        <DataTable
          caption={m.office_certificates()}
          hideCaption
          columns={[
            { key: "code", label: m.office_column_code() },
            { key: "course", label: m.office_column_course() },
            { key: "issued", label: m.office_column_issued(), kind: "date" },
            { key: "mode", label: m.office_column_mode() },
            { key: "state", label: m.office_column_state() },
          ]}
          rows={person.certificates.map((certificate) => ({
            code: <TextLink to={paths.verify(certificate.code)}>{certificate.code}</TextLink>,
            course: <span lang="nl">{person.titles[certificate.courseSlug] ?? certificate.courseSlug}</span>,
            issued: formatDate(certificate.issuedAt, locale),
            mode: modeWords(certificate.mode),
            state: <Badge tone={tone(certificate.state)}>{certificateStateWords(certificate.state)}</Badge>,
          }))}
        />
      )}
    </Section>
  );
}

export function Letters({ person: { mail, older } }: { person: Pick<Person, "mail" | "older"> }) {
  const words = (state: string) => {
    if (state === "accepted") return m.office_mail_accepted();
    return state === "failed" ? m.office_mail_failed() : m.office_mail_queued();
  };
  return (
    <Section title={m.office_letters()}>
      {older.mail ? <NewestOnly of={mail} /> : null}
      {mail.length === 0 ? (
        <p className="hint">{m.office_letters_none()}</p>
      ) : (
        <DataTable
          caption={m.office_letters()}
          hideCaption
          columns={[
            { key: "subject", label: m.office_column_subject() },
            { key: "date", label: m.office_column_date() },
            { key: "state", label: m.office_column_state() },
          ]}
          rows={mail.map((letter) => ({
            subject: letter.subject,
            date: formatDateTime(letter.createdAt, getLocale()),
            state: words(letter.state),
          }))}
        />
      )}
    </Section>
  );
}
