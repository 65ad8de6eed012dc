import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { saveAnswers } from "#app/features/assessment/answer-attempt.server.ts";
import { refuse } from "#app/http/forms.server.ts";
import { backToPage } from "#app/http/verb.server.ts";
import { paths } from "#app/paths.ts";
import * as m from "#generated/paraglide/messages.js";
import { givenAnswers, keepAnswers, seatOf, testPlace, turnedAway } from "./test-door.server.ts";
import { VerbOfTest } from "./verb-of-test.tsx";

export function loader(door: LoaderFunctionArgs) {
  return backToPage(door.request, testPlace(door));
}

/** Keeps the answers and leads to the course: the button says that one continues later. */
export async function action(door: ActionFunctionArgs) {
  const form = await door.request.formData();
  if (!door.context.viewer) return keepAnswers(door, form);
  const seat = seatOf(door);
  const given = givenAnswers(seat, form);
  const answer = given ? await saveAnswers(given, door.context.now) : ({ ok: false, reason: "no-attempt" } as const);
  if (answer.ok) return redirect(paths.learnCourse(seat.slug), 303);
  switch (answer.reason) {
    case "handed-in":
      return redirect(seat.page, 303);
    case "no-attempt":
      return refuse(form, { form: m.assessment_error_no_attempt() });
    default:
      throw turnedAway(answer, seat.slug);
  }
}

export default function SaveTest() {
  return <VerbOfTest answer={useActionData<typeof action>()} />;
}
