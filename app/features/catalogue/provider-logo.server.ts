import { sha256 } from "#app/platform/crypto.server.ts";
import { db, type Tx } from "#app/platform/db.server.ts";
import { dropFile, keepFile } from "#app/platform/files.server.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import type { LogoFile } from "./logo-file.ts";
import { type NamedFile, readNamedFile } from "./named-file.server.ts";
import { logoVersion, type StoredLogo } from "./provider-file.ts";

/**
 * Makes `logo` the provider's, or takes theirs away where it is null. Unlike the rest of provider.yaml it follows its file at every
 * publishing: the office has no other place to change it.
 */
export async function placeLogo(tx: Tx, logo: LogoFile | null): Promise<void> {
  const row = await tx.provider.findUnique({ where: { id: 1 }, select: { details: true } });
  if (!row) return;
  const { logo: old, ...details } = row.details as { logo?: StoredLogo | null } & Prisma.JsonObject;
  const hash = logo ? sha256(logo.bytes) : undefined;
  if (old?.sha256 === hash) return;
  const next = logo && hash ? { fileId: await keepFile(tx, logo), sha256: hash, mediaType: logo.mediaType } : null;
  await tx.provider.update({
    where: { id: 1 },
    data: { details: { ...details, logo: next } as Prisma.InputJsonObject },
    select: { id: true },
  });
  if (old) await dropFile(tx, old.fileId);
}

/** The logo itself; null where the provider has none. */
export async function logoImage(): Promise<NamedFile | null> {
  return readNamedFile(async () => {
    const row = await db.provider.findUnique({ where: { id: 1 }, select: { details: true } });
    const logo = (row?.details as { logo?: StoredLogo | null } | undefined)?.logo;
    return logo ? { fileId: logo.fileId, version: logoVersion(logo) } : null;
  });
}
