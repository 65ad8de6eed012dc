import { describe, expect, it } from "vitest";
import { groupAround, STEPS_IN_DEVIATION } from "./two-groups.ts";

const places = (effect: number) => groupAround(effect).flatMap(({ step, people }) => Array<number>(people).fill(step));
const mean = (steps: number[]) => steps.reduce((sum, step) => sum + step, 0) / steps.length;
const deviation = (steps: number[]) => Math.sqrt(mean(steps.map((step) => (step - mean(steps)) ** 2)));

describe("two groups with a standardised difference of −0.50", () => {
  const [without, withHelp] = [places(0), places(-0.5)];

  it("are as large and as widely spread as each other", () => {
    expect(withHelp).toHaveLength(without.length);
    for (const group of [without, withHelp]) expect(deviation(group)).toBeCloseTo(STEPS_IN_DEVIATION, 12);
  });

  it("have means that lie half a deviation apart", () =>
    expect((mean(withHelp) - mean(without)) / deviation(without)).toBeCloseTo(-0.5, 12));

  it("leave many with help above many without, as the lesson says", () => {
    const lonelier = withHelp.filter((step) => step > mean(without));
    expect(lonelier.length / withHelp.length).toBeGreaterThan(0.2);
  });
});
