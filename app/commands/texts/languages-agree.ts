import { type Fault, LANGUAGES, type Text } from "./text-files.ts";

/**
 * Where the languages do not say the same: a text that one lacks, or that asks for other inputs. The compiler of the texts lets
 * both pass: it shows the other language, or a hole.
 */
export function languageFaults(texts: readonly Text[]): Fault[] {
  const byKey = Map.groupBy(texts, ({ key }) => key);
  return [...byKey.values()].flatMap((same) => [...missing(same), ...otherInputs(same)]);
}

function missing(same: readonly Text[]): Fault[] {
  const [known] = same;
  if (!known) return [];
  return LANGUAGES.filter((language) => !same.some((text) => text.language === language && text.room === known.room)).map((language) => ({
    file: `app/texts/${language}/${known.room}.json`,
    at: known.key,
    wrong: "This key is not in the file.",
    advice: `Write it here too; ${known.file} has it.`,
  }));
}

function otherInputs([first, ...others]: readonly Text[]): Fault[] {
  const asked = (text?: Text) => text?.inputs.map((name) => `{${name}}`).join(", ") || "nothing";
  return others
    .filter((text) => asked(text) !== asked(first))
    .map((text) => ({
      file: text.file,
      at: text.key,
      wrong: `It asks for ${asked(text)}, and ${first?.file} for ${asked(first)}.`,
      advice: "Ask for the same in both: the code hands in one set.",
    }));
}

/** Texts that stand in another room's file: nobody who looks for them finds them. */
export function roomFaults(texts: readonly Text[]): Fault[] {
  return texts
    .filter(({ key, room }) => !key.startsWith(`${room}_`))
    .map(({ file, key, room }) => ({
      file,
      at: key,
      wrong: "The key does not begin with the name of its file.",
      advice: `Call it ${room}_…, or move it to the room it belongs to.`,
    }));
}
