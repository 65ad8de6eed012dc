import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personForOffice } from "#app/features/office/people.server.ts";
import { certificateStateWords, groundKindWords, groundStateWords, modeWords } from "#app/features/office/person-words.ts";
import { stateWords } from "#app/features/payments/status-words.ts";
import { notFound, requireOffice } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { formatDate, formatDateTime, formatMoney } from "#app/platform/i18n/format.ts";
import { isUuid } from "#app/platform/ids.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { withSiteName } from "../marketing/page-meta.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  { title: withSiteName(data?.person.name ?? m.office_people_title(), matches) },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  requireOffice(context, request);
  const person = isUuid(params.id ?? "") ? await personForOffice(params.id ?? "") : null;
  if (!person) throw notFound();
  return { person, now: context.now };
}

export default function OfficePerson() {
  const { person, now } = useLoaderData<typeof loader>();
  const locale = getLocale();
  const titleOf = (slug: string) => person.titles[slug] ?? slug;
  return (
    <Page title={person.name} lead={person.email}>
      <p className="hint">{m.office_privacy_line()}</p>
      <Section title={m.office_enrolments()}>
        {person.enrolments.length === 0 ? <Empty title={m.office_none()} /> : null}
        {person.enrolments.map((enrolment) => (
          <article className="card" key={enrolment.id}>
            <h3>
              <span lang="nl">{titleOf(enrolment.courseSlug)}</span>, {m.office_edition({ edition: enrolment.edition.number })}
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
                kind: groundKindWords(ground.kind),
                mode: modeWords(ground.mode),
                from: formatDate(ground.startsAt, locale),
                to: ground.endsAt ? formatDate(ground.endsAt, locale) : m.office_no_end(),
                state: groundStateWords(ground, now),
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
            hideCaption
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
              state: stateWords(order.state),
            }))}
          />
        )}
      </Section>
      <Section title={m.office_certificates()}>
        {person.certificates.length === 0 ? <Empty title={m.office_none()} /> : null}
        <ul>
          {person.certificates.map((certificate) => (
            <li key={certificate.code}>
              <TextLink to={paths.verify(certificate.code)}>{certificate.code}</TextLink>:{" "}
              <span lang="nl">{titleOf(certificate.courseSlug)}</span>, {formatDate(certificate.issuedAt, locale)},{" "}
              {certificateStateWords(certificate.state)}, {modeWords(certificate.mode)}
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
            hideCaption
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
