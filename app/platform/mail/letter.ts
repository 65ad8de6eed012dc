/** Who writes. */
export interface Signature {
  /** the provider: leads the letter, and is the name its sender goes by */
  name: string;
  /** who helps with questions; answers to the letter go to this address */
  contact: { name: string; phone: string; email: string };
  /** who they are by law: address, registration; one line a fact */
  details: string[];
  /** a full address; the only thing a letter ever loads */
  logo: string | null;
}

/**
 * A row of a small table; `lang` where the value may be in another language than the letter. An address to go to has `url`, so
 * that it can be followed and is never broken off.
 */
export type Fact = { label: string; value: string; lang?: "nl" } | { label: string; url: string };

/**
 * A letter as its parts, in the order they are read. Both forms, plain text and HTML, are set from these and from nothing
 * else: what one says, the other says.
 */
export interface Letter {
  locale: "nl" | "en";
  /** says what the letter is */
  subject: string;
  greeting: string;
  /** what happened and what to do now; the first is also the preview in a list of mails, so it never holds a code */
  paragraphs: string[];
  /** to be typed over or pasted */
  code?: string;
  /** the one thing to do */
  button?: { label: string; url: string };
  facts?: Fact[];
  /** amounts; the last row of each group is its total */
  sums?: { label: string; value: string }[][];
  after?: string[];
  /** small print that must be kept word for word */
  note?: { title: string; paragraphs: string[] };
  signature: Signature;
}
