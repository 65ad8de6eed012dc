import type { Reference } from "./compiled.ts";

/** What the compiled line puts where the title is not known: a description in brackets, at its start or after the year. */
const DESCRIPTION = /(^|\. )\[(.*?)\]\.(?: |$)/;
const UNCHECKED = / ?<span class="unchecked">.*?<\/span>/;

/**
 * A compiled source line in two, both HTML: what can be looked up, and under it what the source is about, where its title is not
 * known. That it was not checked yet is left to the page, which says it in its own language.
 */
export function sourceLine(full: Reference["full"]): { line: string; about: string | null } {
  const line = full.replace(UNCHECKED, "");
  const found = DESCRIPTION.exec(line);
  if (!found) return { line, about: null };
  const about = `${found[2]}.`;
  const rest = line.replace(found[0], found[1] ?? "").trim();
  return rest ? { line: rest, about } : { line: about, about: null };
}
