import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { finalStandingsOf } from "#app/features/assessment/final-standing.server.ts";
import { type TestRow, testRows } from "#app/features/assessment/test-rows.server.ts";
import { issuedOn } from "#app/features/certificates/certificates.server.ts";
import { carriable, carriedInto } from "#app/features/learning/carry-over.server.ts";
import { lessonsOf } from "#app/features/learning/course-map.server.ts";
import type { Learner } from "#app/features/learning/learner.ts";
import { nextWithCertificate } from "#app/features/learning/next-step.ts";
import { enrolmentsWithCertificate } from "#app/features/learning/next-step-certificate.server.ts";
import type { ProgrammeTest } from "#app/features/learning/programme.tsx";
import { requirementKey, vignetteKey } from "#app/features/learning/requirements.ts";
import { learningOverview, type Standing, standingsOf } from "#app/features/learning/standing.server.ts";
import { waitingOrders } from "#app/features/learning/waiting-orders.server.ts";
import { notFound } from "#app/http/guards.server.ts";
import { siteFacts } from "#app/http/site.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/platform/db.server.ts";
import { formatDate } from "#app/platform/i18n/format.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { WithEmailLinks } from "#app/ui/email-link.tsx";
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
    const { course, completion, next, revisionId } = standing;
    const { enrolmentId } = access;
    const finals = await finalStandingsOf(db, [{ enrolmentId, finalTest: course.finalTest }], args.context.now);
    const [issued, certified] = completion.complete
      ? await Promise.all([issuedOn(viewer.id, enrolmentId), enrolmentsWithCertificate(db, [enrolmentId])])
      : [null, new Set<string>()];
    return {
      kind: "open" as const,
      slug,
      title: course.title,
      final: finals.get(enrolmentId) ?? null,
      issuedOn: issued,
      finishedNow: finishedLesson(standing, asked),
      begun: access.begunAt !== null,
      hint: access.begunAt ? null : hintFor(args.request.headers.get("Cookie"), "begin"),
      endsAt: access.endsAt,
      ...(await elsewhere({ personId: viewer.id, enrolmentId })),
      tests: withMinutes(await testRows(db, { enrolmentId, revisionId }), course.studyLoad),
      ...shown(standing),
      // Also of one that was withdrawn: no name makes a new one of it.
      next: nextWithCertificate(next, certified.has(enrolmentId)),
    };
  }
  if (access.reason === "not-enrolled") throw redirect(paths.course(slug), 303);
  const rows = (await learningOverview(viewer.id, args.context.now)).filter(({ courseSlug }) => courseSlug === slug);
  const about = { slug, title: rows[0]?.standing?.course.title ?? "" };
  if (access.reason === "not-yet")
    return {
      kind: "not-yet" as const,
      ...about,
      startsAt: access.startsAt,
      order: (await waitingOrders(viewer.id)).get(slug) ?? null,
      contact: (await siteFacts(args.context.local)).contact,
    };
  return { kind: "ended" as const, ...about, endedAt: access.endedAt, begun: rows.some(({ begunAt }) => begunAt !== null) };
}

/** What came from other courses, and what still can. */
async function elsewhere(learner: Learner) {
  const [carried, open] = await Promise.all([carriedInto(db, learner), carriable(db, learner)]);
  return { carried, offered: open.lessons.length + open.checks.length + open.vignettes.length };
}

/** A lesson that was just finished, when it was. */
function finishedLesson({ course, progress }: Standing, lessonId: string | null): { id: string; position: number } | null {
  const finished = progress.some((row) => row.lessonId === lessonId && row.finished);
  const position = lessonsOf(course).findIndex((lesson) => lesson.id === lessonId);
  return finished && lessonId && position >= 0 ? { id: lessonId, position: position + 1 } : null;
}

/** Each test with its part of the minutes that the course counts for tests of its kind. */
function withMinutes(tests: TestRow[], load: { check: number; test: number }): ProgrammeTest[] {
  return tests.map((test) => {
    const alike = tests.filter(({ kind }) => kind === test.kind).reduce((sum, { questions }) => sum + questions, 0);
    const all = test.kind === "check" ? load.check : load.test;
    return { ...test, minutes: Math.max(1, Math.round((all * test.questions) / Math.max(1, alike))) };
  });
}

const evaluated = requirementKey({ type: "evaluation-given" });

/** Only what the page says: texts, sources and questions stay on the server. */
function shown({ course, cases, vignettes, completion, progress, minutesLeft, lessons, lessonsFinished }: Standing) {
  const byLesson = new Map(progress.map((row) => [row.lessonId, row]));
  const modules = course.modules.map(({ id, title, lessons: inModule }) => ({
    id,
    title,
    lessons: inModule.map((lesson) => ({
      id: lesson.id,
      title: lesson.title,
      summary: lesson.summary,
      minutes: lesson.minutes,
      finished: byLesson.get(lesson.id)?.finished ?? false,
      opened: byLesson.has(lesson.id),
    })),
  }));
  return {
    modules,
    cases,
    vignettes: vignettes.filter(({ id }) => (completion.records[vignetteKey(id)] ?? 0) < 1),
    // Where it is asked for, it stands among what is asked.
    toEvaluate: lessonsFinished === lessons && !completion.rules.some(({ key }) => key === evaluated) && !completion.records[evaluated],
    rules: completion.rules,
    complete: completion.complete,
    open: completion.rules.filter((rule) => !rule.met).length,
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
    <Page title={title} narrow eyebrow={<TextLink to={paths.learn()}>{m.learning_overview_title()}</TextLink>}>
      <Outlet />
      {view.kind === "not-yet" ? (
        <Notice title={m.learning_not_yet_title({ date: view.startsAt ? formatDate(view.startsAt, locale) : "" })}>
          <p>{m.learning_not_yet_text()}</p>
          {view.order ? (
            <p>
              {m.learning_not_yet_wait()} <TextLink to={paths.order(view.order)}>{m.learning_order_see()}</TextLink>
            </p>
          ) : null}
          <p className="long-words">
            <WithEmailLinks text={(view.order ? m.learning_not_yet_sooner : m.learning_not_yet_ask)(view.contact)} />
          </p>
        </Notice>
      ) : (
        <Notice title={m.learning_ended_title()}>
          <p>{view.endedAt ? m.learning_ended_text({ date: formatDate(view.endedAt, locale) }) : m.learning_ended_plain()}</p>
          {view.begun ? (
            <p>
              {m.learning_ended_texts()} <TextLink to={paths.learnNotes(view.slug)}>{m.learning_texts_all()}</TextLink>
            </p>
          ) : null}
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
