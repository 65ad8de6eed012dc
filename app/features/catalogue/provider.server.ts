import { paths } from "#app/paths.ts";
import type { Tx } from "#app/platform/db.server.ts";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { type HelpLines, logoVersion, type Provider, type ProviderLogo, type StoredLogo } from "./provider-file.ts";

export { letterSignature } from "./letter-signature.ts";
export type { HelpLine, HelpLines, Provider } from "./provider-file.ts";

/**
 * Who sells: the name on the site, the letters, the orders and the certificates. Written at the first publishing, so it is
 * there on every installation that serves pages.
 * @throws when nothing was ever published
 */
export async function provider(tx: Tx = db): Promise<Provider> {
  const row = await tx.provider.findUnique({ where: { id: 1 }, select: { details: true } });
  if (!row) throw new Error("No provider is known yet; `npm run courses:publish` reads courses/provider.yaml.");
  const { logo, ...details } = row.details as unknown as Omit<Provider, "logo"> & { logo?: StoredLogo | null };
  return { ...details, logo: logo ? addressed(logo) : null };
}

function addressed(logo: StoredLogo): ProviderLogo {
  const path = paths.logo(logoVersion(logo));
  return { path, url: `${env().origin}${path}`, mediaType: logo.mediaType };
}

export const HELP_LINES = "help-lines";

/** The help lines, as published. Empty lists only where courses/help-lines.yaml never passed its check. */
export async function helpLines(): Promise<HelpLines> {
  const row = await db.siteDocument.findUnique({ where: { key: HELP_LINES }, select: { data: true } });
  return row ? (row.data as unknown as HelpLines) : { note: { nl: "", en: "" }, lines: [] };
}
