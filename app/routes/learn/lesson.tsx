import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Outlet, type ShouldRevalidateFunctionArgs, useLoaderData } from "@remix-run/react";
import { figureNames } from "#app/features/catalogue/lesson-parts.ts";
import { lessonPage } from "#app/features/learning/lesson-page.server.ts";
import { notFound } from "#app/http/guards.server.ts";
import { isAnswer } from "#app/http/verb.server.ts";
import { paths } from "#app/paths.ts";
import { drawFigures } from "#app/ui/figures/drawings.server.tsx";
import * as m from "#generated/paraglide/messages.js";
import { pageTitle } from "../page-title.ts";
import { insideCourse, insideCourseOrNull, isPrefetch, required } from "./enter.server.ts";
import { hintFor } from "./hints.server.ts";
import { LessonReader } from "./lesson-reader.tsx";

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
  if (!page) throw notFound();
  const asked = new URL(request.url).searchParams;
  const finishedNow = page.outline.find((near) => near.id === asked.get("finished") && near.finished) ?? null;
  const view = {
    kind: "lesson" as const,
    slug,
    personId: viewer.id,
    finishedNow,
    drawings: drawFigures(figureNames(page.lesson)),
    reopened: asked.has("reopened") && !page.finished,
    // For someone who reads here for the first time.
    hint: page.position === 1 && page.lessonsFinished === 0 ? hintFor(request.headers.get("Cookie"), "lesson") : null,
    ...page,
  };
  // What was fetched ahead must be fetched again at the visit, or the visit would never be seen.
  return ahead ? data(view, { headers: { "Cache-Control": "no-store" } }) : view;
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** How the page looks is none of the lesson's business: it is not read again for another size of letters. */
export function shouldRevalidate({ formAction, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return formAction === paths.display() ? false : defaultShouldRevalidate;
}

export default function LessonRoute() {
  const view = useLoaderData<typeof loader>();
  return view.kind === "lesson" ? <LessonReader key={view.lesson.id} view={view} /> : <Outlet context={null} />;
}
