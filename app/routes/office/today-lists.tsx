import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { TaskList, today } from "#app/features/office/today.server.ts";
import { paths } from "#app/paths.ts";
import { formatDate, formatDateTime, formatMinutes, formatMoney } from "#app/platform/i18n/format.ts";
import { Button, TextLink } from "#app/ui/actions.tsx";
import { Card } from "#app/ui/card.tsx";
import { HiddenField } from "#app/ui/fields.tsx";
import { Section } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";

/** What the office's first page shows: the lists, and which of them is asked for whole. */
export type Today = Awaited<ReturnType<typeof today>> & { whole: TaskList | null };

/** Every kind of task that has something in it, the most pressing first. */
export function TodayLists({ lists }: { lists: Today }) {
  return (
    <>
      <Orders lists={lists} />
      <Differences lists={lists} />
      <Refused lists={lists} />
      <Jobs lists={lists} />
      <Mail lists={lists} />
      <Certificates lists={lists} />
      <Courses lists={lists} />
      <HelpLines lists={lists} />
      <Fast lists={lists} />
    </>
  );
}

interface TasksProps {
  lists: Today;
  list: TaskList;
  title: string;
  remedy?: string;
  children: ReactNode[];
}

/** One kind of task: nothing is shown when there is none, and the first ones when there are many. */
function Tasks({ lists, list, title, remedy, children }: TasksProps) {
  if (children.length === 0) return null;
  const more = lists.longer.includes(list);
  return (
    <Section title={`${title} (${children.length}${more ? "+" : ""})`} id={list}>
      {remedy ? <p>{remedy}</p> : null}
      <ul className="card-stack">{children}</ul>
      {more && lists.whole !== list ? <TextLink to={`?all=${list}#${list}`}>{m.office_today_all({ what: title })}</TextLink> : null}
      {more && lists.whole === list ? <p>{m.office_today_cut({ count: children.length })}</p> : null}
    </Section>
  );
}

/** Who it is about, and the way to their page; a name alone once the account is gone. */
function Who({ personId, children }: { personId: string | null; children: ReactNode }) {
  return personId ? <TextLink to={paths.officePerson(personId)}>{children}</TextLink> : children;
}

/** The one thing to do about a task. */
function Remedy({ action, id, children }: { action: string; id: string; children: ReactNode }) {
  return (
    <Form method="post" action={action}>
      <HiddenField name="id" value={id} />
      <Button variant="quiet">{children}</Button>
    </Form>
  );
}

function Orders({ lists }: { lists: Today }) {
  return (
    <Tasks lists={lists} list="orders" title={m.office_orders_review()}>
      {lists.orders.map((order) => (
        <Card
          as="li"
          key={order.reference}
          title={
            <>
              {order.reference}, <Who personId={order.personId}>{order.buyerName}</Who>,{" "}
              {formatMoney(order.totalCents, order.currency, getLocale())}
            </>
          }
          actions={
            <Remedy action={paths.officeRecheckOrder()} id={order.id}>
              {m.office_order_recheck()}
            </Remedy>
          }
        >
          <p>{m.office_order_reason({ reason: order.problem })}</p>
          <p>{order.remedy}</p>
        </Card>
      ))}
    </Tasks>
  );
}

function Differences({ lists }: { lists: Today }) {
  return (
    <Tasks lists={lists} list="differences" title={m.office_differences()}>
      {lists.differences.map(({ kind, subject, personId, buyerName, problem, remedy, note, foundAt }) => (
        <Card as="li" key={`${kind}:${subject}`} title={problem}>
          {buyerName ? (
            <p>
              <Who personId={personId}>{buyerName}</Who>
            </p>
          ) : null}
          <p>{remedy}</p>
          {note ? <pre className="letter">{note}</pre> : null}
          <p className="hint">{m.office_differences_remedy({ at: formatDateTime(foundAt, getLocale()) })}</p>
        </Card>
      ))}
    </Tasks>
  );
}

function Refused({ lists }: { lists: Today }) {
  return (
    <Tasks lists={lists} list="refused" title={m.office_refused()} remedy={m.office_refused_remedy()}>
      {lists.refused.map(({ why, count, problem, remedy, lastAt }) => (
        <Card as="li" key={why} title={m.office_refused_line({ count, why: problem, at: formatDateTime(lastAt, getLocale()) })}>
          <p>{remedy}</p>
        </Card>
      ))}
    </Tasks>
  );
}

function Jobs({ lists }: { lists: Today }) {
  return (
    <Tasks lists={lists} list="jobs" title={m.office_jobs_stuck()}>
      {lists.jobs.map((job) => (
        <Card
          as="li"
          key={job.id}
          title={`${job.name}, ${formatDateTime(job.since, getLocale())}`}
          actions={
            <Remedy action={paths.officeRetryJob()} id={job.id}>
              {m.office_job_retry()}
            </Remedy>
          }
        >
          <p>{m.office_job_remedy({ attempts: job.attempts })}</p>
          <pre className="letter">{job.lastError}</pre>
        </Card>
      ))}
    </Tasks>
  );
}

function Mail({ lists }: { lists: Today }) {
  return (
    <Tasks lists={lists} list="mail" title={m.office_mail_undelivered()} remedy={m.office_mail_remedy()}>
      {lists.mail.map((letter) => (
        <Card
          as="li"
          key={letter.id}
          title={
            <>
              {letter.subject}, <Who personId={letter.personId}>{letter.to}</Who>
            </>
          }
          actions={
            <Remedy action={paths.officeResendMail()} id={letter.id}>
              {m.office_mail_resend()}
            </Remedy>
          }
        >
          <p>
            {letter.state === "failed" ? m.office_mail_failed() : m.office_mail_queued()}, {formatDateTime(letter.createdAt, getLocale())}
            {letter.lastError ? `: ${letter.lastError}` : ""}
          </p>
        </Card>
      ))}
    </Tasks>
  );
}

function Certificates({ lists }: { lists: Today }) {
  return (
    <Tasks lists={lists} list="certificates" title={m.office_pending_certificates()} remedy={m.office_pending_remedy()}>
      {lists.certificates.map((pending) => (
        <li key={pending.enrolmentId}>
          <TextLink to={paths.officePerson(pending.personId)}>{pending.name}</TextLink>, <span lang="nl">{pending.title}</span>,{" "}
          {formatDate(pending.completedAt, getLocale())}
          {pending.nameConfirmed ? `, ${m.office_pending_stuck()}` : ""}
        </li>
      ))}
    </Tasks>
  );
}

function Courses({ lists }: { lists: Today }) {
  return (
    <Tasks lists={lists} list="courses" title={m.office_course_problems()} remedy={m.office_course_remedy()}>
      {lists.courses.map((problem) => (
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

function HelpLines({ lists: { helpLines } }: { lists: Today }) {
  if (helpLines.unchecked === 0) return null;
  return (
    <Section title={m.office_today_help_lines()} id="help-lines">
      <p>
        {m.office_today_help_lines_text(helpLines)} <TextLink to={paths.officeHelpLines()}>{m.office_today_help_lines_link()}</TextLink>
      </p>
    </Section>
  );
}

function Fast({ lists }: { lists: Today }) {
  return (
    <Tasks lists={lists} list="fast" title={m.office_fast()} remedy={m.office_fast_remedy()}>
      {lists.fast.map(({ enrolmentId, personId, name, title, fastLessons, lessons, activeMinutes, expectedMinutes: expected }) => (
        <li key={enrolmentId}>
          <TextLink to={paths.officePerson(personId)}>{name}</TextLink>, <span lang="nl">{title}</span>:{" "}
          {activeMinutes === null
            ? m.office_fast_unmeasured({ fast: fastLessons, lessons, expected: formatMinutes(expected, getLocale()) })
            : m.office_fast_line({
                fast: fastLessons,
                lessons,
                minutes: formatMinutes(activeMinutes, getLocale()),
                expected: formatMinutes(expected, getLocale()),
              })}
        </li>
      ))}
    </Tasks>
  );
}
