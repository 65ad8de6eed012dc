import { type ActionFunctionArgs, data } from "@remix-run/node";
import { saveAnswers } from "#app/features/assessment/answer-attempt.server.ts";
import { givenAnswers, seatOf } from "./test-door.server.ts";

/** For the page's script alone: keeps the answers so far and says when, or that the test is handed in already. Everything else is "not saved". */
export async function action(door: ActionFunctionArgs) {
  const given = givenAnswers(seatOf(door), await door.request.formData());
  const answer = given && (await saveAnswers(given, door.context.now));
  // A choice made just before handing in may arrive after it; the same goes for a second tab.
  if (answer && !answer.ok && answer.reason === "handed-in") return Response.json({ handedIn: true });
  if (!answer?.ok) return Response.json({ saved: false }, { status: 409 });
  return Response.json({ savedAt: answer.savedAt.toISOString() });
}

export function loader() {
  throw data(null, { status: 404 });
}
