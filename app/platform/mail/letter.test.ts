import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Letter } from "./letter.ts";
import { colours, lamplight } from "./letter-colours.ts";
import { letterHtml } from "./letter-html.ts";
import { letterText, wrapped } from "./letter-text.ts";

const letter: Letter = {
  locale: "nl",
  subject: "Je code",
  greeting: "Dag Noor,",
  paragraphs: ["Vul deze code in."],
  code: "308415",
  button: { label: "Log in", url: "https://leren.example/link/abc?next=%2Flearn&x=1" },
  signature: {
    name: "Voorbeeldacademie",
    contact: { name: "Cursusbureau", phone: "+31 20 000 00 00", email: "bureau@leren.example" },
    details: ["Voorbeeldstraat 1, 1234 AB Voorbeeldstad", "KvK 00000000"],
    logo: null,
  },
};

test("the plain letter, whole", () => {
  expect(letterText(letter)).toBe(`Voorbeeldacademie
-----------------

Dag Noor,

Vul deze code in.

308415

Log in:
https://leren.example/link/abc?next=%2Flearn&x=1

Met vriendelijke groet,
Cursusbureau
Voorbeeldacademie

Vragen? Bel +31 20 000 00 00 of mail bureau@leren.example.

--\u0020
Voorbeeldstraat 1, 1234 AB Voorbeeldstad
KvK 00000000
`);
});

test("lines break at ordinary spaces, never within an amount or an address", () => {
  const address = `https://leren.example/${"a".repeat(90)}`;
  expect(wrapped(`Betaal €\u00a095,00 op ${address} of later`, 20)).toEqual(["Betaal €\u00a095,00 op", address, "of later"]);
});

test("facts stand in two columns, amounts under each other with a line above the total", () => {
  const text = letterText({
    ...letter,
    facts: [
      { label: "Bestelling", value: "K7M3" },
      { label: "Naam", value: `Stichting ${"Heel Lange Naam ".repeat(5)}`.trim() },
      { label: "Controleadres", url: "https://leren.example/verify/K7M3" },
    ],
    sums: [
      [
        { label: "Prijs", value: "€ 78,51" },
        { label: "Totaal", value: "€ 95,00" },
      ],
    ],
  });
  expect(text).toContain(`Bestelling:    K7M3
Naam:          Stichting Heel Lange Naam Heel Lange Naam Heel Lange Naam
               Heel Lange Naam Heel Lange Naam
Controleadres:
https://leren.example/verify/K7M3`);
  expect(text).toContain("Prijs   € 78,51\n---------------\nTotaal  € 95,00");
});

test("a line break in a name makes no line of its own", () => {
  expect(letterText({ ...letter, greeting: "Dag Noor\nhttps://elders.example," })).toContain("Dag Noor https://elders.example,");
});

test("what looks like markup comes out as it was typed", () => {
  const html = letterHtml({
    ...letter,
    subject: `<b>"&'`,
    greeting: `Dag <b>"&'</b><script>`,
    button: { label: "<i>", url: `https://x/"><b>` },
  });
  expect(html).toContain("Dag &#60;b&#62;&#34;&#38;&#39;&#60;/b&#62;&#60;script&#62;");
  expect(html).toContain("<title>&#60;b&#62;&#34;&#38;&#39;</title>");
  expect(html).toContain('href="https://x/&#34;&#62;&#60;b&#62;"');
  expect(html).not.toMatch(/<b>|<i>|<script/);
});

test("names its language, twice: some programs drop the html element", () => {
  expect(letterHtml({ ...letter, locale: "en" }).match(/ lang="en"/g)).toHaveLength(2);
});

test("the preview in a list of mails is the first paragraph; the code stays behind it", () => {
  const hidden = /<div style="display:none[^>]*>(.*?)<\/div>/.exec(letterHtml(letter))?.[1] ?? "";
  expect(hidden).toContain("Vul deze code in.");
  expect(hidden).not.toContain("308415");
});

test("loads nothing, except the provider's logo with its name in words", () => {
  const remote = /\bsrc=|url\(|<link|<script|@import|@font-face|background="/;
  expect(letterHtml(letter)).not.toMatch(remote);
  const html = letterHtml({ ...letter, signature: { ...letter.signature, logo: "https://leren.example/logo.png" } });
  expect(html.match(/\bsrc=/g)).toHaveLength(1);
  expect(html).toContain('<img src="https://leren.example/logo.png" alt="Voorbeeldacademie"');
});

test("tables are for layout only and say so", () => {
  const tables = letterHtml({ ...letter, facts: [{ label: "a", value: "b" }], sums: [[{ label: "a", value: "b" }]] }).match(
    /<table[^>]*>/g,
  );
  expect(tables?.length).toBeGreaterThan(4);
  for (const table of tables ?? []) expect(table).toContain('role="presentation"');
});

function contrast(one: string, other: string): number {
  const luminance = (hex: string) =>
    [1, 3, 5]
      .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, index) => sum + part * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

test("wears the colours of the site, readable by day and by lamplight", () => {
  const tokens = readFileSync("app/ui/styles/tokens.css", "utf8");
  for (const [name, { light, dark }] of Object.entries(colours)) {
    expect(tokens).toContain(`--${name}: light-dark(${light}, ${dark});`);
    expect(lamplight).toContain(dark);
  }
  for (const light of ["light", "dark"] as const) {
    const of = (name: keyof typeof colours) => colours[name][light];
    for (const [ink, ground] of [
      ["ink", "sheet"],
      ["ink", "sunk"],
      ["ink-soft", "sheet"],
      ["ink-soft", "paper"],
      ["accent", "sheet"],
      ["accent-ink", "accent"],
    ] as const)
      expect(contrast(of(ink), of(ground)), `${ink} on ${ground}, ${light}`).toBeGreaterThanOrEqual(4.5);
  }
});
