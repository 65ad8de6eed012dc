import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { saveStep } from "#app/features/learning/progress.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/platform/db.server.ts";
import { insideCourseOrNull, required } from "./enter.server.ts";

const fields = z.object({ step: z.string().regex(/^[a-z0-9-]{1,120}$/) });

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.lesson(required(params.slug), required(params.lessonId)), 303);
}

/** Sent by the page itself while someone reads; there is no form, so nothing to refuse in words. */
export async function action(args: ActionFunctionArgs) {
  const parsed = fields.safeParse(Object.fromEntries(await args.request.formData()));
  const inside = await insideCourseOrNull(args);
  if (!inside || !parsed.success) return nothing();
  await saveStep(db, inside.learner, required(args.params.lessonId), parsed.data.step, args.context.now);
  return nothing();
}

const nothing = () => new Response(null, { status: 204 });
