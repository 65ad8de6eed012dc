import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { finishLesson } from "#app/features/learning/progress.server.ts";
import { notFound } from "#app/http/guards.server.ts";
import { backToPage } from "#app/http/verb.server.ts";
import { paths } from "#app/paths.ts";
import { slugOf } from "../catalogue/slug.ts";
import { insideCourse, required } from "./enter.server.ts";
import { afterFinishing } from "./learn-paths.ts";

export function loader({ params, request }: LoaderFunctionArgs) {
  return backToPage(request, paths.lesson(required(params.slug), required(params.lessonId)));
}

/** Finishes the lesson and leads to the next one; after the last one, or when all is done, to the course's own page. */
export async function action(args: ActionFunctionArgs) {
  const { learner, slug } = await insideCourse(args);
  const lessonId = required(args.params.lessonId);
  const form = await args.request.formData();
  const finished = await finishLesson(learner, lessonId, args.context.now);
  if (!finished.ok) throw notFound();
  const next = slugOf(String(form.get("next") ?? ""));
  return redirect(afterFinishing(slug, lessonId, finished.complete || !next ? undefined : next), 303);
}

/** Finishing is never refused in place: who may not, is led to the page that says why. */
export default function Finish() {
  return null;
}
