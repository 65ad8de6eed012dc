import type { VignetteDefinition } from "#app/features/catalogue/compiled.ts";

export type Scene = VignetteDefinition["scenes"][number];
export type Choice = Scene["choices"][number];

/** One exchange of the conversation: where it stood, and what was said there. */
export interface Turn {
  scene: Scene;
  choice: Choice;
}

export interface Walk {
  /** in the order taken */
  turns: Turn[];
  /** where the conversation stands */
  scene: Scene;
  ended: boolean;
}

/** Tells a conversation again from the ids of the choices made. Throws for a path that this vignette does not have. */
export function walkOf(definition: VignetteDefinition, path: readonly string[]): Walk {
  let scene = sceneOf(definition, definition.start);
  const turns = path.map((choiceId): Turn => {
    const at = scene;
    const choice = at.choices.find(({ id }) => id === choiceId);
    if (!choice) throw new Error(`Scene ${at.id} of vignette ${definition.id} has no choice ${choiceId}.`);
    scene = sceneOf(definition, choice.to);
    return { scene: at, choice };
  });
  return { turns, scene, ended: scene.choices.length === 0 };
}

function sceneOf(definition: VignetteDefinition, sceneId: string): Scene {
  const scene = definition.scenes.find(({ id }) => id === sceneId);
  if (!scene) throw new Error(`Vignette ${definition.id} has no scene ${sceneId}.`);
  return scene;
}

/** How far something meets a criterion. Said in words, never as a mark. */
export type Met = "met" | "partly" | "not-met";

/** @param points 0–2, as the course's file gives them */
export function metBy(points: number): Met {
  if (points >= 2) return "met";
  return points === 1 ? "partly" : "not-met";
}

export interface CriterionShown {
  text: string;
  /** null: nothing on this path was about it */
  shown: Met | null;
}

/**
 * What a path showed of each criterion, in the rubric's order: all of its moments met it, none did, or something in between. An
 * average would make a grade of it.
 */
export function rubricShown(definition: Pick<VignetteDefinition, "rubric">, turns: readonly Turn[]): CriterionShown[] {
  return definition.rubric.map(({ id, text }) => {
    const moments = turns.filter(({ choice }) => choice.criterion === id).map(({ choice }) => metBy(choice.points));
    const [first] = moments;
    if (!first) return { text, shown: null };
    return { text, shown: moments.every((moment) => moment === first) ? first : "partly" };
  });
}
