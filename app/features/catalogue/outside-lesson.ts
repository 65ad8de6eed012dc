import { paths } from "#app/paths.ts";
import type { Html } from "./compiled.ts";

/**
 * Course text for a page of its own, outside the lesson it belongs to: its links to terms, sources, steps and other lessons become
 * whole addresses, and the ids that lead back from the lesson's lists are left out.
 */
export function outsideLesson(html: Html, { slug, lessonId }: { slug: string; lessonId: string }): Html {
  return html
    .replace(/ id="(?:cite|nootplek)-[a-z0-9-]+"/g, "")
    .replace(/ href="([^"]+)"/g, (_whole, href: string) => ` href="${wholeAddress(href, slug, lessonId)}"`);
}

function wholeAddress(href: string, slug: string, lessonId: string): string {
  if (/^(?:https:|mailto:|tel:|\/)/.test(href)) return href;
  const [other = "", anchor] = href.split("#");
  return paths.lesson(slug, other === "" ? lessonId : other, anchor);
}
