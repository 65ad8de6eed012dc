import type { TestDefinition, TestItem } from "#app/features/catalogue/compiled.ts";
import { type Random, shuffled } from "./random.ts";

/** One question as it was put to one person: kept, so that the score can be explained later. */
export interface DrawnItem {
  itemId: string;
  /** in the order shown */
  optionIds: string[];
}

/**
 * Deals the questions of one attempt. A final test draws the same number of each outcome and shuffles questions and options.
 * A retake brings alternates: of each outcome first what this person has not seen, and when that runs out what they saw
 * longest ago, so that the questions whose answers were read last come back last. A check asks everything in its own order.
 * Never the same item twice; an outcome with too few items gives all it has.
 * @param lastSeen item id → the latest attempt that held it, 1-based; of lastSeenIn()
 */
export function drawItems(definition: TestDefinition, lastSeen: ReadonlyMap<string, number>, random: Random): DrawnItem[] {
  if (definition.kind === "check")
    return definition.items.map((item) =>
      asked(
        item,
        item.options.map((option) => option.id),
      ),
    );
  const drawn =
    definition.drawPerOutcome === null ? definition.items : drawPerOutcome(definition.items, definition.drawPerOutcome, lastSeen, random);
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

function drawPerOutcome(items: TestItem[], count: number, lastSeen: ReadonlyMap<string, number>, random: Random): TestItem[] {
  const perOutcome = Map.groupBy(items, (item) => item.outcome);
  const seen = (item: TestItem) => lastSeen.get(item.id) ?? 0;
  // Shuffled before a stable sort: chance decides among items seen equally long ago.
  return [...perOutcome.values()].flatMap((pool) =>
    shuffled(pool, random)
      .sort((left, right) => seen(left) - seen(right))
      .slice(0, count),
  );
}

const asked = (item: TestItem, optionIds: string[]): DrawnItem => ({ itemId: item.id, optionIds });

/** In which of these attempts, oldest first and counted from 1, each item stood last. */
export function lastSeenIn(attempts: readonly (readonly DrawnItem[])[]): Map<string, number> {
  return new Map(attempts.flatMap((drawn, index) => drawn.map(({ itemId }) => [itemId, index + 1] as const)));
}
