/** A piece of the terms or the privacy statement, in one language, ready to set. */
export interface LegalSection {
  id: string;
  title: string;
  paragraphs: string[];
  list?: string[];
  after?: string[];
}
