import type { Language } from "./text-files.ts";

/**
 * One word for one thing. What the site says, and what it does not call the same thing; app/texts/README.md has the whole list, with
 * what each word means. Only words that cannot mean anything else stand under `not`.
 */
export interface HouseWord {
  say: Readonly<Record<Language, string>>;
  not: readonly { language: Language; word: string; pattern: RegExp }[];
}

export const HOUSE_WORDS: readonly HouseWord[] = [
  word("deelnemer", "learner", { nl: ["cursist", "student"], en: ["student"] }),
  word("kennischeck", "knowledge check", { nl: ["quiz", "zelftoets", "zelftest"], en: ["quiz", "self-test"] }),
  word("eindtoets", "final test", { nl: ["examen", "tentamen"], en: ["exam", "final exam"] }),
  word("certificaat", "certificate", { nl: ["diploma"], en: ["diploma"] }),
  word("mail", "email", { nl: ["brief", "brieven"], en: ["e-mail"] }),
  word("inloggen", "sign in", { nl: ["aanmelden", "inlog"], en: ["log in", "login", "log out", "logged in"] }),
  word("bewaren", "save", { nl: ["opslaan", "opgeslagen", "opslag"] }),
  word("maken", "create", { nl: ["aanmaken", "aangemaakt"] }),
  word("apparaat", "device", { nl: ["toestel", "toestellen"] }),
  word("druk op", "press", { nl: ["klik"], en: ["click", "hit"] }),
  word("hooguit", "at most", { nl: ["hoogstens", "maximaal"], en: ["maximally"] }),
  word("als", "if", { nl: ["indien"] }),
  word("ook", "too", { nl: ["tevens", "eveneens"] }),
  word("al", "already", { nl: ["reeds"] }),
  word("met", "with", { nl: ["middels", "door middel van"], en: ["utilise", "by means of"] }),
  word("om te", "to", { nl: ["teneinde"], en: ["in order to"] }),
  word("moeten", "have to", { nl: ["dienen te", "dient te", "gelieve"], en: ["kindly"] }),
];

function word(nl: string, en: string, not: Partial<Record<Language, string[]>>): HouseWord {
  return {
    say: { nl, en },
    not: Object.entries(not).flatMap(([language, words]) =>
      words.map((other) => ({
        language: language as Language,
        word: other,
        // Forms of the word too: cursist, cursisten.
        pattern: new RegExp(`(?<!\\p{L})${other}(?:s|en|t)?(?!\\p{L})`, "iu"),
      })),
    ),
  };
}
