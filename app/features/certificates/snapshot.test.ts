import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOnPaper, modeOfGrounds } from "./snapshot.ts";

test("the day on paper is Amsterdam's", () => {
  expect(dayOnPaper(new Date("2026-11-22T22:59:59Z"))).toBe("2026-11-22");
  expect(dayOnPaper(new Date("2026-11-22T23:00:00Z"))).toBe("2026-11-23");
  expect(dayOnPaper(new Date("2026-06-30T22:00:00Z"))).toBe("2026-07-01");
});

test("live only where real money stood behind it", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("sandbox", "test", "live", "unheard-of")), (modes) => {
      expect(modeOfGrounds(modes) === "live").toBe(modes.includes("live"));
    }),
  );
  expect(modeOfGrounds([])).toBe("sandbox");
  expect(modeOfGrounds(["test", "sandbox"])).toBe("test");
});
