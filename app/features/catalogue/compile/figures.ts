import type { LeafDirective } from "mdast-util-directive";
import { figureTexts, isFigureName } from "#app/ui/figures/figure-texts.ts";
import type { Block } from "../compiled.ts";
import { figureAttributes } from "./course-schema.ts";
import type { LessonWork } from "./lesson-work.ts";
import { parseMarkdown } from "./markdown.ts";

/**
 * One of the drawn figures, by its name. Its caption is read as if it stood in the lesson: its words count as reading and its sources are the
 * lesson's. The figure in words does not count, because it says again what is drawn.
 */
export function compileFigure(work: LessonWork, node: LeafDirective): Block | null {
  const given = work.attributes(node, figureAttributes);
  if (!given) return null;
  const line = node.position?.start.line ?? 1;
  if (!isFigureName(given.name)) {
    work.fault(line, `De figuur ‘${given.name}’ kennen we niet.`, `Kies uit: ${Object.keys(figureTexts).join(", ")}.`);
    return null;
  }
  const { caption, words } = figureTexts[given.name];
  // Blank lines before it: whatever is wrong with it is reported at the line that asks for the figure.
  const read = (text: string) => parseMarkdown("\n".repeat(line - 1) + text).children;
  return { kind: "figure", id: given.id, name: given.name, html: work.html(read(caption)), words: work.html(read(words), false) };
}
