import { type ActionFunctionArgs, data } from "@remix-run/node";
import { saveAnswers } from "#app/features/assessment/answer-attempt.server.ts";
import { givenAnswers, seatOf } from "./test-door.server.ts";

/** For the page's script alone: keeps the answers so far and says when. Everything else is "not saved". */
export async function action(door: ActionFunctionArgs) {
  const given = givenAnswers(seatOf(door), await door.request.formData());
  const answer = given && (await saveAnswers(given, door.context.now));
  if (!answer?.ok) return Response.json({ saved: false }, { status: 409 });
  return Response.json({ savedAt: answer.savedAt.toISOString() });
}

export function loader() {
  throw data(null, { status: 404 });
}
