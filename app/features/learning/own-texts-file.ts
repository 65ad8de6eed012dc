import { formatDate } from "#app/platform/i18n/format.ts";
import * as m from "#generated/paraglide/messages.js";
import type { OwnTexts } from "./own-texts.server.ts";
import type { OwnText } from "./own-texts.ts";

/** What a text is, as a heading: a note by its step, a case by its name. */
export function nameOfText({ kind, title }: Pick<OwnText, "kind" | "title">): string {
  if (kind === "case") return title ? m.learning_texts_case({ title }) : m.learning_texts_case_plain();
  if (kind === "reflection") return m.learning_texts_reflection();
  return title ? m.learning_texts_note({ title }) : m.learning_texts_note_plain();
}

/** All texts of a course as one Markdown file. The learner's own words stand in it as they were typed, whatever signs they hold. */
export function ownTextsFile({ courseTitle, lessons, elsewhere }: OwnTexts, now: Date, locale: string): string {
  const parts = [
    `# ${m.learning_texts_title()}: ${courseTitle}`,
    m.learning_texts_file_made({ date: formatDate(now, locale) }),
    ...lessons.flatMap((lesson) => [`## ${lesson.position}. ${lesson.title}`, ...lesson.texts.flatMap((text) => asParts(text, locale))]),
    ...(elsewhere.length > 0 ? [`## ${m.learning_texts_elsewhere()}`, ...elsewhere.flatMap((text) => asParts(text, locale))] : []),
  ];
  return `${parts.join("\n\n")}\n`;
}

function asParts(text: OwnText, locale: string): string[] {
  const asked = text.prompt ? plainText(text.prompt).map((line) => `> ${line}`) : [];
  return [`### ${nameOfText(text)}`, ...(asked.length > 0 ? [asked.join("\n>\n")] : []), text.text.trim(), `*${momentOf(text, locale)}*`];
}

/** When it was handed in or last saved, in words. */
export function momentOf({ submittedAt, savedAt }: Pick<OwnText, "submittedAt" | "savedAt">, locale: string): string {
  return submittedAt
    ? m.learning_texts_handed_in({ date: formatDate(submittedAt, locale) })
    : m.learning_texts_saved({ date: formatDate(savedAt, locale) });
}

const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

/** Compiled course text as plain lines, one a paragraph or list item. */
export function plainText(html: string): string[] {
  return html
    .replace(/<\/(?:p|li|h[1-6]|tr|blockquote)>/g, "\n")
    .replace(/<br\s*\/?>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
      if (name) return NAMED[name.toLowerCase()] ?? whole;
      return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
    })
    .split("\n")
    .map((line) => line.replace(/[ \t]+/g, " ").trim())
    .filter(Boolean);
}
