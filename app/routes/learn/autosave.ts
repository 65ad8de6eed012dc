import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { saveWriting } from "#app/features/learning/writing.server.ts";
import type { WritingAnswer } from "./writing-answer.ts";
import { receiveWriting, writingPlace } from "./writing-form.server.ts";

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(writingPlace(params), 303);
}

/** For the page's script alone, while someone types: answers with data and makes nothing else of the page load again. */
export async function action(args: ActionFunctionArgs) {
  const received = await receiveWriting(args, saveWriting);
  if (!received.ok) return Response.json(received.answer, { status: received.status });
  if (!("version" in received.saved)) throw new Error("Saving a text always answers with its version.");
  const { version, savedAt } = received.saved;
  return Response.json({ kind: "saved", version, savedAt } satisfies WritingAnswer);
}
