import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { today } from "#app/features/office/today.server.ts";
import { requireOffice } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { formatDate, formatDateTime, formatMoney } from "#app/platform/i18n/format.ts";
import { Button, TextLink } from "#app/ui/actions.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { HiddenField } from "#app/ui/fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";

export const meta: MetaFunction = () => [{ title: m.office_today_title() }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  requireOffice(context, request);
  const done = new URL(request.url).searchParams.get("done");
  return { ...(await today(context.now)), done };
}

type Today = ReturnType<typeof useLoaderData<typeof loader>>;

export default function OfficeToday() {
  const lists = useLoaderData<typeof loader>();
  const { orders, differences, refused, jobs, mail, certificates, courses } = lists;
  const waiting = [orders, differences, refused, jobs, mail, certificates, courses].flat().length;
  return (
    <Page title={m.office_today_title()} lead={m.office_today_lead()}>
      {lists.done === "job" ? <Notice kind="success">{m.office_done_retry()}</Notice> : null}
      {lists.done === "order" ? <Notice kind="success">{m.office_done_recheck()}</Notice> : null}
      {lists.done === "mail" ? <Notice kind="success">{m.office_done_resend()}</Notice> : null}
      {waiting === 0 ? <Empty title={m.office_today_empty()} /> : null}
      <Orders orders={lists.orders} />
      <Differences differences={lists.differences} />
      <Refused refused={lists.refused} />
      <Jobs jobs={lists.jobs} />
      <Mail mail={lists.mail} />
      <Certificates certificates={lists.certificates} />
      <Courses problems={lists.courses} />
      <Fast fast={lists.fast} />
    </Page>
  );
}

/** One kind of task: nothing is shown when there is none. */
function Tasks({ title, remedy, children }: { title: string; remedy?: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <Section title={`${title} (${children.length})`}>
      {remedy ? <p>{remedy}</p> : null}
      <ul className="task-list">{children}</ul>
    </Section>
  );
}

function Orders({ orders }: { orders: Today["orders"] }) {
  const locale = getLocale();
  return (
    <Tasks title={m.office_orders_review()}>
      {orders.map((order) => (
        <li className="card" key={order.reference}>
          <h3>
            {order.reference}, {order.buyerName}, {formatMoney(order.totalCents, order.currency, locale)}
          </h3>
          <p>{m.office_order_reason({ reason: order.problem })}</p>
          <p>{order.remedy}</p>
          <Form method="post" action={paths.officeRecheckOrder()}>
            <HiddenField name="id" value={order.id} />
            <Button variant="quiet">{m.office_order_recheck()}</Button>
          </Form>
        </li>
      ))}
    </Tasks>
  );
}

function Differences({ differences }: { differences: Today["differences"] }) {
  const locale = getLocale();
  return (
    <Tasks title={m.office_differences()}>
      {differences.map(({ kind, subject, problem, remedy, note, foundAt }) => (
        <li className="card" key={`${kind}:${subject}`}>
          <h3>{problem}</h3>
          <p>{remedy}</p>
          {note ? <pre className="letter">{note}</pre> : null}
          <p>{m.office_differences_remedy({ at: formatDateTime(foundAt, locale) })}</p>
        </li>
      ))}
    </Tasks>
  );
}

function Refused({ refused }: { refused: Today["refused"] }) {
  const locale = getLocale();
  return (
    <Tasks title={m.office_refused()} remedy={m.office_refused_remedy()}>
      {refused.map(({ why, count, problem, remedy, lastAt }) => (
        <li className="card" key={why}>
          <h3>{m.office_refused_line({ count, why: problem, at: formatDateTime(lastAt, locale) })}</h3>
          <p>{remedy}</p>
        </li>
      ))}
    </Tasks>
  );
}

function Jobs({ jobs }: { jobs: Today["jobs"] }) {
  const locale = getLocale();
  return (
    <Tasks title={m.office_jobs_stuck()}>
      {jobs.map((job) => (
        <li className="card" key={job.id}>
          <h3>
            {job.name}, {formatDateTime(job.since, locale)}
          </h3>
          <p>{m.office_job_remedy({ attempts: job.attempts })}</p>
          <pre className="letter">{job.lastError}</pre>
          <Form method="post" action={paths.officeRetryJob()}>
            <HiddenField name="id" value={job.id} />
            <Button variant="quiet">{m.office_job_retry()}</Button>
          </Form>
        </li>
      ))}
    </Tasks>
  );
}

function Mail({ mail }: { mail: Today["mail"] }) {
  const locale = getLocale();
  return (
    <Tasks title={m.office_mail_undelivered()} remedy={m.office_mail_remedy()}>
      {mail.map((letter) => (
        <li className="card" key={letter.id}>
          <h3>
            {letter.subject}, {letter.to}
          </h3>
          <p>
            {letter.state === "failed" ? m.office_mail_failed() : m.office_mail_queued()}, {formatDateTime(letter.createdAt, locale)}
            {letter.lastError ? `: ${letter.lastError}` : ""}
          </p>
          <Form method="post" action={paths.officeResendMail()}>
            <HiddenField name="id" value={letter.id} />
            <Button variant="quiet">{m.office_mail_resend()}</Button>
          </Form>
        </li>
      ))}
    </Tasks>
  );
}

function Certificates({ certificates }: { certificates: Today["certificates"] }) {
  const locale = getLocale();
  return (
    <Tasks title={m.office_pending_certificates()} remedy={m.office_pending_remedy()}>
      {certificates.map((pending) => (
        <li key={pending.enrolmentId}>
          <TextLink to={paths.officePerson(pending.personId)}>{pending.courseSlug}</TextLink>, {formatDate(pending.completedAt, locale)}
          {pending.nameConfirmed ? `, ${m.office_pending_stuck()}` : ""}
        </li>
      ))}
    </Tasks>
  );
}

function Courses({ problems }: { problems: Today["courses"] }) {
  return (
    <Tasks title={m.office_course_problems()} remedy={m.office_course_remedy()}>
      {problems.map((problem) => (
        <li key={`${problem.courseSlug}/${problem.file}:${problem.line}:${problem.message}`} lang="nl">
          <strong>
            {problem.courseSlug}/{problem.file}:{problem.line}
          </strong>{" "}
          {problem.message} {problem.advice}
        </li>
      ))}
    </Tasks>
  );
}

function Fast({ fast }: { fast: Today["fast"] }) {
  return (
    <Tasks title={m.office_fast()} remedy={m.office_fast_remedy()}>
      {fast.map(({ enrolmentId, personId, name, title, fastLessons, lessons, activeMinutes, expectedMinutes: expected }) => (
        <li key={enrolmentId}>
          <TextLink to={paths.officePerson(personId)}>{name}</TextLink>, <span lang="nl">{title}</span>:{" "}
          {activeMinutes === null
            ? m.office_fast_unmeasured({ fast: fastLessons, lessons, expected })
            : m.office_fast_line({ fast: fastLessons, lessons, minutes: activeMinutes, expected })}
        </li>
      ))}
    </Tasks>
  );
}
