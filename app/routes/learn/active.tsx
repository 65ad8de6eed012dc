import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { ClientActionFunctionArgs } from "@remix-run/react";
import { z } from "zod";
import { addActiveSeconds } from "#app/features/learning/progress.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/platform/db.server.ts";
import { insideCourseOrNull, required } from "./enter.server.ts";
import { orOffline } from "./or-offline.ts";
import { backToPage } from "./verb.server.ts";

const fields = z.object({ seconds: z.coerce.number().int().min(1).max(60) });

export function loader({ params, request }: LoaderFunctionArgs) {
  return backToPage(request, paths.lesson(required(params.slug), required(params.lessonId)));
}

/** Sent by the page itself, at most once a minute of visible reading. */
export async function action(args: ActionFunctionArgs) {
  const parsed = fields.safeParse(Object.fromEntries(await args.request.formData()));
  const inside = await insideCourseOrNull(args);
  if (!inside || !parsed.success) return null;
  await addActiveSeconds(db, inside.learner, required(args.params.lessonId), parsed.data.seconds, args.context.now);
  return null;
}

export function clientAction({ serverAction }: ClientActionFunctionArgs) {
  return orOffline<null>(() => serverAction<typeof action>(), null);
}

/** Posted without script, by nobody we know of: the lesson page answers. */
export default function Nothing() {
  return null;
}
