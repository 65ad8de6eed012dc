import { expect, test } from "vitest";
import { bothTexts, countWords, normaliseText } from "./writing.ts";

test("words are counted as people do", () => {
  expect(countWords("")).toBe(0);
  expect(countWords("  Mevrouw V. – 78 jaar –\nmist   zus’ stem. ")).toBe(7);
});

test("line ends count once, whatever the browser sends", () => {
  expect(normaliseText("een\r\ntwee\rdrie\n")).toBe("een\ntwee\ndrie\n");
});

test("both texts stand under each other, nothing left out", () => {
  expect(bothTexts("De ene.\n", "De andere.")).toBe("De ene.\n\nDe andere.");
  expect(bothTexts("", "Alleen deze.")).toBe("Alleen deze.");
});
