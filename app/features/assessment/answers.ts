import type { TestDefinition } from "#app/features/catalogue/compiled.ts";
import type { DrawnItem } from "./drawing.ts";
import type { Answers } from "./scoring.ts";

/**
 * Adds what a form said to what was kept. Only questions and options of this attempt count; one choice where one may be
 * chosen. A question the form did not show keeps its answer (another tab, another device); a tick-box question it did show
 * without a tick is cleared.
 */
export function mergeAnswers(
  definition: TestDefinition,
  drawn: readonly DrawnItem[],
  kept: Answers,
  given: Answers,
  shown: readonly string[],
): Answers {
  const kinds = new Map(definition.items.map((item) => [item.id, item.kind]));
  const merged: Answers = {};
  for (const { itemId, optionIds } of drawn) {
    const chosen = optionIds.filter((id) => given[itemId]?.includes(id));
    const answer = kinds.get(itemId) === "multiple" ? chosen : chosen.slice(0, 1);
    const cleared = kinds.get(itemId) === "multiple" && shown.includes(itemId);
    const next = answer.length > 0 || cleared ? answer : (kept[itemId] ?? []);
    if (next.length > 0) merged[itemId] = next;
  }
  return merged;
}
