import { z } from "zod";

/** Who writes. It travels in the jobs that ask for a letter, hence a schema. */
export const signatureSchema = z.object({
  /** the provider: leads the letter, and is the name its sender goes by */
  name: z.string(),
  /** who helps with questions; answers to the letter go to this address */
  contact: z.object({ name: z.string(), phone: z.string(), email: z.string() }),
  /** who they are by law: address, registration; one line a fact */
  details: z.array(z.string()),
  /** a full address; the only thing a letter ever loads */
  logo: z.string().nullable(),
});
export type Signature = z.infer<typeof signatureSchema>;

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
