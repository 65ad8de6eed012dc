import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { sha256 } from "#app/platform/crypto.server.ts";
import { db, type Tx } from "#app/platform/db.server.ts";
import { dropFile, keepFile } from "#app/platform/files.server.ts";
import * as m from "#generated/paraglide/messages.js";
import { coursePage, publicPages } from "./courses.server.ts";
import { type NamedFile, readNamedFile } from "./named-file.server.ts";
import type { OgPicture } from "./og-picture.ts";
import { provider } from "./provider.server.ts";

/** Draws what is missing: run when a node starts, at night, and after publishing by hand. */
export const DRAW_OG_IMAGES = "catalogue.draw-og-images";
/** raise when og-drawing.server.ts draws differently: every image is then made anew */
const DRAWING = 2;
/** The bundle does not hold the thread's file: Node runs it from the repository root, where every command starts. */
const THREAD = "app/features/catalogue/og-worker.server.ts";

/** Courses and the site itself speak Dutch on their pictures, like the course texts. */
const drawn = { locale: "nl" } as const;

/** The picture of a course's page. */
export function courseOgPicture(course: { slug: string; kind: string; title: string }, seller: { tradeName: string }): OgPicture {
  const eyebrow = course.kind === "masterclass" ? m.catalogue_kind_masterclass({}, drawn) : m.catalogue_kind_module({}, drawn);
  return { seed: course.slug, eyebrow, title: course.title, provider: seller.tradeName };
}

/** The picture of every other page. */
export function siteOgPicture(seller: { tradeName: string }): OgPicture {
  return { seed: seller.tradeName, eyebrow: "", title: m.catalogue_home_title({}, drawn), provider: seller.tradeName };
}

/** What tells one picture from another: it changes with every word on it, and with the way it is drawn. */
export function ogVersion(picture: OgPicture): string {
  return sha256(JSON.stringify([DRAWING, picture])).slice(0, 16);
}

/** The image of a course's page, or of the site where `slug` is null; drawn now where no job has yet. Null for an unknown course. */
export async function ogImage(slug: string | null, now: Date): Promise<NamedFile | null> {
  return readNamedFile(async () => {
    const picture = await pictureOf(slug, now);
    if (!picture) return null;
    const version = ogVersion(picture);
    return { fileId: (await keptFile(db, slug, version)) ?? (await drawAndKeep(slug, picture, now)), version };
  });
}

/** Makes the image of every page that has none, or an old one. @returns how many it drew */
export async function drawOgImages(now: Date): Promise<number> {
  let count = 0;
  for (const slug of [null, ...(await publicPages()).map((page) => page.slug)]) {
    const picture = await pictureOf(slug, now);
    if (!picture || (await keptFile(db, slug, ogVersion(picture)))) continue;
    await drawAndKeep(slug, picture, now);
    count += 1;
  }
  return count;
}

async function pictureOf(slug: string | null, now: Date): Promise<OgPicture | null> {
  const seller = await provider();
  if (slug === null) return siteOgPicture(seller);
  const page = await coursePage(slug, now);
  return page ? courseOgPicture(page.course, seller) : null;
}

const keyOf = (slug: string | null) => (slug === null ? "og-image" : `og-image:${slug}`);

async function keptFile(tx: Tx, slug: string | null, version: string): Promise<string | null> {
  const row = await tx.siteDocument.findUnique({ where: { key: keyOf(slug) }, select: { contentHash: true, data: true } });
  return row?.contentHash === version ? (row.data as { fileId: string }).fileId : null;
}

async function drawAndKeep(slug: string | null, picture: OgPicture, now: Date): Promise<string> {
  const bytes = await draw(picture);
  const key = keyOf(slug);
  const contentHash = ogVersion(picture);
  return db.$transaction(async (tx) => {
    // Two nodes may have drawn it at once: the first one's is kept.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${key}))`;
    const kept = await keptFile(tx, slug, contentHash);
    if (kept) return kept;
    const old = await tx.siteDocument.findUnique({ where: { key }, select: { data: true } });
    const fileId = await keepFile(tx, { bytes, mediaType: "image/png" });
    const values = { contentHash, data: { fileId }, publishedAt: now };
    await tx.siteDocument.upsert({ where: { key }, create: { key, ...values }, update: values, select: { key: true } });
    if (old) await dropFile(tx, (old.data as { fileId: string }).fileId);
    return fileId;
  });
}

/** In a thread that ends with the picture: pages do not wait for it, and nothing stays in memory. */
function draw(picture: OgPicture): Promise<Uint8Array> {
  return new Promise((done, fail) => {
    const worker = new Worker(resolve(THREAD), { workerData: picture, execArgv: ["--disable-warning=ExperimentalWarning"] });
    worker.once("message", done);
    worker.once("error", fail);
    worker.once("exit", (code) => fail(new Error(`The thread that draws ended (${code}).`)));
  });
}
