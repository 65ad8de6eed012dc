import type { Nodes } from "mdast";
import { visit } from "unist-util-visit";
import type { CompiledLesson } from "../compiled.ts";
import { linkTerms } from "./glossary.ts";
import type { LessonWork } from "./lesson-work.ts";
import { linkNotes, type NotesInSource } from "./notes.ts";

/** Markdown leaves a mark whose note stands elsewhere as it was written. */
const noteMark = /\[\^[^\]\s]+\]/;

/** Terms and notes become links. Notes stand under the lesson for everyone, so a discussion that not everyone sees (`hidden`) has none. */
export function linkMarks(work: LessonWork, node: Nodes, hidden: boolean): void {
  const unknown = (line: number, message: string) =>
    work.fault(line, message, 'Kies een begrip uit glossary in course.yaml, of voeg het daar toe: :term[woorden]{of="begrip"}.');
  for (const term of linkTerms(node, work.around.glossary, unknown)) work.tally.terms.set(term.id, term);
  if (hidden || work.notes === null) {
    const refuse = ({ position }: Nodes) =>
      work.fault(
        position?.start.line ?? 1,
        "Hier kan geen noot staan.",
        "Noten horen bij de lopende tekst van de les, niet bij een andere noot, een bespreking of een uitgeschreven tekst.",
      );
    visit(node, "footnoteReference", refuse);
    visit(node, "text", (text) => {
      if (noteMark.test(text.value)) refuse(text);
    });
    return;
  }
  linkNotes(node, work.notes, work.tally.numbered, (line) =>
    work.fault(line, "Bij dit noottekentje hoort geen noot.", "Schrijf de noot op een eigen regel: [^1]: De tekst van de noot."),
  );
}

/** The notes at the end of the lesson, in the order in which its text came to them; called once the text is done. */
export function endNotes(work: LessonWork, { doubled, definitions }: NotesInSource): CompiledLesson["notes"] {
  const { numbered } = work.tally;
  for (const { label, line } of doubled) work.fault(line, `De noot [^${label}] staat er twee keer.`, "Geef elke noot een eigen teken.");
  for (const [identifier, { label, position }] of definitions) {
    if (!numbered.has(identifier))
      work.fault(
        position?.start.line ?? 1,
        `Naar de noot [^${label ?? identifier}] wordt nergens verwezen.`,
        "Zet het teken in de lopende tekst, of haal de noot weg.",
      );
  }
  const inNotes = work.withoutNotes();
  return [...numbered.values()].map(({ number, definition, backs }) => ({ number, html: inNotes.html(definition.children), backs }));
}
