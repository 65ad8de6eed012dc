import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Outlet, type Params, useLoaderData, useParams } from "@remix-run/react";
import { figureNames } from "#app/features/catalogue/lesson-parts.ts";
import { lessonPage } from "#app/features/learning/lesson-page.server.ts";
import { notFound } from "#app/http/guards.server.ts";
import { isAnswer } from "#app/http/verb.server.ts";
import { drawFigures } from "#app/ui/figures/drawings.server.tsx";
import * as m from "#generated/paraglide/messages.js";
import { pageTitle } from "../page-title.ts";
import { insideCourse, insideCourseOrNull, isPrefetch, required } from "./enter.server.ts";
import { hintFor } from "./hints.server.ts";
import { lessonVerbs } from "./learn-paths.ts";
import { LessonReader, type LessonView } from "./lesson-reader.tsx";
import { vignetteCards } from "./vignette-cards.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: view, matches }) => [
  pageTitle(view?.kind === "lesson" ? view.lesson.title : m.learning_overview_title(), matches),
  ...(view?.kind === "lesson" ? [{ name: "description", content: view.lesson.summary }] : []),
];

export async function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args;
  // A refused text must not be lost to a redirect: without session or access its own page is shown, and nothing of the lesson.
  const inside = isAnswer(request) ? await insideCourseOrNull(args) : await insideCourse(args);
  if (!inside) return { kind: "answer" as const };
  const { learner, slug, viewer } = inside;
  const ahead = isPrefetch(request);
  const page = await lessonPage(learner, required(params.lessonId), { visit: !ahead }, context.now);
  // The same when a correction took the lesson away while someone wrote in it.
  if (!page && isAnswer(request)) return { kind: "answer" as const };
  if (!page) throw notFound();
  const asked = new URL(request.url).searchParams;
  const finished = page.outline.find((near) => near.id === asked.get("finished") && near.finished);
  const view = {
    kind: "lesson" as const,
    slug,
    personId: viewer.id,
    // Words that few visits need are written here: every other reader's browser does without.
    finishedNow: finished
      ? {
          words: m.learning_finished_now({ position: finished.position }),
          undo: page.complete ? null : lessonVerbs.reopen(slug, finished.id),
        }
      : null,
    reopened: asked.has("reopened") && !page.finished ? m.learning_reopened() : null,
    fixed: page.complete ? m.learning_finish_fixed() : null,
    drawings: drawFigures(figureNames(page.lesson)),
    vignettes: await vignetteCards(learner, slug, page.lesson),
    // For someone who reads here for the first time.
    hint: page.position === 1 && page.lessonsFinished === 0 ? hintFor(request.headers.get("Cookie"), "lesson") : null,
    ...page,
  };
  // What was fetched ahead must be fetched again at the visit, or the visit would never be seen.
  return ahead ? data(view, { headers: { "Cache-Control": "no-store" } }) : view;
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export default function LessonRoute() {
  const view = useLoaderData<typeof loader>();
  const asked = useParams();
  if (view.kind !== "lesson" || !holdsPlace(view.lesson, asked)) return <Outlet context={null} />;
  return <LessonReader key={view.lesson.id} view={view} />;
}

/** Whether the lesson has the place that a text was sent to; a correction can have taken it away since. */
function holdsPlace({ steps }: LessonView["lesson"], { blockId, stepId }: Readonly<Params>): boolean {
  if (stepId !== undefined) return steps.some(({ id }) => id === stepId);
  return (
    blockId === undefined ||
    steps.some(({ blocks }) => blocks.some((block) => (block.kind === "reflection" || block.kind === "case") && block.id === blockId))
  );
}
