import * as m from "#generated/paraglide/messages.js";
import type { Letter } from "./letter.ts";

/** Lines for a reader of fixed width (RFC 5322 advises at most 78). */
const COLUMNS = 72;
/** A label longer than this takes its own line. */
const LABEL = 26;

const lengthOf = (text: string) => [...text].length;

/** Breaks at ordinary spaces only: an amount keeps its no-break space, an address longer than a line stays whole. */
export function wrapped(text: string, columns = COLUMNS): string[] {
  const lines: string[] = [];
  for (const word of text.split(/[ \t\r\n]+/).filter(Boolean)) {
    const line = lines.at(-1);
    if (line !== undefined && lengthOf(line) + 1 + lengthOf(word) <= columns) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const paragraph = (text: string) => wrapped(text).join("\n");
const heading = (text: string) => [...wrapped(text), "-".repeat(Math.min(COLUMNS, lengthOf(text)))].join("\n");

/** Labels and values in two columns. */
function facts(rows: NonNullable<Letter["facts"]>): string {
  const column = Math.min(LABEL, Math.max(...rows.map(({ label }) => lengthOf(label) + 1))) + 1;
  return rows
    .flatMap((row) => {
      const label = `${row.label}:`;
      if ("url" in row) return [...wrapped(label), row.url];
      const lines = wrapped(row.value, COLUMNS - column).map((line) => " ".repeat(column) + line);
      if (lengthOf(label) >= column) return [...wrapped(label), ...lines];
      return [label.padEnd(column) + (lines[0] ?? "").slice(column), ...lines.slice(1)];
    })
    .join("\n");
}

/** Amounts under each other, a line above the total. */
function sums(rows: { label: string; value: string }[]): string {
  const label = Math.max(...rows.map((row) => lengthOf(row.label))) + 2;
  const value = Math.max(...rows.map((row) => lengthOf(row.value)));
  const lines = rows.map((row) => row.label.padEnd(label) + " ".repeat(value - lengthOf(row.value)) + row.value);
  return [...lines.slice(0, -1), "-".repeat(label + value), ...lines.slice(-1)].join("\n");
}

/**
 * The letter as plain text, for people who read mail that way: lines of at most 72 signs, every address alone on its line, the
 * code alone on its line. A longer line is a single word, such as an address.
 */
export function letterText(letter: Letter): string {
  const { signature, locale } = letter;
  const { contact } = signature;
  const parts = [
    heading(signature.name),
    paragraph(letter.greeting),
    ...letter.paragraphs.map(paragraph),
    ...(letter.code ? [letter.code] : []),
    ...(letter.button ? [`${paragraph(`${letter.button.label}:`)}\n${letter.button.url}`] : []),
    ...(letter.facts ? [facts(letter.facts)] : []),
    ...(letter.sums ?? []).map(sums),
    ...(letter.after ?? []).map(paragraph),
    ...(letter.note ? [heading(letter.note.title), ...letter.note.paragraphs.map(paragraph)] : []),
    [m.common_letter_closing({}, { locale }), ...new Set([contact.name, signature.name])].map(paragraph).join("\n"),
    paragraph(m.common_letter_questions({ phone: contact.phone, email: contact.email }, { locale })),
    // Two hyphens and a space: where a mail program sees a signature begin (RFC 3676, 4.3).
    ["-- ", ...signature.details.map(paragraph)].join("\n"),
  ];
  return `${parts.join("\n\n")}\n`;
}
