import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { z } from "zod";
import type { Learner } from "#app/features/learning/learner.ts";
import type { SaveAnswer, SubmitAnswer, WritingDraft } from "#app/features/learning/writing.server.ts";
import { normaliseText, noteAnchor, noteId } from "#app/features/learning/writing.ts";
import { paths } from "#app/paths.ts";
import { insideCourseOrNull, required } from "./enter.server.ts";
import { discussionId, writingFormId } from "./learn-paths.ts";
import type { WritingAnswer } from "./writing-answer.ts";

const fields = z.object({
  text: z.string(),
  version: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1),
});

type Params = ActionFunctionArgs["params"];

/** The page a text stands on, at the text itself: a block of the course, or the note at a step. */
export function writingPlace({ slug, lessonId, blockId, stepId }: Params): string {
  const anchor = stepId === undefined ? required(blockId) : noteAnchor(required(stepId));
  return paths.lesson(required(slug), required(lessonId), anchor);
}

/** What the text is kept under. */
function blockOf({ lessonId, blockId, stepId }: Params): string {
  return stepId === undefined ? required(blockId) : noteId(required(lessonId), required(stepId));
}

type Verb = (learner: Learner, draft: WritingDraft, now: Date) => Promise<SaveAnswer | SubmitAnswer>;
type Saved = Extract<SaveAnswer | SubmitAnswer, { ok: true }>;
type Received = { ok: true; saved: Saved } | { ok: false; answer: WritingAnswer; status: number };

/**
 * Receives a text and lets `verb` save it. Whatever stands in the way (session over, access ended, its place gone, saved elsewhere,
 * too long), the text comes back: it is never answered with a redirect that would lose it.
 */
export async function receiveWriting(args: ActionFunctionArgs, verb: Verb): Promise<Received> {
  const { context, params, request } = args;
  const parsed = fields.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) throw new Response(null, { status: 400 });
  const { version } = parsed.data;
  // Forms send line ends as two characters, the field shows one: sent back as it stands in the field.
  const text = normaliseText(parsed.data.text);
  const next = writingPlace(params);
  const inside = await insideCourseOrNull(args);
  if (!inside && context.viewer) return { ok: false, answer: { kind: "closed", text, next }, status: 403 };
  if (!inside) return { ok: false, answer: { kind: "signed-out", text, next }, status: 401 };
  const draft = { lessonId: required(params.lessonId), blockId: blockOf(params), text, baseVersion: version };
  const saved = await verb(inside.learner, draft, context.now);
  if (saved.ok) return { ok: true, saved };
  if (saved.reason === "unknown-block")
    return { ok: false, answer: { kind: "gone", text, next: paths.learnCourse(inside.slug) }, status: 404 };
  return { ok: false, answer: refusal(saved, text, version), status: 422 };
}

/**
 * The same for a form: back to the form on the page, which says when it was kept (after handing in, to the discussion; after a note, to
 * the note), or the form again with what was typed.
 */
export async function answerForm(args: ActionFunctionArgs, verb: Verb) {
  const received = await receiveWriting(args, verb);
  const { slug, lessonId, blockId } = args.params;
  if (received.ok && "submittedAt" in received.saved)
    throw redirect(paths.lesson(required(slug), required(lessonId), discussionId(required(blockId))), 303);
  // At the form and not at its assignment, which can be longer than a screen: that it was kept must be seen.
  if (received.ok && blockId) throw redirect(paths.lesson(required(slug), required(lessonId), writingFormId(blockId)), 303);
  if (received.ok) throw redirect(writingPlace(args.params), 303);
  return data(received.answer, { status: received.status });
}

type Answerable = Exclude<SaveAnswer | SubmitAnswer, { ok: true } | { reason: "unknown-block" }>;

function refusal(refused: Answerable, text: string, version: number): WritingAnswer {
  switch (refused.reason) {
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
