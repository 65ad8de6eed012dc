import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { answerCheckItem } from "#app/features/assessment/answer-attempt.server.ts";
import { answerField } from "#app/features/assessment/question-fields.tsx";
import { refuse } from "#app/http/forms.server.ts";
import { notFound } from "#app/http/guards.server.ts";
import { backToPage } from "#app/http/verb.server.ts";
import * as m from "#generated/paraglide/messages.js";
import { givenAnswers, keepAnswers, seatOf, testPlace, turnedAway } from "./test-door.server.ts";
import { VerbOfTest } from "./verb-of-test.tsx";

export function loader(door: LoaderFunctionArgs) {
  return backToPage(door.request, testPlace(door));
}

/** Answers one question of a knowledge check and leads back to it, where its feedback now stands. */
export async function action(door: ActionFunctionArgs) {
  const form = await door.request.formData();
  if (!door.context.viewer) return keepAnswers(door, form);
  const seat = seatOf(door);
  const given = givenAnswers(seat, form);
  const field = answerField(given?.shown[0] ?? "");
  const answer = given ? await answerCheckItem(given, door.context.now) : ({ ok: false, reason: "no-attempt" } as const);
  if (answer.ok) return redirect(`${seat.page}#${encodeURIComponent(field)}`, 303);
  switch (answer.reason) {
    case "unanswered":
      return refuse(form, { [field]: m.assessment_error_choose() });
    case "no-attempt":
      return refuse(form, { form: m.assessment_error_no_attempt() });
    case "not-a-check":
      throw notFound();
    default:
      throw turnedAway(answer, seat.slug);
  }
}

export default function AnswerQuestion() {
  return <VerbOfTest answer={useActionData<typeof action>()} />;
}
