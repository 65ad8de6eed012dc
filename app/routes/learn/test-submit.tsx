import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { submitAttempt } from "#app/features/assessment/answer-attempt.server.ts";
import { answerField } from "#app/features/assessment/question-fields.tsx";
import { refuse } from "#app/http/forms.server.ts";
import { backToPage } from "#app/http/verb.server.ts";
import * as m from "#generated/paraglide/messages.js";
import { givenAnswers, keepAnswers, seatOf, testPlace, turnedAway } from "./test-door.server.ts";
import { VerbOfTest } from "./verb-of-test.tsx";

export function loader(door: LoaderFunctionArgs) {
  return backToPage(door.request, testPlace(door));
}

export async function action(door: ActionFunctionArgs) {
  const form = await door.request.formData();
  if (!door.context.viewer) return keepAnswers(door, form);
  const seat = seatOf(door);
  const given = givenAnswers(seat, form);
  const answer = given ? await submitAttempt(given, door.context.now) : ({ ok: false, reason: "no-attempt" } as const);
  if (answer.ok) return redirect(seat.page, 303);
  switch (answer.reason) {
    case "unanswered":
      return refuse(
        form,
        Object.fromEntries(answer.items.map(({ itemId, number }) => [answerField(itemId), m.assessment_error_unanswered({ number })])),
      );
    case "no-attempt":
      return refuse(form, { form: m.assessment_error_no_attempt() });
    default:
      throw turnedAway(answer, seat.slug);
  }
}

/** The answers given are kept already: the page's own data brings them back. */
export default function SubmitTest() {
  return <VerbOfTest answer={useActionData<typeof action>()} />;
}
