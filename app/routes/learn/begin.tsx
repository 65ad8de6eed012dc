import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { begin } from "#app/features/enrolment/access.server.ts";
import { carryOver } from "#app/features/learning/carry-over.server.ts";
import { standingsOf } from "#app/features/learning/standing.server.ts";
import { requireViewer } from "#app/http/guards.server.ts";
import { backToPage } from "#app/http/verb.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/platform/db.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import * as m from "#generated/paraglide/messages.js";
import { required } from "./enter.server.ts";

export function loader({ params, request }: LoaderFunctionArgs) {
  return backToPage(request, paths.learnCourse(required(params.slug)));
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const viewer = requireViewer(context, request);
  const slug = required(params.slug);
  const begun = await db.$transaction(async (tx) => {
    const answer = await begin(tx, viewer.id, slug, context.now);
    if (answer.ok) await carryOver(tx, { personId: viewer.id, enrolmentId: answer.enrolmentId }, context.now);
    return answer;
  });
  if (begun.ok) throw redirect(await firstPlace(slug, begun), 303);
  if (begun.reason === "not-enrolled") throw redirect(paths.course(slug), 303);
  return data({ reason: begun.reason }, { status: 422 });
}

/** Begin is beginning: the first lesson, or for a second press where the reader was. */
async function firstPlace(slug: string, begun: { enrolmentId: string; begunAt: Date }): Promise<string> {
  const next = (await standingsOf(db, [begun])).get(begun.enrolmentId)?.next;
  return next && "lessonId" in next ? paths.lesson(slug, next.lessonId) : paths.learnCourse(slug);
}

/** Said above the course's own page, which explains since when or from when. */
export default function BeginRefused() {
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  return <Notice kind="error">{answer.reason === "not-yet" ? m.learning_begin_not_yet() : m.learning_begin_ended()}</Notice>;
}
