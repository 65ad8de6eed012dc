import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { finalStandingsOf } from "#app/features/assessment/final-standing.server.ts";
import { learningOverview, type OverviewRow } from "#app/features/learning/standing.server.ts";
import { requireViewer } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/platform/db.server.ts";
import { formatDate, formatMinutes } from "#app/platform/i18n/format.ts";
import { ButtonLink, TextLink } from "#app/ui/actions.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Page } from "#app/ui/page.tsx";
import { Progress } from "#app/ui/progress.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { Next } from "./next.tsx";

export const meta: MetaFunction = () => [{ title: m.learning_overview_title() }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const rows = await learningOverview(viewer.id, context.now);
  const known = rows.flatMap(({ enrolmentId, standing }) => (standing ? [{ enrolmentId, finalTest: standing.course.finalTest }] : []));
  const finals = await finalStandingsOf(db, known, context.now);
  return {
    courses: rows.flatMap((row) => (row.standing ? [{ ...card(row, row.standing), final: finals.get(row.enrolmentId) ?? null }] : [])),
  };
}

/** Only what the page says: a course's whole text and sources stay on the server. */
function card(
  { enrolmentId, courseSlug, access, cycle }: OverviewRow,
  { course, completion, next, minutesLeft, lessons, lessonsFinished }: NonNullable<OverviewRow["standing"]>,
) {
  const open = completion.rules.filter((rule) => !rule.met).length;
  return {
    id: enrolmentId,
    slug: courseSlug,
    title: course.title,
    access,
    cycle,
    complete: completion.complete,
    next,
    minutesLeft,
    lessons,
    lessonsFinished,
    open,
  };
}

type Card = Awaited<ReturnType<typeof loader>>["courses"][number];

export default function Overview() {
  const { courses } = useLoaderData<typeof loader>();
  return (
    <Page title={m.learning_overview_title()}>
      {courses.length === 0 ? (
        <Empty title={m.learning_overview_empty()} action={<ButtonLink to={paths.courses()}>{m.learning_to_courses()}</ButtonLink>}>
          <p>{m.learning_overview_empty_text()}</p>
        </Empty>
      ) : (
        <ul className="cards">
          {courses.map((course) => (
            <li key={course.id} className="card">
              <h2 lang="nl">
                <TextLink to={paths.learnCourse(course.slug)}>{course.title}</TextLink>
              </h2>
              <CardState course={course} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

function CardState({ course }: { course: Card }) {
  const locale = getLocale();
  const { access } = course;
  if (access.state === "not-yet") return <p>{m.learning_not_yet_short({ date: formatDate(access.startsAt, locale) })}</p>;
  if (access.state !== "active") {
    return (
      <>
        <p>{access.state === "ended" ? m.learning_ended_short({ date: formatDate(access.endedAt, locale) }) : m.learning_ended_plain()}</p>
        {course.complete ? <TextLink to={paths.certificates()}>{m.learning_to_certificates()}</TextLink> : null}
      </>
    );
  }
  return (
    <>
      <Progress
        value={course.lessonsFinished}
        max={course.lessons}
        label={m.learning_progress_lessons({ done: course.lessonsFinished, total: course.lessons })}
      />
      <p>{course.complete ? m.learning_complete_short() : m.learning_left({ time: formatMinutes(course.minutesLeft, locale) })}</p>
      {course.complete ? null : <p>{course.open === 1 ? m.learning_open_one() : m.learning_open_many({ count: course.open })}</p>}
      <div className="actions">
        <Next slug={course.slug} next={course.next} final={course.final} />
      </div>
      {access.endsAt ? <p className="hint">{m.learning_until({ date: formatDate(access.endsAt, locale) })}</p> : null}
    </>
  );
}
