import { expect, test } from "vitest";
import { writtenWords } from "./written-words.ts";

const page = (code: string, path = "app/routes/learn/page.tsx") => [{ path, code }];

test.each([
  ["<p>Welkom terug</p>", "Welkom terug"],
  ['<p>{done ? "Klaar" : null}</p>', "Klaar"],
  [`<p>{name ? \`Dag \${name}\` : null}</p>`, "Dag"],
  ['<input aria-label="Zoek een les" />', "Zoek een les"],
  ['<TextField label={"Naam"} />', "Naam"],
])("a page that writes words itself is stopped: %s", (code, words) => {
  expect(writtenWords(page(code)).map(({ wrong }) => wrong)).toEqual([`It writes ‘${words}’ itself.`]);
});

test.each([
  "<p>{m.learning_title()} · {count}×</p>",
  '<p className="Very Large">{kind === "video" ? <Video /> : null}</p>',
  '<Hint hint="lesson" />',
])("a page that writes none passes: %s", (code) => expect(writtenWords(page(code))).toEqual([]));

test("a figure of a lesson may speak Dutch", () => {
  expect(writtenWords(page("<text>jij</text>", "app/ui/figures/rings.tsx"))).toEqual([]);
});
