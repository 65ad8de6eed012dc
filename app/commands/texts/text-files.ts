import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const LANGUAGES = ["nl", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text of the interface in one language. */
export interface Text {
  /** from the repository root, e.g. app/texts/nl/learning.json */
  file: string;
  /** the name of the file: the room whose texts these are */
  room: string;
  language: Language;
  key: string;
  /** as written; a text that changes with a number has several */
  wordings: readonly string[];
  /** which wording is for which number, as `left=1` and `left=*`; none where there is one wording */
  cases: readonly string[];
  /** what the code hands in, `{name}` in the wording, each once */
  inputs: readonly string[];
}

/** Something to mend, said so that whoever reads it can. */
export interface Fault {
  file: string;
  /** the key of a text, or the line in a file of code */
  at: string;
  wrong: string;
  advice: string;
}

/** As the message-format plugin keeps a text with variants: one wording for each case of `match`. */
interface Variants {
  declarations?: readonly string[];
  match: Record<string, string>;
}

/** The texts of one file's parsed JSON. */
export function textsOf(file: string, content: Record<string, string | readonly Variants[]>): Text[] {
  const [language, name = ""] = file.split("/").slice(-2);
  const { $schema: _, ...texts } = content;
  return Object.entries(texts).map(([key, text]) => {
    const wordings = typeof text === "string" ? [text] : text.flatMap(({ match }) => Object.values(match));
    const cases = typeof text === "string" ? [] : text.flatMap(({ match }) => Object.keys(match));
    const declared = typeof text === "string" ? [] : text.flatMap(({ declarations }) => (declarations ?? []).flatMap(declaredInput));
    const inputs = new Set([...declared, ...wordings.flatMap(namedInputs)]);
    return { file, room: name.replace(".json", ""), language: language as Language, key, wordings, cases, inputs: [...inputs].sort() };
  });
}

const declaredInput = (declaration: string) => /^input (\w+)$/.exec(declaration)?.[1] ?? [];
const namedInputs = (wording: string) => [...wording.matchAll(/(?<!\\)\{(\w+)\}/g)].map(([, name = ""]) => name);

/** Every text of the interface, both languages. */
export function readTexts(folder = "app/texts"): Text[] {
  return LANGUAGES.flatMap((language) =>
    readdirSync(join(folder, language)).flatMap((name) => {
      const file = join(folder, language, name);
      return textsOf(file, JSON.parse(readFileSync(file, "utf8")));
    }),
  );
}
