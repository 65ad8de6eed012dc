import { HOUSE_WORDS } from "./house-words.ts";
import type { Fault, Language, Text } from "./text-files.ts";

interface Rule {
  /** left out: for both languages */
  language?: Language;
  pattern: RegExp;
  wrong: string;
  advice: string;
}

const TYPOGRAPHY: readonly Rule[] = [
  { pattern: /^\s*$/, wrong: "The text is empty.", advice: "Write it, or take the key out in both languages." },
  { pattern: /["']/, wrong: "It has a straight quotation mark.", advice: "Write ‘…’ around words, and ’ where a letter is left out." },
  { pattern: /\.\.\.|…/, wrong: "It trails off in dots.", advice: "Say the whole of it, or end the sentence." },
  { pattern: /!/, wrong: "It has an exclamation mark.", advice: "End in a full stop; the words themselves carry the warmth." },
  { pattern: /\s{2,}/, wrong: "It has two spaces in a row.", advice: "Leave one." },
  { pattern: /^\s+\S|\S\s+$/, wrong: "It begins or ends with a space.", advice: "Put the space in the page, between the two texts." },
  { pattern: /\s[,.;:?](?!\w)/, wrong: "There is a space before a stop.", advice: "Close it up." },
];

const FORMS: readonly Rule[] = [
  {
    language: "nl",
    pattern: /(?<![\p{L}{.])(?:u|uw|uzelf)(?![\p{L}}])/iu,
    wrong: "It says u or uw.",
    advice: "This site says je and jouw.",
  },
  {
    language: "en",
    pattern:
      /\b(?:colors?|behaviors?|favorites?|centers?|canceled|enrollments?|fulfill|practiced|analyze|(?!prize|seize|resize)[a-z]{3,}iz(?:e|ed|es|ing|ations?))\b/i,
    wrong: "It is spelled the American way.",
    advice: "Spell British: colour, cancelled, enrolment, organise.",
  },
];

const WORDS: readonly Rule[] = HOUSE_WORDS.flatMap(({ say, not }) =>
  not.map(({ language, pattern, word }) => ({
    language,
    pattern,
    wrong: `It says ${word}.`,
    advice: `The word here is ${say[language]}; see app/texts/README.md.`,
  })),
);

const RULES = [...TYPOGRAPHY, ...FORMS, ...WORDS];

/** What is wrong with how one text is written, in every one of its wordings; a fault that several share is told once. */
export function wordingFaults({ file, key, language, wordings, cases }: Text): Fault[] {
  const broken = RULES.filter((rule) => (rule.language ?? language) === language && wordings.some((wording) => rule.pattern.test(wording)));
  const open = cases.length > 0 && !cases.some((of) => /^(?:\w+=\*(?:,\s*)?)+$/.test(of));
  return [...broken, ...(open ? [NO_OTHERS] : [])].map(({ wrong, advice }) => ({ file, at: key, wrong, advice }));
}

const NO_OTHERS = {
  wrong: "It has no wording for every other number.",
  advice: "End with a case such as count=*; without one the page shows the key.",
};
