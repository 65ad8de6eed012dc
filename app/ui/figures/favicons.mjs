// Makes the site's small faces in public/ from the three rings of the mark: favicon.ico (32), apple-touch-icon.png (180) and the two that
// the web manifest names. Run after the mark or its colours change: node app/ui/figures/favicons.mjs
// favicon.svg is written by hand: it follows the reader's dark or light scheme by itself.
import { writeFileSync } from "node:fs";
import { createCanvas } from "@napi-rs/canvas";

const paper = "#faf6ee";
const accent = "#235149";
const folder = new URL("../../../public/", import.meta.url);

/** @param room the share of the width that the mark takes; a phone may cut a circle out of the rest */
function mark(size, room, ground) {
  const canvas = createCanvas(size, size);
  const context = canvas.getContext("2d");
  if (ground) {
    context.fillStyle = ground;
    context.fillRect(0, 0, size, size);
  }
  context.translate(size / 2, size / 2);
  context.scale((size * room) / 29.5, (size * room) / 29.5);
  context.strokeStyle = accent;
  context.lineWidth = 2.5;
  for (const [radius, part] of [
    [13.5, 1],
    [8.5, 0.78],
    [3.5, 1],
  ]) {
    context.beginPath();
    context.arc(0, 0, radius, 0, part * 2 * Math.PI);
    context.stroke();
  }
  return canvas.toBuffer("image/png");
}

/** An .ico with one PNG in it: a header of 6 bytes, an entry of 16, and the image. */
function ico(png, size) {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

const files = {
  "favicon.ico": ico(mark(32, 0.98, null), 32),
  "apple-touch-icon.png": mark(180, 0.68, paper),
  "icon-192.png": mark(192, 0.6, paper),
  "icon-512.png": mark(512, 0.6, paper),
};
for (const [name, bytes] of Object.entries(files)) {
  writeFileSync(new URL(name, folder), bytes);
  console.log(`${name}: ${bytes.length} bytes`);
}
