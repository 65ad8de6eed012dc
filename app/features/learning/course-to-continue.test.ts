import { expect, test } from "vitest";
import { courseToContinue } from "./course-to-continue.ts";

const at = (hour: number) => new Date(Date.UTC(2026, 10, 22, hour));
const course = (
  name: string,
  begun: number | null,
  seen: number[] = [],
  extra: { complete?: boolean; state?: "active" | "ended" } = {},
) => ({
  name,
  access: { state: extra.state ?? ("active" as const) },
  begunAt: begun === null ? null : at(begun),
  standing: { completion: { complete: extra.complete ?? false }, progress: seen.map((hour) => ({ lastSeenAt: at(hour) })) },
});

test("the course read last; begun is read", () => {
  expect(courseToContinue([course("a", 1, [2, 9]), course("b", 3, [8])])?.name).toBe("a");
  expect(courseToContinue([course("a", 1, [2, 9]), course("b", 10)])?.name).toBe("b");
});

test("not what is complete, over, not begun, or not published", () => {
  const closed = [course("a", 1, [9], { complete: true }), course("b", 1, [8], { state: "ended" }), course("c", null)];
  expect(courseToContinue(closed)).toBeNull();
  expect(courseToContinue([...closed, course("d", 1, [2]), { ...course("e", 1, [7]), standing: null }])?.name).toBe("d");
  expect(courseToContinue([])).toBeNull();
});
