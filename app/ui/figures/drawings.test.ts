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

it.each(["derde-die-meespeelt", "toestemming-drie-momenten", "vier-schakels"])(
  "gives every arrow of %s a head in its own picture",
  (name) => {
    for (const [picture] of (drawings[name] ?? "").matchAll(/<svg[\s\S]*?<\/svg>/g)) {
      const heads = [...picture.matchAll(/<marker id="([^"]+)"/g)].map(([, id]) => id);
      for (const [, id] of picture.matchAll(/url\(#([^)]+)\)/g)) expect(heads).toContain(id);
    }
  },
);

it("shows no numbers where none were measured", () => {
  expect(drawings["derde-die-meespeelt"]?.replace(/<[^>]+>/g, " ")).not.toMatch(/\d/);
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

it("draws what it knows and leaves out the rest", () => {
  expect(Object.keys(drawFigures(["drie-ringen", "toString"]))).toEqual(["drie-ringen"]);
});
