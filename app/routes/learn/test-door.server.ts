import { data } from "@remix-run/node";
import { z } from "zod";
import type { GivenAnswers } from "#app/features/assessment/answer-attempt.server.ts";
import type { TestRefusal, TestSeat } from "#app/features/assessment/open-test.server.ts";
import { notFound, requireViewer } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { type Door, fromTheGate, required } from "./enter.server.ts";
import { testVerbs } from "./test-verbs.ts";

/** The page of a test, whoever asks. */
export function testPlace({ params }: Pick<Door, "params">): string {
  return paths.test(required(params.slug), required(params.testId));
}

/** Who asks for which test; the verb itself asks the gate. */
export function seatOf({ context, params, request }: Door): TestSeat & { page: string } {
  const viewer = requireViewer(context, request);
  const slug = required(params.slug);
  const testId = required(params.testId);
  return { personId: viewer.id, slug, testId, page: paths.test(slug, testId) };
}

/** What a test's form said when nobody was signed in any more: it comes back, to be sent again. Nothing else is told. */
export interface KeptAnswers {
  kind: "signed-out";
  /** where the form was going */
  action: string;
  page: string;
  fields: [name: string, value: string][];
}

const formFields = /^(?:attemptId|shown|answer-[a-z0-9-]+)$/;

/** For a POST without a session: the choices as they were sent, as a refusal. A redirect would lose them. */
export function keepAnswers(door: Door, form: FormData) {
  const fields = [...form.entries()].filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && formFields.test(entry[0]),
  );
  const action = new URL(door.request.url).pathname.replace(/\.data$/, "");
  return data<KeptAnswers>({ kind: "signed-out", action, page: testPlace(door), fields }, { status: 401 });
}

/** Where someone goes whom the door of a test refused. */
export function turnedAway(refusal: TestRefusal, slug: string): Response {
  return refusal.reason === "unknown-test" ? notFound() : fromTheGate(refusal.reason, slug);
}

const fieldName = /^answer-(.+)$/;

/** Reads a test's form; null when it is not one of ours. Which questions and options count is the verb's business. */
export function givenAnswers(seat: TestSeat, form: FormData): GivenAnswers | null {
  const attemptId = z.uuid().safeParse(form.get("attemptId"));
  if (!attemptId.success) return null;
  const answers: Record<string, string[]> = {};
  for (const key of new Set(form.keys())) {
    const itemId = fieldName.exec(key)?.[1];
    if (itemId) answers[itemId] = form.getAll(key).map(String);
  }
  const { personId, slug, testId } = seat;
  return { personId, slug, testId, attemptId: attemptId.data, answers, shown: form.getAll("shown").map(String) };
}

/** The addresses of a test's forms. */
export function testActions(slug: string, testId: string) {
  return {
    start: testVerbs.start(slug, testId),
    save: testVerbs.save(slug, testId),
    submit: testVerbs.submit(slug, testId),
    answer: testVerbs.answer(slug, testId),
    autosave: testVerbs.autosave(slug, testId),
  };
}
