import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { reopenLesson } from "#app/features/learning/progress.server.ts";
import { backToPage } from "#app/http/verb.server.ts";
import { paths } from "#app/paths.ts";
import { insideCourse, required } from "./enter.server.ts";
import { afterReopening } from "./learn-paths.ts";

export function loader({ params, request }: LoaderFunctionArgs) {
  return backToPage(request, paths.lesson(required(params.slug), required(params.lessonId)));
}

/** Takes a finished lesson back and leads to its end. Of a completed course nothing is taken back: the same place says so. */
export async function action(args: ActionFunctionArgs) {
  const { learner, slug } = await insideCourse(args);
  const lessonId = required(args.params.lessonId);
  const reopened = await reopenLesson(learner, lessonId, args.context.now);
  return redirect(afterReopening(slug, lessonId, reopened.ok), 303);
}

/** Never refused in place. */
export default function Reopen() {
  return null;
}
