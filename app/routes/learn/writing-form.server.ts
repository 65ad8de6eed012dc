import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { z } from "zod";
import type { Learner } from "#app/features/learning/learner.ts";
import type { SaveAnswer, SubmitAnswer, WritingDraft } from "#app/features/learning/writing.server.ts";
import { notFound } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { insideCourseOrNull, required } from "./enter.server.ts";
import type { WritingAnswer } from "./writing-answer.ts";

const fields = z.object({
  text: z.string(),
  version: z.coerce.number().int().min(0),
  /** sent by the page itself while typing: answered with data, not with a page */
  background: z.literal("1").optional(),
});

/** The page a writing stands on, at the writing itself. */
export function writingPlace(params: ActionFunctionArgs["params"]): string {
  return paths.lesson(required(params.slug), required(params.lessonId), required(params.blockId));
}

/**
 * Receives a text and lets `verb` save it. Whatever stands in the way (session over, access ended, saved elsewhere, too long),
 * the text comes back: it is never answered with a redirect that would lose it.
 */
export async function receiveWriting(
  args: ActionFunctionArgs,
  verb: (learner: Learner, draft: WritingDraft, now: Date) => Promise<SaveAnswer | SubmitAnswer>,
) {
  const parsed = fields.safeParse(Object.fromEntries(await args.request.formData()));
  if (!parsed.success) throw new Response(null, { status: 400 });
  const { text, version, background } = parsed.data;
  const next = writingPlace(args.params);
  const inside = await insideCourseOrNull(args);
  if (!inside) return answer({ kind: args.context.viewer ? "closed" : "signed-out", text, next }, args.context.viewer ? 403 : 401);
  const draft = { lessonId: required(args.params.lessonId), blockId: required(args.params.blockId), text, baseVersion: version };
  const saved = await verb(inside.learner, draft, args.context.now);
  if (saved.ok) {
    if (background && "version" in saved) return answer({ kind: "saved", version: saved.version, savedAt: saved.savedAt }, 200);
    throw redirect(next, 303);
  }
  return answer(refusal(saved, text, version), 422);
}

const answer = (body: WritingAnswer, status: number) => data(body, { status });

function refusal(refused: Exclude<SaveAnswer | SubmitAnswer, { ok: true }>, text: string, version: number): WritingAnswer {
  switch (refused.reason) {
    case "unknown-block":
      throw notFound();
    case "stale":
      return { kind: "stale", theirs: refused.theirs, mine: refused.mine };
    case "too-long":
      return { kind: "too-long", text, version, length: refused.length, limit: refused.limit };
    case "too-short":
      return { kind: "too-short", text, version: refused.version, words: refused.words, needed: refused.needed };
    case "handed-in":
      return { kind: "handed-in", text };
  }
}
