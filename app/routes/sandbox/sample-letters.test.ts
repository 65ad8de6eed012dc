import { describe, expect, test } from "vitest";
import type { Letter } from "#app/platform/mail/letter.ts";
import { letterHtml } from "#app/platform/mail/letter-html.ts";
import { letterText } from "#app/platform/mail/letter-text.ts";
import { sampleLetters } from "./sample-letters.ts";

const NASTY = `Ayşe <b>"& 'Żółć`;
const letters = (["nl", "en"] as const).flatMap((locale) =>
  sampleLetters(locale, NASTY).map(({ name, letter }) => [`${name} (${locale})`, letter] as const),
);

/** What a reader sees of the HTML, on one line. */
const seen = (html: string) =>
  html
    .replace(/<style>.*?<\/style>|<!--.*?-->|<div style="display:none.*?<\/div>|<title>.*?<\/title>/gs, "")
    .replace(/<span style="white-space:nowrap">(.*?)<\/span>/g, "$1")
    .replace(/<[^>]*>/g, " ")
    .replace(/&#(\d+);/g, (_, number) => String.fromCharCode(Number(number)))
    .replace(/[ \n]+/g, " ");

/** Every word that a letter was made of. */
function wordsOf(part: unknown): string[] {
  if (typeof part === "string") return [part];
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => (key === "lang" ? [] : wordsOf(value)));
}

function contentOf({ locale: _locale, subject: _subject, ...letter }: Letter): string[] {
  return wordsOf(letter);
}

describe.each(letters)("%s", (_name, letter) => {
  const text = letterText(letter);
  const html = letterHtml(letter);

  test("says the same as text and as HTML", () => {
    const plain = text.replace(/[ \n]+/g, " ");
    for (const words of contentOf(letter)) {
      expect(plain).toContain(words);
      expect(seen(html)).toContain(words);
    }
    expect(seen(html)).toContain(letter.subject);
  });

  test("leads to the same addresses, each alone on its line of the text", () => {
    const inText = text.match(/https?:\/\/\S+/g) ?? [];
    const inHtml = [...html.matchAll(/href="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(inHtml)).toEqual(new Set(inText));
    for (const address of inText) expect(text.split("\n")).toContain(address);
  });

  test("keeps to 72 columns", () => {
    expect(text.split("\n").filter((line) => [...line].length > 72 && line.includes(" "))).toEqual([]);
  });

  test("marks the course's title as Dutch where it stands alone", () => {
    if (letter.facts) expect(html).toMatch(/<span lang="nl"[^>]*>Gemis is geen alleen-zijn</);
  });

  test("has something to say at once, and who to call", () => {
    expect(letter.subject.length).toBeLessThan(90);
    expect(letter.paragraphs[0]?.length).toBeGreaterThan(20);
    expect(text).toContain("+31 20 000 00 00");
    if (letter.code) expect(letter.paragraphs.join(" ")).not.toContain(letter.code);
  });
});
