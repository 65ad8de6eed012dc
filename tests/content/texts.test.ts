import { expect, test } from "vitest";
import { textFaults } from "#app/commands/texts-check.ts";

test("the texts of the interface are whole in both languages, used, and written as the house writes", () => {
  expect(textFaults()).toEqual([]);
});
