import type { Heading, RootContent } from "mdast";
import { toString as plainText } from "mdast-util-to-string";
import { type LessonFrontMatter, lessonSchema } from "./course-schema.ts";
import { parseMarkdown } from "./markdown.ts";
import { type NotesInSource, takeNotes } from "./notes.ts";
import type { Report } from "./problems.ts";
import { type Located, readYaml } from "./yaml-door.ts";

/** A lesson file, read but not yet compiled: what other lessons may link to is known. */
export interface ReadLesson {
  file: string;
  moduleId: string;
  front: Located<LessonFrontMatter>;
  steps: { id: string; title: string; line: number; nodes: RootContent[] }[];
  notes: NotesInSource;
}

/** the id of what stands above a lesson's first heading */
const OPENING_STEP = "begin";

/** Splits a lesson file into front matter and steps. @returns null when its front matter was refused */
export function readLesson(file: string, moduleId: string, text: string, report: Report): ReadLesson | null {
  // Some editors put an invisible mark before the first line.
  const match = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(text);
  if (!match) {
    report({
      file,
      line: 1,
      message: "De les begint niet met een kop tussen twee regels ‘---’.",
      advice: "Zet bovenaan --- met id, title, summary en outcomes, en daarna weer ---.",
    });
    return null;
  }
  const front = readYaml(file, match[1] ?? "", lessonSchema, report, 1);
  if (!front) return null;
  // Blank lines instead of the front matter: every position is then a line of the file itself.
  const source = match[0].replace(/[^\n]/g, "") + text.slice(match[0].length);
  const steps: ReadLesson["steps"] = [{ id: OPENING_STEP, title: "", line: 1, nodes: [] }];
  const root = parseMarkdown(source, { terms: true });
  const notes = takeNotes(root);
  for (const node of root.children) {
    if (node.type === "heading" && node.depth === 2) steps.push(openStep(file, node, report));
    else steps.at(-1)?.nodes.push(node);
  }
  if (steps[0]?.nodes.length === 0) steps.shift();
  return { file, moduleId, front, steps, notes };
}

function openStep(file: string, heading: Heading, report: Report): ReadLesson["steps"][number] {
  const line = heading.position?.start.line ?? 1;
  const match = /^(.*?)\s*\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}$/.exec(plainText(heading));
  if (!match) {
    report({
      file,
      line,
      message: `De kop ‘${plainText(heading)}’ heeft geen geldig id.`,
      advice: "Zet er een id achter, met kleine letters en streepjes: ## Titel {#mijn-stap}",
    });
    return { id: `regel-${line}`, title: plainText(heading), line, nodes: [] };
  }
  return { id: match[2] ?? "", title: match[1] ?? "", line, nodes: [] };
}
