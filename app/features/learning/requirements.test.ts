import fc from "fast-check";
import { expect, test } from "vitest";
import type { Requirement } from "#app/features/catalogue/compiled.ts";
import { caseKey, completionOf, lessonKey, requirementKey, withFinalTest } from "./requirements.ts";

const id = fc.constantFrom("a", "b", "c", "d");
const percent = fc.integer({ min: 0, max: 100 });
const requirement: fc.Arbitrary<Requirement> = fc.oneof(
  fc.record({ type: fc.constant("lessons-finished" as const), lessons: fc.array(id) }),
  fc.record({ type: fc.constant("cases-written" as const), cases: fc.array(id) }),
  fc.record({ type: fc.constant("check-passed" as const), test: id, percent }),
  fc.record({ type: fc.constant("final-test-passed" as const), test: id, percent }),
);
const key = fc.oneof(
  id.map(lessonKey),
  id.map(caseKey),
  id.map((test) => `check-passed:${test}`),
  id.map((test) => `final-test-passed:${test}`),
);
const evidence = fc.array(fc.tuple(key, percent)).map((entries) => new Map(entries));

test("more evidence never makes less: not of completion, not of percent", () => {
  fc.assert(
    fc.property(fc.array(requirement), evidence, evidence, (requirements, known, more) => {
      const better = new Map(known);
      for (const [name, value] of more) better.set(name, Math.max(value, better.get(name) ?? 0));
      const before = completionOf(requirements, known);
      const after = completionOf(requirements, better);
      if (before.complete) expect(after.complete).toBe(true);
      expect(after.percent).toBeGreaterThanOrEqual(before.percent);
    }),
  );
});

test("nothing asked, nothing completed: no requirements, empty modules, empty lists", () => {
  fc.assert(
    fc.property(evidence, (known) => {
      expect(completionOf([], known)).toMatchObject({ complete: false, percent: 0 });
    }),
  );
  const full = new Map([[lessonKey("a"), 1]]);
  expect(completionOf([{ type: "lessons-finished", lessons: [] }], full).complete).toBe(false);
  expect(
    completionOf(
      [
        { type: "lessons-finished", lessons: ["a"] },
        { type: "cases-written", cases: [] },
      ],
      full,
    ).complete,
  ).toBe(false);
});

test("the order of requirements and of evidence does not matter", () => {
  fc.assert(
    fc.property(fc.array(requirement), evidence, (requirements, known) => {
      const one = completionOf(requirements, known);
      const other = completionOf(requirements.toReversed(), new Map([...known].toReversed()));
      expect([other.complete, other.percent]).toEqual([one.complete, one.percent]);
    }),
  );
});

test("a course with a test never completes without it, however much was read", () => {
  fc.assert(
    fc.property(fc.array(requirement), evidence, id, fc.integer({ min: 1, max: 100 }), (requirements, known, test, mark) => {
      const asked = withFinalTest(
        requirements.filter((one) => one.type !== "final-test-passed"),
        { id: test, percent: mark },
      );
      const without = new Map(known);
      without.set(`final-test-passed:${test}`, mark - 1);
      expect(completionOf(asked, without).complete).toBe(false);
      without.delete(`final-test-passed:${test}`);
      expect(completionOf(asked, without).complete).toBe(false);
    }),
  );
});

test("complete is exactly: every rule met, and at least one; 100 percent is exactly complete", () => {
  fc.assert(
    fc.property(fc.array(requirement), evidence, (requirements, known) => {
      const { complete, rules, percent: done } = completionOf(requirements, known);
      expect(complete).toBe(rules.length > 0 && rules.every((rule) => rule.met));
      expect(done === 100).toBe(complete);
    }),
  );
});

test("a requirement of a later version is not met", () => {
  const later = { type: "session-attended" } as unknown as Requirement;
  expect(completionOf([later], new Map([["session-attended", 1]]))).toMatchObject({ complete: false, percent: 0 });
});

test("the whole of it, once", () => {
  const requirements: Requirement[] = [
    { type: "lessons-finished", lessons: ["a", "b"] },
    { type: "cases-written", cases: ["v"] },
    { type: "final-test-passed", test: "end", percent: 75 },
  ];
  const half = new Map([
    [lessonKey("a"), 1],
    [caseKey("v"), 1],
    ["final-test-passed:end", 74],
  ]);
  expect(completionOf(requirements, half)).toMatchObject({
    complete: false,
    percent: 50,
    rules: [{ met: false, value: 1, needed: 2 }, { met: true }, { met: false, value: 74, needed: 75 }],
  });
  const all = new Map([...half, [lessonKey("b"), 1], ["final-test-passed:end", 75]] as [string, number][]);
  expect(completionOf(requirements, all)).toMatchObject({ complete: true, percent: 100 });
  expect(requirements.map(requirementKey)).toEqual(["lessons-finished", "cases-written", "final-test-passed:end"]);
  expect(withFinalTest(requirements, { id: "end", percent: 75 })).toHaveLength(3);
});
