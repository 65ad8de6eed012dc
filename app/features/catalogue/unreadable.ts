import type { Problem } from "./compile/problems.ts";

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "onbekende fout";

/** Whether an error of the file system says that there is no such file. */
export const isAbsent = (error: unknown): boolean => codeOf(error) === "ENOENT";

/** The problem of a file that the file system does not give, or of which it cannot keep a copy. `code` is the system's own, as EACCES. */
export function unreadable(file: string, error: unknown): Problem {
  const code = codeOf(error);
  if (code === "ENOSPC")
    return {
      file,
      line: 1,
      message: `Voor ‘${file}’ is op de schijf geen plaats meer (${code}).`,
      advice: "Maak ruimte in de map van DATA_DIR, en publiceer opnieuw.",
    };
  return {
    file,
    line: 1,
    message: `‘${file}’ is niet te lezen of te bewaren (${code}).`,
    advice: "Kijk of het een gewoon bestand is en of de site het mag lezen, en of zij in DATA_DIR mag schrijven.",
  };
}
