import fc from "fast-check";
import { expect, test } from "vitest";
import { parseMarkdown, toHtml } from "./markdown.ts";
import { inlineHtml } from "./tests.ts";

const none = () => null;
const throughMarkdown = (text: string) => {
  const html = toHtml(parseMarkdown(text).children);
  return /^<p>(?:(?!<p>).)*<\/p>$/s.test(html) ? html.slice(3, -4) : html;
};

test("a plain sentence is its own HTML, exactly as Markdown would have it", () => {
  const characters = fc.constantFrom(...("abé zij 12 ..,;?!()‘’“”%…–—'- www.www. *_`<&:[]~\\/@+".match(/www\.|./gsu) ?? []));
  fc.assert(
    fc.property(fc.array(characters, { minLength: 1, maxLength: 24 }), (parts) => {
      const text = parts.join("");
      expect(inlineHtml(text, none, none)).toBe(throughMarkdown(text));
    }),
    { numRuns: 2000 },
  );
});

test("what is set apart in an option is set apart on the page", () => {
  expect(inlineHtml("Vraag (*eerst*) wat zij mist.", none, none)).toBe("Vraag (<em>eerst</em>) wat zij mist.");
});
