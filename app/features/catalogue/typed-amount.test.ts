import { expect, test } from "vitest";
import { hundredthsTyped, typedFrom } from "./typed-amount.ts";

test.each([
  ["295", 29500],
  ["295,00", 29500],
  ["€ 295,-", 29500],
  [" 1.295,5 ", 129550],
  ["2,5", 250],
  ["0,25", 25],
  ["0", 0],
])("%s is %i hundredths", (typed, expected) => expect(hundredthsTyped(typed)).toBe(expected));

test.each(["", "295.50", "1,295", "-3", "drie", "12.34.567", "99999999", "1,234"])("‘%s’ is no amount", (typed) =>
  expect(hundredthsTyped(typed)).toBeNull(),
);

test("an amount goes back into its field as it is written", () => expect(typedFrom(9550)).toBe("95,50"));
