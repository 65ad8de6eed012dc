import { expect, test } from "vitest";
import { askedOtherwise, unusedFaults } from "./code-files.ts";
import { textsOf } from "./text-files.ts";

const page = (code: string, path = "app/routes/learn/page.tsx") => [{ path, code }];

test("the code asks for every text, or the text goes", () => {
  const texts = textsOf("app/texts/nl/learning.json", { learning_used: "Ja", learning_used_not: "Nee" });
  expect(unusedFaults(texts, page("const title = m.learning_used();")).map(({ at }) => at)).toEqual(["learning_used_not"]);
});

test("the code names a text in full, and leaves dates to the one place that sets them", () => {
  const told = (code: string) => askedOtherwise(page(code)).map(({ at }) => at);
  expect(told(`const a = 1;\nconst b = m["learning_" + a]();`)).toEqual(["line 2"]);
  expect(told('import { learning_used } from "#generated/paraglide/messages.js";')).toEqual(["line 1"]);
  expect(told('import * as m from "#generated/paraglide/messages.js";')).toEqual([]);
  expect(told("date.toLocaleDateString()")).toEqual(["line 1"]);
  expect(askedOtherwise(page("date.toLocaleDateString()", "app/sandbox/page.tsx"))).toEqual([]);
});
