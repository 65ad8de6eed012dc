export const NAME_LENGTH = { min: 2, max: 120 };

export type NameProblem = "too-short" | "too-long" | "forbidden-characters" | "no-letters";

/** As it will be printed: composed letters, single spaces, nothing around it. */
export function tidyName(typed: string): string {
  return typed
    .normalize("NFC")
    .replace(/[\p{Zs}\t]+/gu, " ")
    .trim();
}

/** Invisible characters that a name needs: Persian and some Indian names join or part letters with them. */
const joiners = /[\u200C\u200D]/g;
/** Control, direction-turning, private and unassigned characters, and line breaks: these can make a name read as another. */
const forbidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;

/** Why a tidied name is refused before any font is asked, or null. Length counts characters as people do, accents included. */
export function nameProblem(name: string): NameProblem | null {
  const length = [...name].length;
  if (length < NAME_LENGTH.min) return "too-short";
  if (length > NAME_LENGTH.max) return "too-long";
  if (forbidden.test(name.replace(joiners, ""))) return "forbidden-characters";
  return /\p{L}/u.test(name) ? null : "no-letters";
}
