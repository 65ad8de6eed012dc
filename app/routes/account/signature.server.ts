import { letterSignature, provider } from "#app/features/catalogue/provider.server.ts";
import type { Signature } from "#app/platform/mail/letter.ts";

/** Who signs the letters that accounts sends: the room itself stands above the catalogue and does not know the provider. */
export async function signature(): Promise<Signature> {
  return letterSignature(await provider());
}
