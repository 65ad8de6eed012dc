import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Fault, Text } from "./text-files.ts";

export interface CodeFile {
  path: string;
  code: string;
}

/** The code of the site, its tests left out. */
export function readCode(folder = "app"): CodeFile[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => ({ path: join(folder, path), code: readFileSync(join(folder, path), "utf8") }));
}

/** Texts that no line of code asks for. Code names a text as `m.key`; that nothing asks in another way is {@link askedOtherwise}. */
export function unusedFaults(texts: readonly Text[], code: readonly CodeFile[]): Fault[] {
  const asked = new Set(code.flatMap((file) => [...file.code.matchAll(/\bm\.(\w+)/g)].map(([, key]) => key)));
  return [...new Map(texts.map((text) => [text.key, text])).values()]
    .filter(({ key }) => !asked.has(key))
    .map(({ file, key }) => ({ file, at: key, wrong: "No page or letter uses this text.", advice: "Take the key out in both languages." }));
}

const OTHER_WAYS: readonly { pattern: RegExp; wrong: string; advice: string }[] = [
  {
    pattern: /\bm\[/,
    wrong: "It composes the name of a text.",
    advice: "Name each text in full, m.room_key; then what is missing or unused can be seen.",
  },
  {
    pattern: /import (?!\* as m )[^;]*"#generated\/paraglide\/messages/,
    wrong: "It imports the texts under another name.",
    advice: 'Write import * as m from "#generated/paraglide/messages.js".',
  },
  {
    pattern: /\bIntl\.(?:NumberFormat|DateTimeFormat|RelativeTimeFormat)|\.toLocale(?:Date|Time)?String\(/,
    wrong: "It sets a number or a date by itself.",
    advice: "Use app/platform/i18n/format.ts, so that all pages set them alike and in Amsterdam’s time.",
  },
];

/** May do what {@link OTHER_WAYS} forbids, each for its reason. */
const FREE: Readonly<Record<string, string>> = {
  "app/platform/i18n/format.ts": "is where numbers and dates are set",
  "app/platform/clock.ts": "reckons with days in Amsterdam; nobody reads what it writes",
  "app/features/certificates/snapshot.ts": "keeps a date as 2026-11-22, for a file and not for a reader",
};

const ROOMS = /^app\/(?:features|http|platform|routes|ui|root)/;

/** Code that asks for a text, or sets a date, in a way this check cannot follow. Commands and the sandbox speak for themselves. */
export function askedOtherwise(code: readonly CodeFile[]): Fault[] {
  return code
    .filter(({ path }) => ROOMS.test(path) && !(path in FREE))
    .flatMap(({ path, code: text }) =>
      OTHER_WAYS.flatMap(({ pattern, wrong, advice }) => {
        const found = pattern.exec(text);
        return found ? [{ file: path, at: `line ${text.slice(0, found.index).split("\n").length}`, wrong, advice }] : [];
      }),
    );
}
