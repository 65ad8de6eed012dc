/** A term as part of an address: ‘existentiële eenzaamheid’ → `existentiele-eenzaamheid`. Empty for a term without letters. */
export const termId = (term: string): string =>
  term
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
