/** Endings after which Dutch always joins with an s: there the two words of a compound part. */
const JOINT = /(?<=\p{L}{4}(?:heids|ings|schaps|teits))(?=\p{L}{6})/gu;
const SOFT_HYPHEN = "\u00AD";

/**
 * A title that may break, with a hyphen, where its long words are joined: for headings on a phone, in browsers that know no Dutch
 * hyphenation. Only to be shown, never to be searched or compared.
 */
export function breakable(title: string): string {
  return title.replace(JOINT, SOFT_HYPHEN);
}
