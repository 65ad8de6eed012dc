import type { Reference } from "../compiled.ts";
import type { Source } from "./course-schema.ts";

/**
 * References in APA style (7th edition) for the source types in use. Own code, because the CSL processors are AGPL and LGPL.
 * What is not known is left out, never guessed: no “z.d.”, no invented initials.
 */
const escapeHtml = (value: string) => value.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
/** ‘van Tilburg’ begins a line as ‘Van Tilburg’; a site that is known by its address keeps it. */
const capitalise = (value: string) => (/^[a-z0-9-]+\.[a-z.]+$/.test(value) ? value : value.charAt(0).toUpperCase() + value.slice(1));
const sentence = (value: string) => (/[.?!]$/.test(value) ? value : `${value}.`);

/** The name by which the running text calls a source: ‘Perlman & Peplau’, ‘Cacioppo et al.’. Empty when nothing is known. */
function callName(source: Source): string {
  const [first, second, third] = source.authors;
  if (!first) return source.label ?? source.title ?? "";
  if (source.etAl || third) return `${capitalise(first.family)} et al.`;
  return second
    ? `${capitalise(first.family)} & ${second.family.startsWith("van") ? capitalise(second.family) : second.family}`
    : capitalise(first.family);
}

/** As in brackets: ‘Perlman & Peplau, 1981’. */
export function inText(source: Source): string {
  return [callName(source), source.issued].filter(Boolean).join(", ");
}

/** As in a sentence: ‘Perlman & Peplau (1981)’. */
export function shortReference(source: Source): string {
  return source.issued ? `${callName(source)} (${source.issued})` : callName(source);
}

function authorLine(source: Source): string {
  if (source.authors.length === 0) return "";
  const initials = (given: string) =>
    given
      .split(/[\s.-]+/)
      .filter(Boolean)
      .map((part) => `${part.charAt(0)}.`)
      .join(" ");
  const names = source.authors.map((author) => capitalise(author.family) + (author.given ? `, ${initials(author.given)}` : ""));
  if (source.etAl) return `${names.join(", ")} et al.`;
  const last = names.pop() as string;
  if (names.length === 0) return last;
  const hasInitials = source.authors.some((author) => author.given);
  return `${names.join(", ")}${names.length > 1 || hasInitials ? "," : ""} & ${last}`;
}

/**
 * Articles and chapters carry the italics on their container, all else on their own title. A title in another language says so, for
 * who has it read aloud; where no language is given, it is read as the Dutch around it.
 */
function titleLine(source: Source): string {
  if (!source.title) return source.description ? `[${escapeHtml(source.description.replace(/\.$/, ""))}].` : "";
  const within = source.type === "article-journal" || source.type === "chapter";
  const lang = source.language && source.language !== "nl" ? ` lang="${source.language}"` : "";
  const title = escapeHtml(source.title);
  if (!within) return sentence(`<em${lang}>${title}</em>`);
  return lang ? `<span${lang}>${sentence(title)}</span>` : sentence(title);
}

function containerLine(source: Source): string {
  const volume = source.volume ? `<em>${escapeHtml(source.volume)}</em>${source.issue ? `(${escapeHtml(source.issue)})` : ""}` : "";
  const page = source.page ? escapeHtml(source.page).replace(/(\d)-(\d)/g, "$1–$2") : "";
  if (source.containerTitle) {
    const prefix = source.type === "chapter" ? "In " : "";
    return sentence([`${prefix}<em>${escapeHtml(source.containerTitle)}</em>`, volume, page].filter(Boolean).join(", "));
  }
  return source.publisher ? sentence(escapeHtml(source.publisher)) : "";
}

/** Where a source can be found: its DOI before its address. */
function addressOf(source: Source): string | null {
  if (source.DOI) return `https://doi.org/${source.DOI}`;
  return source.URL ?? null;
}

/** The whole line, as HTML. A source nobody looked up says so. */
export function fullReference(source: Source): string {
  const year = source.issued ? `(${source.issued})` : "";
  const who = authorLine(source);
  const lead = [escapeHtml(who), year].filter(Boolean).join(" ");
  const address = addressOf(source);
  return [
    lead && sentence(lead),
    titleLine(source),
    containerLine(source),
    address && `<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>`,
    !source.checked && '<span class="unchecked">[nog niet nagetrokken]</span>',
  ]
    .filter(Boolean)
    .join(" ");
}

/** What pages need of a source. */
export function compileReference(key: string, source: Source): Reference {
  return {
    key,
    short: shortReference(source),
    full: fullReference(source),
    url: addressOf(source),
    level: source.level,
    checked: source.checked,
    checkedOn: source.checkedOn ?? null,
    reviewBy: source.reviewBy ?? null,
    note: source.note ?? null,
  };
}
