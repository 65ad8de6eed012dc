import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { finalStandingsOf } from "#app/features/assessment/final-standing.server.ts";
import { AccessPeriod, CourseProgress } from "#app/features/learning/course-progress.tsx";
import { courseToContinue } from "#app/features/learning/course-to-continue.ts";
import { isReading, nextWithCertificate } from "#app/features/learning/next-step.ts";
import { enrolmentsWithCertificate } from "#app/features/learning/next-step-certificate.server.ts";
import { learningOverview, type OverviewRow } from "#app/features/learning/standing.server.ts";
import { UnpaidOrderRow } from "#app/features/learning/unpaid-order.tsx";
import { waitingOrders } from "#app/features/learning/waiting-orders.server.ts";
import { unpaidOrders } from "#app/features/payments/unpaid-orders.server.ts";
import { requireViewer } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/platform/db.server.ts";
import { ButtonLink, TextLink } from "#app/ui/actions.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { titled } from "../page-title.ts";
import { Next } from "./next.tsx";

export const meta = titled(m.learning_overview_title);

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const rows = await learningOverview(viewer.id, context.now);
  const known = rows.flatMap(({ enrolmentId, standing }) => (standing ? [{ enrolmentId, finalTest: standing.course.finalTest }] : []));
  const finals = await finalStandingsOf(db, known, context.now);
  const complete = rows.filter(({ standing }) => standing?.completion.complete).map(({ enrolmentId }) => enrolmentId);
  const issued = await enrolmentsWithCertificate(db, complete);
  const waiting = rows.some(({ access }) => access.state === "not-yet") ? await waitingOrders(viewer.id) : new Map<string, string>();
  const first = courseToContinue(rows) ?? rows.find(isReady) ?? rows.find(isOpen) ?? null;
  const courses = rows.flatMap((row) => {
    if (!row.standing) return [];
    return [
      {
        ...card(row, row.standing),
        next: nextWithCertificate(row.standing.next, issued.has(row.enrolmentId)),
        order: waiting.get(row.courseSlug) ?? null,
        first: row === first,
        final: finals.get(row.enrolmentId) ?? null,
      },
    ];
  });
  // Not of a course that is open or will open by itself; one whose access ended may have been bought again.
  const held = new Set(rows.filter(({ access: { state } }) => state === "active" || state === "not-yet").map((row) => row.courseSlug));
  const orders = (await unpaidOrders(viewer.id, context.now)).filter(({ courseSlug }) => !held.has(courseSlug));
  return { courses, orders };
}

const isOpen = ({ access, standing }: OverviewRow) => access.state === "active" && standing !== null;
/** Something can be learned in it today. */
const isReady = (row: OverviewRow) => isOpen(row) && !row.standing?.completion.complete;

/** Only what the page says: a course's whole text and sources stay on the server. */
function card(
  { enrolmentId, courseSlug, access, begunAt }: OverviewRow,
  { course, completion, minutesLeft, lessons, lessonsFinished }: NonNullable<OverviewRow["standing"]>,
) {
  const open = completion.rules.filter((rule) => !rule.met).length;
  return {
    id: enrolmentId,
    slug: courseSlug,
    title: course.title,
    access,
    begun: begunAt !== null,
    complete: completion.complete,
    minutesLeft,
    lessons,
    lessonsFinished,
    open,
  };
}

type Card = Awaited<ReturnType<typeof loader>>["courses"][number];

export default function Overview() {
  const { courses, orders } = useLoaderData<typeof loader>();
  const first = courses.find((course) => course.first);
  const others = courses.filter((course) => !course.first);
  const rows = others.length > 0 || orders.length > 0;
  return (
    <Page title={m.learning_overview_title()}>
      {first ? <FirstThing course={first} /> : null}
      {first || rows ? null : (
        <Empty title={m.learning_overview_empty()} action={<ButtonLink to={paths.courses()}>{m.learning_to_courses()}</ButtonLink>}>
          <p>{m.learning_overview_empty_text()}</p>
        </Empty>
      )}
      {rows ? (
        <section className="section" aria-labelledby="own-courses">
          <h2 id="own-courses">{first ? m.learning_overview_others() : m.learning_overview_courses()}</h2>
          <ul className="own-courses">
            {orders.map((order) => (
              <li key={order.reference}>
                <UnpaidOrderRow order={order} />
              </li>
            ))}
            {others.map((course) => (
              <li key={course.id}>
                <CourseRow course={course} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {first || rows ? (
        <p className="row-links">
          <TextLink to={paths.search()}>{m.learning_overview_search()}</TextLink>
        </p>
      ) : null}
    </Page>
  );
}

/** The one thing to do now, before everything else. */
function FirstThing({ course }: { course: Card }) {
  return (
    <section className="onward" aria-labelledby="first-thing">
      <p className="eyebrow">{stateOf(course)}</p>
      <h2 id="first-thing" lang="nl">
        <TextLink to={paths.learnCourse(course.slug)}>{course.title}</TextLink>
      </h2>
      <CourseProgress course={course} />
      <div className="actions">
        <Next slug={course.slug} next={course.next} final={course.final} />
      </div>
      <AccessPeriod course={course} />
      {course.begun ? <OwnPlaces course={course} /> : null}
    </section>
  );
}

function stateOf({ begun, complete, next }: Card): string {
  if (complete) return m.learning_overview_done();
  if (!begun) return m.learning_overview_ready();
  return isReading(next) ? m.learning_overview_first() : m.learning_overview_read();
}

function CourseRow({ course }: { course: Card }) {
  const open = course.access.state === "active";
  return (
    <>
      <h3 lang="nl">
        <TextLink to={paths.learnCourse(course.slug)}>{course.title}</TextLink>
      </h3>
      {open ? <CourseProgress course={course} /> : null}
      {open ? (
        <div className="actions">
          <Next slug={course.slug} next={course.next} final={course.final} quiet />
        </div>
      ) : null}
      <AccessPeriod course={course} />
    </>
  );
}

/** What the certificate still asks, as long as it asks something, and what one wrote. */
function OwnPlaces({ course: { slug, complete } }: { course: Card }) {
  return (
    <p className="row-links">
      {complete ? null : <TextLink to={paths.learnCourse(slug)}>{m.learning_overview_needed()}</TextLink>}
      <TextLink to={paths.learnNotes(slug)}>{m.learning_texts_all()}</TextLink>
    </p>
  );
}
