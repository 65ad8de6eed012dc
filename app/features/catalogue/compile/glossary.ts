import type { Link, Nodes } from "mdast";
import { toString as plainText } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import { termId } from "../term-id.ts";
import type { CourseFile } from "./course-schema.ts";
import type { Report } from "./problems.ts";
import type { Located } from "./yaml-door.ts";

export interface Term {
  id: string;
  term: string;
  text: string;
}

/** A course's terms by the name that lessons call them, whatever its capitals. */
export type Glossary = ReadonlyMap<string, Term>;

const called = (term: string) => term.trim().toLowerCase();

/** Reads the glossary of course.yaml; two terms that would share an address are refused. */
export function readGlossary(course: Located<CourseFile>, report: Report): Glossary {
  const glossary = new Map<string, Term>();
  for (const [index, { term, text }] of course.value.glossary.entries()) {
    const id = termId(term);
    if (id === "" || [...glossary.values()].some((other) => other.id === id))
      report({
        file: course.file,
        line: course.line(["glossary", index, "term"]),
        message: `Het begrip ‘${term}’ staat al in de lijst, of heeft geen letters.`,
        advice: "Geef elk begrip één keer een omschrijving.",
      });
    glossary.set(called(term), { id, term, text });
  }
  return glossary;
}

/** The terms of a course read elsewhere, by the same names. */
export const glossaryOf = (terms: CourseFile["glossary"]): Glossary =>
  new Map(terms.map(({ term, text }) => [called(term), { id: termId(term), term, text }]));

/**
 * Replaces `:term[words]{of="term"}` by links to the lesson's list of terms; without `of` the words are the term itself.
 * The terms are returned in order; unknown ones go to `fault`, and their words stay.
 */
export function linkTerms(node: Nodes, glossary: Glossary, fault: (line: number, message: string) => void): Term[] {
  const found: Term[] = [];
  visit(node, "textDirective", (directive, index, parent) => {
    if (!parent || index === undefined) return;
    const words = plainText(directive);
    const { of = words, ...others } = directive.attributes ?? {};
    const term = glossary.get(called(of ?? ""));
    const line = directive.position?.start.line ?? 1;
    if (Object.keys(others).length > 0) fault(line, `Bij het begrip ‘${words}’ kan alleen of="…" staan.`);
    if (!term) {
      fault(line, `Het begrip ‘${of}’ staat niet in de begrippenlijst.`);
      parent.children.splice(index, 1, ...directive.children);
      return index;
    }
    found.push(term);
    const link: Link = {
      type: "link",
      url: `#begrip-${term.id}`,
      children: [{ type: "text", value: words }],
      data: { hProperties: { className: ["term"], ariaLabel: `Begrip: ${words}` } },
    };
    parent.children.splice(index, 1, link);
    return index + 1;
  });
  return found;
}
