import { readFile } from "#app/platform/files.server.ts";

/** A kept file as pages name it. */
export interface NamedFile {
  bytes: Uint8Array;
  mediaType: string;
  sha256: string;
  /** what its address carries, so that the address changes with it */
  version: string;
}

/**
 * The file that a row names. Another may take its place between the look and the read, and what it replaced is gone then: it is
 * looked up once more. Null where there is none.
 */
export async function readNamedFile(look: () => Promise<{ fileId: string; version: string } | null>): Promise<NamedFile | null> {
  for (let tries = 0; tries < 2; tries++) {
    const named = await look();
    if (!named) return null;
    const file = await readFile(named.fileId);
    if (file) return { ...file, version: named.version };
  }
  return null;
}
