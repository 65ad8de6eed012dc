import { paths } from "#app/paths.ts";
import type { Block, CompiledLesson } from "./compiled.ts";

/**
 * A lesson for a sheet that may hold several: ids of one lesson never meet those of another, and links that lead elsewhere in the
 * course are whole addresses. Nothing leads back from a list to the text; on paper one turns the page.
 */
export function onPaper(lesson: CompiledLesson, slug: string): CompiledLesson {
  const html = (text: string) =>
    text
      .replace(/ id="(?:cite|nootplek)-[a-z0-9-]+"/g, "")
      .replace(/ href="([^"]+)"/g, (_whole, href: string) => ` href="${addressOnPaper(href, slug, lesson.id)}"`);
  return {
    ...lesson,
    steps: lesson.steps.map((step) => ({ ...step, blocks: step.blocks.map((block) => blockOnPaper(block, html)) })),
    notes: (lesson.notes ?? []).map((note) => ({ ...note, html: html(note.html), backs: [] })),
  };
}

function blockOnPaper(block: Block, html: (text: string) => string): Block {
  const written = { ...block, html: html(block.html) };
  if (written.kind === "case") return { ...written, anchors: [], discussion: html(written.discussion) };
  if (written.kind === "claim") return { ...written, anchors: [] };
  if (written.kind === "video" || written.kind === "audio") return { ...written, transcript: html(written.transcript) };
  return written;
}

function addressOnPaper(href: string, slug: string, lessonId: string): string {
  if (/^(?:https:|mailto:|#bron-|#begrip-)/.test(href)) return href;
  if (href.startsWith("#noot-")) return `#${paperNoteId(lessonId, href.slice("#noot-".length))}`;
  const [other = "", step] = href.split("#");
  return paths.lesson(slug, other === "" ? lessonId : other, step);
}

/** Where a lesson's note stands on a sheet. */
export const paperNoteId = (lessonId: string, number: number | string) => `${lessonId}-noot-${number}`;
