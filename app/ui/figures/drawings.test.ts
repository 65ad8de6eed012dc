import { describe, expect, it } from "vitest";
import { drawFigures } from "./drawings.server.tsx";
import { figureTexts } from "./figure-texts.ts";

const names = Object.keys(figureTexts);
const drawings = drawFigures(names);

describe.each(names)("the figure %s", (name) => {
  const html = drawings[name] ?? "";

  it("says in every picture what it is and what it shows", () => {
    const pictures = [...html.matchAll(/<svg[^>]*role="img"[^>]*>/g)].map(([tag]) => tag);
    expect(pictures.length).toBeGreaterThan(0);
    for (const picture of pictures) {
      for (const part of ["aria-labelledby", "aria-describedby"]) {
        const id = new RegExp(`${part}="([^"]+)"`).exec(picture)?.[1];
        expect(html).toMatch(new RegExp(`<(title|desc) id="${id}">[^<]{5,}`));
      }
    }
  });

  it("carries no style of its own, which the site's policy would refuse", () => expect(html).not.toMatch(/\sstyle=|<style/));

  it("has a caption with its sources, or that it is advice, and words", () => {
    const { caption, words } = figureTexts[name as keyof typeof figureTexts];
    expect(caption).toMatch(/\[@[a-z0-9-]+|advies van deze module en geen onderzoeksuitkomst/);
    expect(words.length).toBeGreaterThan(150);
  });
});

it("gives every part of every figure an id of its own: several stand on one page", () => {
  const ids = Object.values(drawings).flatMap((html) => [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
  expect(new Set(ids).size).toBe(ids.length);
});

const picturesOf = (name: string) => drawings[name]?.match(/<svg[^>]*role="img"[\s\S]*?<\/svg>/g) ?? [];
const seenIn = (html: string) => html.replace(/<(title|desc)[\s\S]*?<\/\1>|<[^>]+>/g, " ");

it.each(names.filter((name) => drawings[name]?.includes("url(#")))(
  "gives every arrow and hatching of %s its own in the same picture",
  (name) => {
    for (const [picture] of (drawings[name] ?? "").matchAll(/<svg[\s\S]*?<\/svg>/g)) {
      const heads = [...picture.matchAll(/<(?:marker|pattern) id="([^"]+)"/g)].map(([, id]) => id);
      for (const [, id] of picture.matchAll(/url\(#([^)]+)\)/g)) expect(heads).toContain(id);
    }
  },
);

it.each(["derde-die-meespeelt", "voor-na-later"])("shows no numbers in %s, where none were measured", (name) => {
  expect(drawings[name]?.replace(/<[^>]+>/g, " ")).not.toMatch(/\d/);
});

it("opens a way out at each of the three moments, and silence takes it", () => {
  const pictures = drawings["toestemming-drie-momenten"]?.match(/<svg[\s\S]*?<\/svg>/g) ?? [];
  expect(pictures).toHaveLength(2);
  for (const picture of pictures)
    for (const part of [/figure-way-out/g, />nee: stop</g, />stilte ook</g]) expect(picture.match(part)).toHaveLength(3);
});

it("dots one link of four: the wish", () => {
  const pictures = drawings["vier-schakels"]?.match(/<svg[\s\S]*?<\/svg>/g) ?? [];
  expect(pictures).toHaveLength(2);
  for (const picture of pictures) {
    const links = [...picture.matchAll(/<rect class="([^"]+)"/g)].map(([, dress]) => dress?.includes("figure-way-out"));
    expect(links).toEqual([false, true, false, false]);
  }
});

it("adds six answers up to four, and marks the four between its two limits", () => {
  const pictures = picturesOf("van-punten-naar-woord");
  expect(pictures).toHaveLength(2);
  for (const picture of pictures) {
    const seen = seenIn(picture);
    expect(seen.match(/2 van de 3/g)).toHaveLength(2);
    expect(seen).toContain("samen 4");
    expect(seen.match(/grens/g)).toHaveLength(2);
    const cells = [...picture.matchAll(/<rect class="figure-ring-thin" x="([^"]+)" y="[^"]+" width="[^"]+" height="38"/g)].map(
      ([, x]) => x,
    );
    expect(cells).toHaveLength(7);
    expect(/<rect class="figure-chosen" x="([^"]+)"/.exec(picture)?.[1]).toBe(cells[4]);
  }
});

it("stands as many people above the line as below it, and gives no number but the effect", () => {
  const pictures = picturesOf("twee-groepen-op-een-lijn");
  expect(pictures).toHaveLength(2);
  for (const picture of pictures) {
    expect(picture.match(/class="figure-dot-open"/g)).toHaveLength(picture.match(/class="figure-dot"/g)?.length ?? 0);
    expect(picture.match(/class="figure-dot-extra"/g)).toHaveLength(2);
    expect(seenIn(picture).match(/[−\d,]+/g)).toEqual(["−0,50"]);
  }
});

it("lets two people near each other and then part, a week beginning where the last one ended", () => {
  const pictures = picturesOf("twee-bewegingen");
  expect(pictures).toHaveLength(2);
  for (const picture of pictures) {
    const ways = [
      ...picture.matchAll(
        /<path class="figure-flow( figure-way-out)?" d="M[^H]+H([^"]+)"[^>]*><\/path><circle class="([^"]+)" cx="([^"]+)"/g,
      ),
    ];
    expect(ways.map(([, out]) => Boolean(out))).toEqual([false, false, false, false, false, true, true, true]);
    for (const person of ["figure-person", "figure-self"]) {
      const own = ways.filter(([, , , dress]) => dress === person);
      expect(own.slice(1).map(([, , , , from]) => from)).toEqual(own.slice(0, -1).map(([, , to]) => to));
    }
  }
});

it("draws the same fall three times: alone, beside who waits, and with two ways on", () => {
  const falls = picturesOf("voor-na-later").map((picture) => /<path class="figure-ring-firm" d="([^"]+)"/.exec(picture)?.[1]);
  expect(falls).toHaveLength(3);
  expect(new Set(falls).size).toBe(1);
  expect(picturesOf("voor-na-later").map((picture) => picture.match(/figure-way-out/g)?.length ?? 0)).toEqual([0, 0, 2]);
});

it("draws what it knows and leaves out the rest", () => {
  expect(Object.keys(drawFigures(["drie-ringen", "toString"]))).toEqual(["drie-ringen"]);
});
