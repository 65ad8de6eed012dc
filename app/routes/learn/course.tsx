import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { finalStandingsOf } from "#app/features/assessment/final-standing.server.ts";
import { issuedOn } from "#app/features/certificates/certificates.server.ts";
import { lessonsOf } from "#app/features/learning/course-map.server.ts";
import { learningOverview, type Standing, standingsOf } from "#app/features/learning/standing.server.ts";
import { notFound } from "#app/http/guards.server.ts";
import { siteFacts } from "#app/http/site.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/platform/db.server.ts";
import { formatDate } from "#app/platform/i18n/format.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { pageTitle } from "../page-title.ts";
import { OpenCourse } from "./course-home.tsx";
import { atTheGate } from "./enter.server.ts";
import { hintFor } from "./hints.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [pageTitle(data?.title || m.learning_overview_title(), matches)];

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, slug, access } = await atTheGate(args);
  if (access.ok) {
    const standing = (await standingsOf(db, [access])).get(access.enrolmentId);
    if (!standing) throw notFound();
    const asked = new URL(args.request.url).searchParams.get("finished");
    const { course, completion } = standing;
    const finals = await finalStandingsOf(db, [{ enrolmentId: access.enrolmentId, finalTest: course.finalTest }], args.context.now);
    return {
      kind: "open" as const,
      slug,
      title: course.title,
      final: finals.get(access.enrolmentId) ?? null,
      issuedOn: completion.complete ? await issuedOn(viewer.id, access.enrolmentId) : null,
      finishedNow: finishedLesson(standing, asked),
      begun: access.begunAt !== null,
      hint: access.begunAt ? null : hintFor(args.request.headers.get("Cookie"), "begin"),
      endsAt: access.endsAt,
      ...shown(standing),
    };
  }
  if (access.reason === "not-enrolled") throw redirect(paths.course(slug), 303);
  const row = (await learningOverview(viewer.id, args.context.now)).find(({ courseSlug }) => courseSlug === slug);
  const about = { slug, title: row?.standing?.course.title ?? "" };
  if (access.reason === "not-yet")
    return {
      kind: "not-yet" as const,
      ...about,
      startsAt: access.startsAt,
      contact: (await siteFacts(args.context.local)).contact,
    };
  return { kind: "ended" as const, ...about, endedAt: access.endedAt, complete: row?.standing?.completion.complete ?? false };
}

/** A lesson that was just finished, when it was. */
function finishedLesson({ course, progress }: Standing, lessonId: string | null): { id: string; position: number } | null {
  const finished = progress.some((row) => row.lessonId === lessonId && row.finished);
  const position = lessonsOf(course).findIndex((lesson) => lesson.id === lessonId);
  return finished && lessonId && position >= 0 ? { id: lessonId, position: position + 1 } : null;
}

/** Only what the page says: texts, sources and questions stay on the server. */
function shown({ course, cases, completion, progress, next, minutesLeft, lessons, lessonsFinished }: Standing) {
  const byLesson = new Map(progress.map((row) => [row.lessonId, row]));
  const modules = course.modules.map(({ id, title, check, lessons: inModule }) => ({
    id,
    title,
    check,
    lessons: inModule.map((lesson) => ({
      id: lesson.id,
      title: lesson.title,
      summary: lesson.summary,
      minutes: lesson.minutes,
      finished: byLesson.get(lesson.id)?.finished ?? false,
      opened: byLesson.has(lesson.id),
    })),
  }));
  const finalTest = course.finalTest ? { id: course.finalTest.id, title: course.finalTest.title } : null;
  return {
    modules,
    finalTest,
    cases,
    rules: completion.rules,
    complete: completion.complete,
    percent: completion.percent,
    next,
    minutesLeft,
    lessons,
    lessonsFinished,
  };
}

export type CourseView = Awaited<ReturnType<typeof loader>>;

export default function CourseHome() {
  const view = useLoaderData<typeof loader>();
  const title = <span lang="nl">{view.title}</span>;
  if (view.kind === "open") return <OpenCourse view={view} />;
  const locale = getLocale();
  return (
    <Page title={title} narrow>
      <Outlet />
      {view.kind === "not-yet" ? (
        <Notice title={m.learning_not_yet_title()}>
          <p>{m.learning_not_yet_text({ date: view.startsAt ? formatDate(view.startsAt, locale) : "" })}</p>
          <p className="long-words">
            {m.learning_not_yet_ask({ name: view.contact.name, phone: view.contact.phone, email: view.contact.email })}
          </p>
        </Notice>
      ) : (
        <Notice title={m.learning_ended_title()}>
          <p>{view.endedAt ? m.learning_ended_text({ date: formatDate(view.endedAt, locale) }) : m.learning_ended_plain()}</p>
          <p>
            {m.learning_ended_certificates()} <TextLink to={paths.certificates()}>{m.learning_to_certificates()}</TextLink>
          </p>
        </Notice>
      )}
      <p>
        <TextLink to={paths.course(view.slug)}>{m.learning_to_course_page()}</TextLink>
      </p>
    </Page>
  );
}
