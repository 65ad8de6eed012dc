import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createCanvas, GlobalFonts, Path2D, type SKRSContext2D } from "@napi-rs/canvas";
import { daylight } from "../../ui/daylight.ts";
import { coverMotif, MOTIF_SIZE } from "../../ui/figures/cover-motif.ts";
import { OG_HEIGHT, OG_WIDTH, type OgPicture } from "./og-picture.ts";

/** Run by Node itself in a thread of its own (og-worker.server.ts), so it imports by path. Covers have the colours of figures.css. */
const grounds = { 1: daylight["accent-soft"], 2: daylight.highlight, 3: daylight.sunk, 4: daylight.sheet } as const;
const { paper, ink, accent } = daylight;
const soft = daylight["ink-soft"];
/** how much of a line's own colour is in it; the rest is its ground */
const LINE_STRENGTH = 0.7;

const MARGIN = 84;
/** the motif's square stands on the right, cut off below and above by nothing and at the left by the text */
const COVER = 430;
const TEXT_WIDTH = OG_WIDTH - COVER - MARGIN - 56;

const fonts = join(import.meta.dirname, "../../ui/fonts");
const packages = join(import.meta.dirname, "../../../node_modules/@fontsource-variable");
/** Our own faces first; the wider ones for names from further away. */
const faces = {
  serif: [join(fonts, "serif.woff2"), join(packages, "source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2")],
  sans: [join(fonts, "sans.woff2"), join(packages, "source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2")],
};
for (const [family, files] of Object.entries(faces))
  for (const [place, file] of files.entries()) GlobalFonts.register(readFileSync(file), `${family}-${place}`);
const set = (weight: 400 | 600, size: number, family: keyof typeof faces) => `${weight} ${size}px ${family}-0, ${family}-1, ${family}`;

/** Draws a picture as PNG. The same picture gives the same bytes. */
export function drawOgPicture(picture: OgPicture): Uint8Array {
  const canvas = createCanvas(OG_WIDTH, OG_HEIGHT);
  const context = canvas.getContext("2d");
  context.fillStyle = paper;
  context.fillRect(0, 0, OG_WIDTH, OG_HEIGHT);
  drawCover(context, picture.seed);
  context.textBaseline = "alphabetic";
  if (picture.eyebrow) {
    context.fillStyle = soft;
    context.font = set(600, 28, "sans");
    context.fillText(picture.eyebrow, MARGIN, MARGIN + 30);
  }
  drawTitle(context, picture.title);
  drawProvider(context, picture.provider);
  return new Uint8Array(canvas.toBuffer("image/png"));
}

function drawCover(context: SKRSContext2D, seed: string): void {
  const { ground, strokes, dots } = coverMotif(seed);
  const left = OG_WIDTH - COVER;
  context.save();
  context.beginPath();
  context.rect(left, 0, COVER, OG_HEIGHT);
  context.clip();
  const under = grounds[ground];
  const line = mixed(daylight["field-line"], under, LINE_STRENGTH);
  context.fillStyle = under;
  context.fillRect(left, 0, COVER, OG_HEIGHT);
  const scale = OG_HEIGHT / MOTIF_SIZE;
  context.translate(left + (COVER - OG_HEIGHT) / 2, 0);
  context.scale(scale, scale);
  context.lineCap = "round";
  for (const stroke of strokes) {
    context.lineWidth = stroke.width * 0.8;
    context.strokeStyle = stroke.accent ? accent : line;
    context.stroke(new Path2D(stroke.d));
  }
  context.fillStyle = accent;
  for (const { x, y, r } of dots) {
    context.beginPath();
    context.arc(x, y, r, 0, 2 * Math.PI);
    context.fill();
  }
  context.restore();
}

/** `share` of one colour and the rest of the other, both as `#rrggbb`. */
function mixed(one: string, other: string, share: number): string {
  const part = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  return `rgb(${[1, 3, 5].map((at) => Math.round(part(one, at) * share + part(other, at) * (1 - share))).join(" ")})`;
}

/** As large as it can stand in four lines, in lines of like length. A title is not hyphenated: a long word makes it smaller. */
function drawTitle(context: SKRSContext2D, title: string): void {
  const words = title.split(/\s+/).filter(Boolean);
  const fits = (size: number) => {
    context.font = set(600, size, "serif");
    const lines = balanced(context, words, TEXT_WIDTH);
    return lines.length * size * 1.16 <= 330 && lines.every((text) => context.measureText(text).width <= TEXT_WIDTH) ? lines : null;
  };
  let size = 84;
  while (size > 24 && fits(size) === null) size -= 2;
  const lines = fits(size) ?? [title];
  context.font = set(600, size, "serif");
  context.fillStyle = ink;
  const top = 316 - (lines.length * size * 1.16) / 2;
  for (const [index, text] of lines.entries()) context.fillText(text, MARGIN - 2, top + (index + 0.8) * size * 1.16);
}

/** The fewest lines in `width`, then broken where the longest of them is shortest. */
function balanced(context: SKRSContext2D, words: readonly string[], width: number): string[] {
  const fewest = broken(context, words, width).length;
  let narrow = width;
  while (narrow > 120 && broken(context, words, narrow - 8).length === fewest) narrow -= 8;
  return broken(context, words, narrow);
}

function broken(context: SKRSContext2D, words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && context.measureText(`${last} ${word}`).width <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Three rings, one of them open, and who sells: as in the head of every page. */
function drawProvider(context: SKRSContext2D, name: string): void {
  const centre = { x: MARGIN + 22, y: OG_HEIGHT - MARGIN };
  context.strokeStyle = accent;
  context.lineWidth = 3;
  for (const [radius, sweep] of [
    [22, 2],
    [14, 1.56],
    [6, 2],
  ] as const) {
    context.beginPath();
    context.arc(centre.x, centre.y, radius, 0, sweep * Math.PI);
    context.stroke();
  }
  let size = 32;
  do {
    size -= 1;
    context.font = set(600, size, "sans");
  } while (size > 16 && context.measureText(name).width > TEXT_WIDTH - 62);
  context.fillStyle = ink;
  context.fillText(name, MARGIN + 62, centre.y + size * 0.33);
}
