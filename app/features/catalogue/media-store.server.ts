import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { DAY } from "#app/platform/clock.ts";
import { sha256 } from "#app/platform/crypto.server.ts";
import { env } from "#app/platform/env.server.ts";
import type { CourseFiles, Problem } from "./compile/problems.ts";
import { hashOfPointer, MEDIA_FOLDER, mediaName } from "./media.ts";
import { unreadable } from "./unreadable.ts";

/**
 * Where clips live: in files under DATA_DIR/media, each named by the hash of its bytes, and not in PostgreSQL like certificates. A
 * video of 300 MB would be read into memory as a whole for every few seconds played, and would make the database's backup grow with
 * what stands in the course folder anyway. Not in the course folder itself either: an edition that was published with an older cut
 * must keep it after the folder has a newer one. Every node publishes at its start, so every node fills its own store; DATA_DIR
 * belongs in the backup. No clip is ever swept from it: a published revision stays, and may be all that still names an older cut, which
 * the course folder no longer has; what one node throws away for lack of a name, another's database may yet ask for.
 */
export const mediaFolder = (): string => resolve(env().dataDir, "media");

/** Longer than any copy takes. */
const CUT_OFF = DAY;

/** Takes away what a stop in the middle of copying left behind: it has no name, and nobody can ask for it. */
export async function dropCutOffCopies(now: Date): Promise<void> {
  const names = await readdir(mediaFolder()).catch(() => []);
  for (const name of names.filter((one) => one.endsWith(".part"))) {
    const path = join(mediaFolder(), name);
    const { mtime } = await stat(path).catch(() => ({ mtime: now }));
    if (mtime.getTime() < now.getTime() - CUT_OFF) await rm(path, { force: true });
  }
}

/**
 * Puts a course's clips and captions into the store, those that are not there yet, one at a time. Several nodes or starts at once do
 * no harm. @returns what could not be put there: the course must not be published with it
 */
export async function storeMedia(courseFolder: string, files: CourseFiles): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [path, text] of Object.entries(files)) {
    if (!path.startsWith(`${MEDIA_FOLDER}/`)) continue;
    try {
      const hash = hashOfPointer(text);
      if (hash) {
        const whole = await place(mediaName(path, hash), async (to) => (await copyAndHash(join(courseFolder, path), to)) === hash);
        if (!whole) problems.push(changedMeanwhile(path));
      } else if (path.endsWith(".vtt")) await place(mediaName(path, sha256(text)), (to) => writeFile(to, text).then(() => true));
    } catch (error) {
      problems.push(unreadable(path, error));
    }
  }
  return problems;
}

/** A file has its name only once it is whole and `write` says it is the right one; until then, and after any trouble, it has none. */
async function place(name: string, write: (to: string) => Promise<boolean>): Promise<boolean> {
  const folder = mediaFolder();
  const final = join(folder, name);
  if (existsSync(final)) return true;
  await mkdir(folder, { recursive: true });
  // Two containers on one disk may have the same process id.
  const unfinished = `${final}.${randomUUID()}.part`;
  try {
    if (!(await write(unfinished))) return false;
    await rename(unfinished, final);
    return true;
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** @returns the hash of the bytes as they were copied */
async function copyAndHash(from: string, to: string): Promise<string> {
  const hash = createHash("sha256");
  const hashed = async function* (parts: AsyncIterable<Buffer>) {
    for await (const part of parts) {
      hash.update(part);
      yield part;
    }
  };
  await pipeline(createReadStream(from), hashed, createWriteStream(to, { flags: "wx" }));
  return hash.digest("hex");
}

const changedMeanwhile = (file: string): Problem => ({
  file,
  line: 1,
  message: `‘${file}’ veranderde terwijl we het lazen.`,
  advice: "Wacht tot het bestand helemaal is gekopieerd, en publiceer opnieuw.",
});
