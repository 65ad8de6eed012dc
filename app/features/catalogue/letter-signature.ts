import type { Provider } from "./provider-file.ts";

/** Who signs a letter: name first, then how to reach them. */
export function letterSignature(provider: Provider): string[] {
  return [provider.contact.name, provider.tradeName, provider.contact.phone, provider.contact.email];
}
