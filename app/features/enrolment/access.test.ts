import fc from "fast-check";
import { expect, test } from "vitest";
import { accessState, type GroundTimes, isActive, isAtLeast, opensOn } from "./access.ts";

const instant = fc.integer({ min: 0, max: 1000 }).map((value) => new Date(value));
const ground: fc.Arbitrary<GroundTimes> = fc
  .record({
    mode: fc.constantFrom("sandbox", "test", "live"),
    startsAt: instant,
    length: fc.option(fc.integer({ min: 1, max: 500 })),
    endedAt: fc.option(instant),
  })
  .map(({ length, ...rest }) => ({ ...rest, endsAt: length === null ? null : new Date(rest.startsAt.getTime() + length) }));

test("access is: some ground is active, whatever the order and whatever became of the others", () => {
  fc.assert(
    fc.property(fc.array(ground), instant, (grounds, now) => {
      const { state } = accessState(grounds, now);
      expect(state === "active").toBe(grounds.some((one) => isActive(one, now)));
      expect(accessState(grounds.toReversed(), now)).toEqual(accessState(grounds, now));
    }),
  );
});

test("one more ground never takes access away", () => {
  fc.assert(
    fc.property(fc.array(ground), ground, instant, (grounds, more, now) => {
      if (accessState(grounds, now).state === "active") expect(accessState([...grounds, more], now).state).toBe("active");
    }),
  );
});

test("practice sites open every ground, a site of real money only its own", () => {
  const modes = ["sandbox", "test", "live"] as const;
  expect(modes.map((site) => modes.filter((mode) => opensOn(site, mode)))).toEqual([[...modes], [...modes], ["live"]]);
  expect(modes.map((asked) => modes.filter((mode) => isAtLeast(mode, asked)))).toEqual([[...modes], ["test", "live"], ["live"]]);
});

test("no ground at all is not the same as one that ended", () => {
  expect(accessState([], new Date(0))).toEqual({ state: "none" });
});
