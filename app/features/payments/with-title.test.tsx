import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { WithTitle } from "./with-title.tsx";

test("the title stands in the sentence, marked in its own language", () => {
  const shown = renderToStaticMarkup(createElement(WithTitle, { sentence: (title) => `Order ${title} now`, title: "Gemis & meer" }));
  expect(shown).toBe('Order <span lang="nl">Gemis &amp; meer</span> now');
});
