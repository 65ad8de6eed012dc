import { expect, test } from "vitest";
import { askedIn, HIT, piecesOf, wordsAsked } from "./search-words.ts";
import { textOf } from "./text-of-html.ts";

test("a question is one line of a hundred letters at most", () => {
  expect(askedIn(null)).toBe("");
  expect(askedIn("  stil \u0000\n huis ")).toBe("stil huis");
  expect(askedIn("a".repeat(300))).toHaveLength(100);
  expect(askedIn(`${"a".repeat(99)}😀`).isWellFormed()).toBe(true);
});

test("its words are looked for once, without signs, in the spelling they were given", () => {
  expect(wordsAsked("De Coördinatie: coordinatie & ’t huis!")).toEqual(["de", "coordinatie", "t", "huis"]);
  expect(wordsAsked("a b c d e f g h i j")).toHaveLength(8);
  expect(wordsAsked("?!")).toEqual([]);
});

test("a snippet comes apart in what was found and the words around it", () => {
  const hit = (text: string) => `${HIT.begin}${text}${HIT.end}`;
  expect(piecesOf(`Een ${hit("eenzame")} <b>man</b>, ${hit("eenzaam")}`)).toEqual([
    { text: "Een ", hit: false },
    { text: "eenzame", hit: true },
    { text: " <b>man</b>, ", hit: false },
    { text: "eenzaam", hit: true },
  ]);
  expect(piecesOf("")).toEqual([]);
});

test("HTML becomes the text it shows: words of two paragraphs stay two, escaped signs are themselves again", () => {
  expect(textOf("<p>Wat <em>mist</em> u?</p><ul><li>een</li><li>tw<strong>ee</strong></li></ul>")).toBe("Wat mist u? een twee");
  expect(textOf("<p>2 &#x3C; 3 &#38; 4&nbsp;&gt; 1 &onbekend;</p>")).toBe("2 < 3 & 4 > 1 &onbekend;");
});
