import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { finishLesson } from "#app/features/learning/progress.server.ts";
import { notFound } from "#app/http/guards.server.ts";
import { backToPage } from "#app/http/verb.server.ts";
import { paths } from "#app/paths.ts";
import { insideCourse, required } from "./enter.server.ts";

const fields = z.object({ next: z.string().min(1).max(200).optional() });

export function loader({ params, request }: LoaderFunctionArgs) {
  return backToPage(request, paths.lesson(required(params.slug), required(params.lessonId)));
}

/** Finishes the lesson and leads to the next one; after the last one, or when all is done, to the course's own page. */
export async function action(args: ActionFunctionArgs) {
  const { learner, slug } = await insideCourse(args);
  const parsed = fields.safeParse(Object.fromEntries(await args.request.formData()));
  const finished = await finishLesson(learner, required(args.params.lessonId), args.context.now);
  if (!finished.ok) throw notFound();
  const next = parsed.success && !finished.complete ? parsed.data.next : undefined;
  return redirect(next ? paths.lesson(slug, next) : paths.learnCourse(slug), 303);
}

/** Finishing is never refused in place: who may not, is led to the page that says why. */
export default function Finish() {
  return null;
}
