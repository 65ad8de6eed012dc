import fc from "fast-check";
import { expect, test } from "vitest";
import type { TestDefinition, TestItem } from "#app/features/catalogue/compiled.ts";
import { type DrawnItem, drawItems, lastSeenIn } from "./drawing.ts";
import { seededRandom } from "./random.ts";

const itemOf = (outcome: string, number: number): TestItem => ({
  id: `${outcome}${number}`,
  outcome,
  situation: false,
  kind: "single",
  stem: "",
  explanation: "",
  sources: [],
  options: ["w", "x", "y", "z"].map((name, index) => ({
    id: `${outcome}${number}-${name}`,
    text: name,
    correct: index === 0,
    feedback: "",
  })),
});

const definitionOf = (pools: number[], drawPerOutcome: number | null, kind: "check" | "final" = "final"): TestDefinition => ({
  id: "test",
  kind,
  title: "",
  percent: 75,
  reason: null,
  attempts: 3,
  waitHours: 24,
  drawPerOutcome,
  ownWork: null,
  items: pools.flatMap((size, index) => Array.from({ length: size }, (_, number) => itemOf("abcdef"[index] ?? "z", number))),
});

const pools = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 });

test("draws the asked number of each outcome, or all there are, and never an item twice", () => {
  fc.assert(
    fc.property(pools, fc.integer({ min: 1, max: 8 }), fc.integer(), (sizes, draw, seed) => {
      const definition = definitionOf(sizes, draw);
      const ids = drawItems(definition, new Map(), seededRandom(seed)).map(({ itemId }) => itemId);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [index, size] of sizes.entries())
        expect(ids.filter((id) => id.startsWith("abcdef"[index] ?? "?"))).toHaveLength(Math.min(size, draw));
    }),
  );
});

test("shows every option of an item exactly once", () => {
  fc.assert(
    fc.property(pools, fc.integer(), (sizes, seed) => {
      const definition = definitionOf(sizes, 4);
      for (const { itemId, optionIds } of drawItems(definition, new Map(), seededRandom(seed))) {
        expect(optionIds.toSorted()).toEqual(definition.items.find((item) => item.id === itemId)?.options.map((option) => option.id));
      }
    }),
  );
});

test("a retake repeats an item only when its outcome has no unseen one left", () => {
  fc.assert(
    fc.property(pools, fc.integer({ min: 1, max: 6 }), fc.integer(), (sizes, draw, seed) => {
      const definition = definitionOf(sizes, draw);
      const random = seededRandom(seed);
      const first = drawItems(definition, new Map(), random);
      const seen = lastSeenIn([first]);
      const second = drawItems(definition, seen, random).map(({ itemId }) => itemId);
      for (const [index, size] of sizes.entries()) {
        const repeated = second.filter((id) => id.startsWith("abcdef"[index] ?? "?") && seen.has(id));
        expect(repeated).toHaveLength(Math.max(0, Math.min(size, draw) - Math.max(0, size - draw)));
      }
    }),
  );
});

/** So many attempts in a row by one person: the ids drawn in each. */
function attemptsInARow(definition: TestDefinition, times: number, seed: number): string[][] {
  const random = seededRandom(seed);
  const attempts: DrawnItem[][] = [];
  for (let attempt = 0; attempt < times; attempt++) attempts.push(drawItems(definition, lastSeenIn(attempts), random));
  return attempts.map((drawn) => drawn.map(({ itemId }) => itemId));
}

const poolOf = (index: number) => (id: string) => id.startsWith("abcdef"[index] ?? "?");

test("however many attempts: while the pool suffices no item comes back, and each outcome always gets its number", () => {
  fc.assert(
    fc.property(pools, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 2, max: 5 }), fc.integer(), (sizes, draw, times, seed) => {
      const attempts = attemptsInARow(definitionOf(sizes, draw), times, seed);
      for (const [index, size] of sizes.entries()) {
        const perAttempt = attempts.map((ids) => ids.filter(poolOf(index)));
        for (const ids of perAttempt) expect(ids).toHaveLength(Math.min(size, draw));
        expect(new Set(perAttempt.flat()).size).toBe(Math.min(size, draw * times));
      }
    }),
  );
});

test("when the pool has run out, what was seen in the last attempt comes back last", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 2, max: 6 }), fc.integer(), (draw, times, seed) => {
      const attempts = attemptsInARow(definitionOf([2 * draw], draw), times, seed);
      for (const [number, ids] of attempts.entries()) {
        const previous = new Set(attempts[number - 1] ?? []);
        expect(ids.filter((id) => previous.has(id))).toEqual([]);
      }
    }),
  );
});

test("the same seed deals the same questions, another seed others", () => {
  const definition = definitionOf([9, 9, 9], 4);
  const deal = (seed: number) => drawItems(definition, new Map(), seededRandom(seed));
  expect(deal(7)).toEqual(deal(7));
  expect(deal(7)).not.toEqual(deal(8));
});

test("every item has its turn at about the same rate", () => {
  const definition = definitionOf([8], 4);
  const deals = Array.from({ length: 4000 }, (_, seed) => drawItems(definition, new Map(), seededRandom(seed)));
  const turns = Map.groupBy(deals.flat(), ({ itemId }) => itemId);
  for (const item of definition.items) expect(turns.get(item.id)?.length).toBeGreaterThan(1800);
});

test("a check asks everything in its own order", () => {
  const definition = definitionOf([3, 2], null, "check");
  expect(drawItems(definition, new Map(), seededRandom(1)).map(({ itemId }) => itemId)).toEqual(["a0", "a1", "a2", "b0", "b1"]);
});
