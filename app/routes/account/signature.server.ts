import { letterSignature, provider } from "#app/features/catalogue/provider.server.ts";

/** Who signs the letters that accounts sends: the room itself stands above the catalogue and does not know the provider. */
export async function signature(): Promise<string[]> {
  return letterSignature(await provider());
}
