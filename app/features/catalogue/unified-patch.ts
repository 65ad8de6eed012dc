/** The lines around a change that show where it belongs. */
const CONTEXT = 3;

/**
 * What changed between two states of a folder, as `git apply` and `patch -p1` read it; empty when nothing did. One hunk a file, from
 * the first line that differs to the last. Files that are new or gone are left out: a correction makes and removes none.
 * @param prefix the folder, as seen from where the patch is applied: `courses/slug/`
 */
export function unifiedPatch(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>, prefix: string): string {
  return Object.keys(after)
    .filter((name) => before[name] !== undefined && before[name] !== after[name])
    .sort()
    .map((name) => `--- a/${prefix}${name}\n+++ b/${prefix}${name}\n${hunk(linesOf(before[name] ?? ""), linesOf(after[name] ?? ""))}`)
    .join("");
}

/** Lines with their ends, so that a last line without one is told apart. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function hunk(was: readonly string[], is: readonly string[]): string {
  const shortest = Math.min(was.length, is.length);
  let same = 0;
  while (same < shortest && was[same] === is[same]) same++;
  let tail = 0;
  while (tail < shortest - same && was[was.length - 1 - tail] === is[is.length - 1 - tail]) tail++;
  const from = Math.max(0, same - CONTEXT);
  const more = Math.min(CONTEXT, tail);
  const wasEnd = was.length - tail;
  const isEnd = is.length - tail;
  const range = (end: number) => `${end + more - from === 0 ? from : from + 1},${end + more - from}`;
  const marked = (mark: string, lines: readonly string[]) =>
    lines.map((line) => (line.endsWith("\n") ? `${mark}${line}` : `${mark}${line}\n\\ No newline at end of file\n`));
  return [
    `@@ -${range(wasEnd)} +${range(isEnd)} @@\n`,
    ...marked(" ", was.slice(from, same)),
    ...marked("-", was.slice(same, wasEnd)),
    ...marked("+", is.slice(same, isEnd)),
    ...marked(" ", was.slice(wasEnd, wasEnd + more)),
  ].join("");
}
