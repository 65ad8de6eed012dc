import { redirect } from "@remix-run/node";
import { z } from "zod";
import type { GivenAnswers } from "#app/features/assessment/answer-attempt.server.ts";
import type { TestRefusal, TestSeat } from "#app/features/assessment/open-test.server.ts";
import { notFound, requireViewer } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { slugOf } from "../catalogue/slug.ts";
import { type Door, required } from "./enter.server.ts";
import { testVerbs } from "./test-verbs.ts";

/** Who asks for which test; the verb itself asks the gate. */
export function seatOf({ context, params, request }: Door): TestSeat & { page: string } {
  const viewer = requireViewer(context, request);
  const slug = required(slugOf(params.slug));
  const testId = required(slugOf(params.testId));
  return { personId: viewer.id, slug, testId, page: paths.test(slug, testId) };
}

/** Where someone goes whom the door of a test refused. */
export function turnedAway(refusal: TestRefusal, slug: string): Response {
  switch (refusal.reason) {
    case "unknown-test":
      return notFound();
    case "not-enrolled":
      return redirect(paths.course(slug), 303);
    case "not-yet":
    case "ended":
    case "not-begun":
      return redirect(paths.learnCourse(slug), 303);
  }
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
