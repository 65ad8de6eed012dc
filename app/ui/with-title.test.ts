import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { WithTitle } from "./with-title.tsx";

test("a title stands in its sentence, marked in its own language", () => {
  const shown = renderToStaticMarkup(createElement(WithTitle, { say: (title) => `Order ${title} now`, title: "Gemis & meer" }));
  expect(shown).toBe('<span>Order <span lang="nl">Gemis &amp; meer</span> now</span>');
});
