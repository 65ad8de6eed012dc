import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { log } from "#app/platform/log.server.ts";
import { hashOfFile } from "./course-folder.server.ts";
import { mediaFolder } from "./media-store.server.ts";

interface Remembered {
  size: number;
  modified: number;
  /** also moves when another file takes the place with its old date */
  changed: number;
  sha256: string;
}

/**
 * The hashes of clips by their place on the disk, so that a start does not read gigabytes that nobody touched. Only a memory: lost
 * or unreadable, the clips are read again.
 */
export async function clipMemory() {
  const before = await readMemory();
  const met = new Map<string, Remembered>();
  let learned = false;
  return {
    async hashOf(path: string): Promise<string> {
      const place = resolve(path);
      const { size, mtimeMs: modified, ctimeMs: changed } = await stat(place);
      const known = before.get(place);
      const same = known?.size === size && known.modified === modified && known.changed === changed;
      if (!same) learned = true;
      const remembered = same ? known : { size, modified, changed, sha256: await hashOfFile(place) };
      met.set(place, remembered);
      return remembered.sha256;
    },
    /** Keeps what was met this time; clips that are gone are forgotten. */
    async keep(): Promise<void> {
      if (learned) await writeMemory(met).catch((error) => log.warn("the hashes of clips were not kept", { error: String(error) }));
    },
  };
}

const memoryFile = () => join(mediaFolder(), "hashes.json");

async function readMemory(): Promise<Map<string, Remembered>> {
  try {
    return new Map(Object.entries(JSON.parse(await readFile(memoryFile(), "utf8")) as Record<string, Remembered>));
  } catch {
    return new Map();
  }
}

async function writeMemory(memory: ReadonlyMap<string, Remembered>): Promise<void> {
  await mkdir(mediaFolder(), { recursive: true });
  const unfinished = `${memoryFile()}.${randomUUID()}.part`;
  try {
    await writeFile(unfinished, JSON.stringify(Object.fromEntries(memory)));
    await rename(unfinished, memoryFile());
  } finally {
    await rm(unfinished, { force: true });
  }
}
