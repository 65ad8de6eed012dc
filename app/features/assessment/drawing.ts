import type { TestDefinition, TestItem } from "#app/features/catalogue/compiled.ts";
import { type Random, shuffled } from "./random.ts";

/** One question as it was put to one person: kept, so that the score can be explained later. */
export interface DrawnItem {
  itemId: string;
  /** in the order shown */
  optionIds: string[];
}

/**
 * Deals the questions of one attempt. A final test draws the same number of each outcome, items this person saw least
 * first (so that a retake brings others as long as there are any), and shuffles questions and options. A check asks
 * everything in its own order. Never the same item twice; an outcome with too few items gives all it has.
 * @param timesSeen item id → how often earlier attempts held it
 */
export function drawItems(definition: TestDefinition, timesSeen: ReadonlyMap<string, number>, random: Random): DrawnItem[] {
  if (definition.kind === "check")
    return definition.items.map((item) =>
      asked(
        item,
        item.options.map((option) => option.id),
      ),
    );
  const drawn =
    definition.drawPerOutcome === null ? definition.items : drawPerOutcome(definition.items, definition.drawPerOutcome, timesSeen, random);
  return shuffled(drawn, random).map((item) =>
    asked(
      item,
      shuffled(
        item.options.map((option) => option.id),
        random,
      ),
    ),
  );
}

function drawPerOutcome(items: TestItem[], count: number, timesSeen: ReadonlyMap<string, number>, random: Random): TestItem[] {
  const perOutcome = Map.groupBy(items, (item) => item.outcome);
  const seen = (item: TestItem) => timesSeen.get(item.id) ?? 0;
  // Shuffled before a stable sort: chance decides among items seen equally often.
  return [...perOutcome.values()].flatMap((pool) =>
    shuffled(pool, random)
      .sort((left, right) => seen(left) - seen(right))
      .slice(0, count),
  );
}

const asked = (item: TestItem, optionIds: string[]): DrawnItem => ({ itemId: item.id, optionIds });

/** How often each item stood in these attempts. */
export function countSeen(attempts: readonly (readonly DrawnItem[])[]): Map<string, number> {
  const seen = new Map<string, number>();
  for (const { itemId } of attempts.flat()) seen.set(itemId, (seen.get(itemId) ?? 0) + 1);
  return seen;
}
