import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personForOffice } from "#app/features/office/people.server.ts";
import { notFound, requireOffice } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { formatDate, formatDateTime, formatMoney } from "#app/platform/i18n/format.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.person.name ?? m.office_people_title() }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  requireOffice(context, request);
  const person = /^[0-9a-f-]{36}$/.test(params.id ?? "") ? await personForOffice(params.id ?? "") : null;
  if (!person) throw notFound();
  return { person, now: context.now };
}

type Person = Awaited<ReturnType<typeof personForOffice>> & object;
type Ground = Person["enrolments"][number]["grounds"][number];

function groundState(ground: Ground, now: Date): string {
  if (ground.endedAt) return m.office_ground_ended({ reason: ground.endReason ?? "" });
  if (ground.endsAt && new Date(ground.endsAt) <= now) return m.office_ground_over();
  return new Date(ground.startsAt) > now ? m.office_ground_future() : m.office_ground_active();
}

export default function OfficePerson() {
  const { person, now } = useLoaderData<typeof loader>();
  const locale = getLocale();
  return (
    <Page title={person.name} lead={person.email}>
      <p className="hint">{m.office_privacy_line()}</p>
      <Section title={m.office_enrolments()}>
        {person.enrolments.length === 0 ? <Empty title={m.office_none()} /> : null}
        {person.enrolments.map((enrolment) => (
          <article className="card" key={enrolment.id}>
            <h3>
              {enrolment.courseSlug} ({enrolment.edition.number})
            </h3>
            <p>
              {enrolment.completion
                ? m.office_completed({ date: formatDate(enrolment.completion.completedAt, locale) })
                : enrolment.begunAt
                  ? m.office_begun({
                      date: formatDate(enrolment.begunAt, locale),
                      lessons: enrolment.progress.filter((lesson) => lesson.finishedAt).length,
                    })
                  : m.office_not_begun()}
            </p>
            <DataTable
              caption={m.office_grounds()}
              columns={[
                { key: "kind", label: m.office_column_kind() },
                { key: "mode", label: m.office_column_mode() },
                { key: "from", label: m.office_column_from() },
                { key: "to", label: m.office_column_to() },
                { key: "state", label: m.office_column_state() },
              ]}
              rows={enrolment.grounds.map((ground) => ({
                kind: ground.kind,
                mode: ground.mode,
                from: formatDate(ground.startsAt, locale),
                to: ground.endsAt ? formatDate(ground.endsAt, locale) : "–",
                state: groundState(ground, new Date(now)),
              }))}
            />
          </article>
        ))}
      </Section>
      <Section title={m.office_orders()}>
        {person.orders.length === 0 ? (
          <Empty title={m.office_none()} />
        ) : (
          <DataTable
            caption={m.office_orders()}
            columns={[
              { key: "reference", label: m.office_column_reference() },
              { key: "date", label: m.office_column_date() },
              { key: "amount", label: m.office_column_amount() },
              { key: "state", label: m.office_column_state() },
            ]}
            rows={person.orders.map((order) => ({
              reference: order.reference,
              date: formatDate(order.createdAt, locale),
              amount: formatMoney(order.totalCents, order.currency, locale),
              state: order.state,
            }))}
          />
        )}
      </Section>
      <Section title={m.office_certificates()}>
        {person.certificates.length === 0 ? <Empty title={m.office_none()} /> : null}
        <ul>
          {person.certificates.map((certificate) => (
            <li key={certificate.code}>
              <TextLink to={paths.verify(certificate.code)}>{certificate.code}</TextLink>: {certificate.courseSlug}, {certificate.state},{" "}
              {certificate.mode}, {formatDate(certificate.issuedAt, locale)}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={m.office_letters()}>
        {person.mail.length === 0 ? (
          <Empty title={m.office_none()} />
        ) : (
          <DataTable
            caption={m.office_letters()}
            columns={[
              { key: "subject", label: m.office_column_subject() },
              { key: "date", label: m.office_column_date() },
              { key: "state", label: m.office_column_state() },
            ]}
            rows={person.mail.map((letter) => ({
              subject: letter.subject,
              date: formatDateTime(letter.createdAt, locale),
              state:
                letter.state === "accepted"
                  ? m.office_mail_accepted()
                  : letter.state === "failed"
                    ? m.office_mail_failed()
                    : m.office_mail_queued(),
            }))}
          />
        )}
      </Section>
    </Page>
  );
}
