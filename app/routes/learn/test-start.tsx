import { randomInt } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { startAttempt } from "#app/features/assessment/start-attempt.server.ts";
import { refuse } from "#app/http/forms.server.ts";
import { backToPage } from "#app/http/verb.server.ts";
import * as m from "#generated/paraglide/messages.js";
import { seatOf, testPlace, turnedAway } from "./test-door.server.ts";
import { VerbOfTest } from "./verb-of-test.tsx";

export function loader(door: LoaderFunctionArgs) {
  return backToPage(door.request, testPlace(door));
}

export async function action(door: ActionFunctionArgs) {
  const { page, ...seat } = seatOf(door);
  const form = await door.request.formData();
  const answer = await startAttempt({ ...seat, ownWork: form.get("ownWork") === "on", seed: randomInt(2 ** 32) }, door.context.now);
  if (answer.ok) return redirect(page, 303);
  switch (answer.reason) {
    case "own-work":
      return refuse(form, { ownWork: m.assessment_error_own_work() });
    // The page itself says why, and when the next attempt opens.
    case "waiting":
    case "passed":
    case "exhausted":
      return redirect(page, 303);
    default:
      throw turnedAway(answer, seat.slug);
  }
}

export default function StartTest() {
  return <VerbOfTest answer={useActionData<typeof action>()} />;
}
