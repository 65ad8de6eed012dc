// Makes the three small faces in this folder from the npm packages: Dutch and its neighbours (Basic Latin and Latin-1), upright from
// 400 to 600, italic at 400 only. Run after a font package is updated; it needs one tool that the site itself does not:
//   npm install --no-save subset-font@2.9.0 && node app/ui/fonts/subset.mjs
import { readFileSync, writeFileSync } from "node:fs";
import subsetFont from "subset-font";

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, step) => String.fromCodePoint(from + step)).join("");
const marks = "ŒœŸıˆ˜‐‑‒–—‘’‚“”„†•…‰′″‹›€™←↑→↓−≈≤≥\u2009\u202f\u2212";
const text = range(0x20, 0x7e) + range(0xa0, 0xff) + marks;
// Only titles and stressed words stand in italics: fewer letters will do.
const italic = `${range(0x20, 0x7e)}\u00a0àáâäçèéêëíîïñóôöùúûüßœÀÂÇÈÉÊËÎÏÔÖÜ‐‑–—‘’“”„…`;
const keepFeatures = ["kern", "mark", "ccmp", "locl", "liga", "tnum", "lnum"];

const faces = [
  ["source-serif-4/files/source-serif-4-latin-wght-normal.woff2", "serif.woff2", text, { wght: { min: 400, max: 600 } }],
  ["source-serif-4/files/source-serif-4-latin-wght-italic.woff2", "serif-italic.woff2", italic, { wght: 400 }],
  ["source-sans-3/files/source-sans-3-latin-wght-normal.woff2", "sans.woff2", text, { wght: { min: 400, max: 600 } }],
];

for (const [from, to, letters, variationAxes] of faces) {
  const whole = readFileSync(new URL(`../../../node_modules/@fontsource-variable/${from}`, import.meta.url));
  const small = await subsetFont(whole, letters, { targetFormat: "woff2", variationAxes, keepFeatures, noHinting: true });
  writeFileSync(new URL(to, import.meta.url), small);
  console.log(`${to}: ${whole.length} → ${small.length} bytes`);
}
