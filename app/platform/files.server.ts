import { sha256 } from "./crypto.server.ts";
import { db, type Tx } from "./db.server.ts";

export interface FileToKeep {
  bytes: Uint8Array;
  mediaType: string;
}

/** Keeps bytes and returns their id. PostgreSQL holds them: one thing to back up, and the same on every node. */
export async function keepFile(tx: Tx, file: FileToKeep): Promise<string> {
  const bytes = new Uint8Array(file.bytes);
  const { id } = await tx.storedFile.create({
    data: { sha256: sha256(bytes), mediaType: file.mediaType, size: bytes.byteLength, bytes },
    select: { id: true },
  });
  return id;
}

export async function readFile(id: string): Promise<{ bytes: Uint8Array; mediaType: string; sha256: string } | null> {
  return db.storedFile.findUnique({ where: { id }, select: { bytes: true, mediaType: true, sha256: true } });
}

/** Removes a file that something else has taken the place of. */
export async function dropFile(tx: Tx, id: string): Promise<void> {
  await tx.storedFile.deleteMany({ where: { id } });
}
