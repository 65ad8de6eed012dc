import { type VignetteState, vignetteStates } from "#app/features/assessment/vignette-rows.server.ts";
import type { CompiledLesson } from "#app/features/catalogue/compiled.ts";
import type { Learner } from "#app/features/learning/learner.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/platform/db.server.ts";
import { formatMinutes } from "#app/platform/i18n/format.ts";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";

/** What a lesson's page says of a vignette: how long it takes, how it stands, and the way to it. */
export interface VignetteCard {
  about: string;
  to: string;
  go: string;
}

/** The cards of a lesson's vignettes, by their id; ready-made words, because the lesson's script need not hold them. */
export async function vignetteCards(learner: Learner, slug: string, lesson: CompiledLesson): Promise<Record<string, VignetteCard>> {
  const blocks = lesson.steps.flatMap(({ blocks }) => blocks).flatMap((block) => (block.kind === "vignette" ? block : []));
  const states = await vignetteStates(
    db,
    learner,
    blocks.map(({ id }) => id),
  );
  return Object.fromEntries(
    blocks.map(({ id, minutes }) => {
      const words = wordsOf(states.get(id) ?? "new");
      const about = `${m.learning_vignette_about({ minutes: formatMinutes(minutes, getLocale()) })} ${words.state}`;
      return [id, { about, go: words.go, to: paths.vignette(slug, lesson.id, id) }];
    }),
  );
}

function wordsOf(state: VignetteState): { state: string; go: string } {
  switch (state) {
    case "new":
      return { state: m.learning_vignette_new(), go: m.learning_vignette_play() };
    case "open":
      return { state: m.learning_vignette_open(), go: m.learning_vignette_continue() };
    case "elsewhere":
      return { state: m.learning_vignette_elsewhere(), go: m.learning_vignette_play() };
    case "played":
      return { state: m.learning_vignette_played(), go: m.learning_vignette_see() };
  }
}
