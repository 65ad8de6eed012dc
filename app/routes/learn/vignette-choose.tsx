import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useOutletContext } from "@remix-run/react";
import { choose } from "#app/features/assessment/play-vignette.server.ts";
import { VignetteBody } from "#app/features/assessment/vignette-body.tsx";
import { refuse } from "#app/http/forms.server.ts";
import { backToPage } from "#app/http/verb.server.ts";
import * as m from "#generated/paraglide/messages.js";
import type { VignetteView } from "./vignette.tsx";
import { awayFromVignette, scenePlace, vignettePlace, vignetteSeat } from "./vignette-door.server.ts";

export function loader(door: LoaderFunctionArgs) {
  return backToPage(door.request, vignettePlace(door));
}

/** Says one line and leads to what it brings about. */
export async function action(door: ActionFunctionArgs) {
  const seat = vignetteSeat(door);
  const form = await door.request.formData();
  const field = (name: string) => String(form.get(name) ?? "");
  const given = { ...seat, run: Number(field("run")), sceneId: field("scene"), choiceId: field("choice") };
  const answer = await choose(given, door.context.now);
  if (answer.ok) return redirect(scenePlace(seat, answer.sceneId), 303);
  switch (answer.reason) {
    case "stale":
      return refuse(form, { form: m.assessment_vignette_stale() });
    case "no-choice":
      return refuse(form, { form: m.assessment_vignette_no_choice() });
    default:
      throw awayFromVignette(answer, seat.slug);
  }
}

/** The conversation as it stands, under why the choice was refused. */
export default function ChooseLine() {
  const answer = useActionData<typeof action>();
  const view = useOutletContext<VignetteView>();
  return <VignetteBody page={view.page} actions={view.actions} refusal={answer?.errors.form} />;
}
