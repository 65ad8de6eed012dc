import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { playAgain } from "#app/features/assessment/play-vignette.server.ts";
import { backToPage } from "#app/http/verb.server.ts";
import { awayFromVignette, scenePlace, vignettePlace, vignetteSeat } from "./vignette-door.server.ts";

export function loader(door: LoaderFunctionArgs) {
  return backToPage(door.request, vignettePlace(door));
}

/** Begins the conversation anew and leads to where it begins. */
export async function action(door: ActionFunctionArgs) {
  const seat = vignetteSeat(door);
  const answer = await playAgain(seat, door.context.now);
  if (!answer.ok) throw awayFromVignette(answer, seat.slug);
  return redirect(scenePlace(seat, answer.sceneId), 303);
}

/** Playing again is never refused in place: who may not, is led to the page that says why. */
export default function PlayAgain() {
  return null;
}
