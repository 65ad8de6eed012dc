import type { FootnoteDefinition, Link, Nodes, Root } from "mdast";
import { visit } from "unist-util-visit";

/** A lesson's footnotes as written, by their mark. They are numbered in the order in which the text comes to them. */
export interface NotesInSource {
  definitions: ReadonlyMap<string, FootnoteDefinition>;
  /** marks defined twice: the line of the second */
  doubled: readonly { label: string; line: number }[];
}

/** Takes the definitions out of the text: wherever they were written, they stand at the end of the lesson. */
export function takeNotes(root: Root): NotesInSource {
  const definitions = new Map<string, FootnoteDefinition>();
  const doubled: { label: string; line: number }[] = [];
  visit(root, "footnoteDefinition", (node, index, parent) => {
    if (!parent || index === undefined) return;
    parent.children.splice(index, 1);
    if (definitions.has(node.identifier)) doubled.push({ label: node.label ?? node.identifier, line: node.position?.start.line ?? 1 });
    else definitions.set(node.identifier, node);
    return index;
  });
  return { definitions, doubled };
}

/** A note the text has come to. */
export interface NumberedNote {
  number: number;
  definition: FootnoteDefinition;
  /** ids of the places that lead to it, in order */
  backs: string[];
}

/**
 * Replaces `[^mark]` by raised numbers that lead to the note. `numbered` grows with every note met for the first time; marks that are
 * defined nowhere go to `fault`.
 */
export function linkNotes(node: Nodes, source: NotesInSource, numbered: Map<string, NumberedNote>, fault: (line: number) => void): void {
  visit(node, "footnoteReference", (reference, index, parent) => {
    if (!parent || index === undefined) return;
    const definition = source.definitions.get(reference.identifier);
    if (!definition) return;
    const note = numbered.get(reference.identifier) ?? { number: numbered.size + 1, definition, backs: [] };
    numbered.set(reference.identifier, note);
    const times = note.backs.length + 1;
    const id = `nootplek-${note.number}${times > 1 ? `-${times}` : ""}`;
    note.backs.push(id);
    const link: Link = {
      type: "link",
      url: `#noot-${note.number}`,
      children: [{ type: "text", value: String(note.number) }],
      data: { hProperties: { className: ["noteref"], id, ariaLabel: `Noot ${note.number}` } },
    };
    parent.children.splice(index, 1, { type: "emphasis", children: [link], data: { hName: "sup" } });
    return index + 1;
  });
  // Markdown leaves a mark without a note as it was written.
  visit(node, "text", (text) => {
    if (/\[\^[^\]\s]+\]/.test(text.value)) fault(text.position?.start.line ?? 1);
  });
}
