import type { Signature } from "#app/platform/mail/letter.ts";
import type { Provider } from "./provider-file.ts";

/** Who signs a letter: the provider, with the person who helps and what the law wants to see of a seller. */
export function letterSignature(provider: Provider): Signature {
  const { address, contact, kvk, legalName, tradeName } = provider;
  return {
    name: tradeName,
    contact: { name: contact.name, phone: contact.phone, email: contact.email },
    details: [
      tradeName,
      ...(legalName === tradeName ? [] : [legalName]),
      `${address.street}, ${address.postcode} ${address.city}`,
      `KvK ${kvk}`,
    ],
    // Few mail programs show an SVG.
    logo: provider.logo?.mediaType === "image/png" ? provider.logo.url : null,
  };
}
