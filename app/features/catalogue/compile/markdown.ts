import type { Element, Root as HastRoot } from "hast";
import type { Link, Nodes, Parents, PhrasingContent, Root, RootContent, Text } from "mdast";
import rehypeStringify from "rehype-stringify";
import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";
import type { Html } from "../compiled.ts";

/** Markdown in, safe HTML out. What leaves here is set on pages as it is, so the list of what may leave is closed. */
const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective);
const renderer = unified()
  .use(remarkRehype)
  .use(() => keepWhatIsKnown)
  .use(() => makeTablesScroll)
  .use(rehypeStringify);

/**
 * Parses course Markdown. A colon before a word (`10:30`) is not a directive here: only containers are, and where `terms` is set `:term[…]`, which marks a
 * term of the glossary, and `:weighed[…]`, which sets a sentence apart from what is told as true.
 */
export function parseMarkdown(source: string, { terms = false } = {}): Root {
  const root = parser.parse(source);
  visit(root, "textDirective", (node, index, parent) => {
    if (terms && (node.name === "term" || node.name === "weighed")) return;
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (!parent || index === undefined || start === undefined || end === undefined) return;
    const text: Text = { type: "text", value: source.slice(start, end), position: node.position };
    (parent.children as RootContent[]).splice(index, 1, text);
    return index + 1;
  });
  visit(root, joinTexts);
  return root;
}

/** Neighbouring texts become one again, so that a citation is never cut in two. */
function joinTexts(node: Nodes): void {
  if (!("children" in node)) return;
  const joined: RootContent[] = [];
  for (const child of node.children as RootContent[]) {
    const last = joined.at(-1);
    if (child.type === "text" && last?.type === "text") last.value += child.value;
    else joined.push(child);
  }
  (node as Parents).children = joined as never;
}

/** HTML of some nodes. Elements and attributes outside the closed list do not come through, whatever the Markdown said. */
export function toHtml(nodes: readonly (RootContent | PhrasingContent)[]): Html {
  const root: Root = { type: "root", children: [...nodes] as RootContent[] };
  return renderer.stringify(renderer.runSync(root)).trim();
}

const elements = new Set([
  "p",
  "em",
  "strong",
  "del",
  "a",
  "ul",
  "ol",
  "li",
  "blockquote",
  "h3",
  "h4",
  "table",
  "thead",
  "tbody",
  "tr",
  "th",
  "td",
  "div",
  "br",
  "hr",
  "code",
  "pre",
  "sup",
]);
const attributes: Record<string, ReadonlySet<string>> = { a: new Set(["href", "className", "id", "ariaLabel"]), ol: new Set(["start"]) };

/** `#id`, `other-lesson`, `other-lesson#step`, https and mailto. */
export function isSafeHref(href: string): boolean {
  return /^(?:https:\/\/[^\s]+|mailto:[^\s]+|[a-z0-9-]*(?:#[a-z0-9-]+)?)$/.test(href) && href !== "";
}

function keepWhatIsKnown(tree: HastRoot): void {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return;
    if (node.type === "text") return;
    if (node.type !== "element") {
      parent.children.splice(index, 1);
      return index;
    }
    if (!elements.has(node.tagName)) {
      parent.children.splice(index, 1, ...node.children);
      return index;
    }
    const allowed = attributes[node.tagName];
    node.properties = Object.fromEntries(Object.entries(node.properties ?? {}).filter(([name]) => allowed?.has(name)));
    // Markdown's own ids (footnotes) are dropped: only ours lead anywhere.
    if (!/^(?:cite|nootplek)-[a-z0-9-]+$/.test(String(node.properties.id ?? ""))) delete node.properties.id;
    if (node.tagName === "a" && !isSafeHref(String(node.properties.href ?? ""))) {
      parent.children.splice(index, 1, ...node.children);
      return index;
    }
  });
}

const isElement = (node: unknown, name?: string): node is Element =>
  typeof node === "object" && node !== null && "tagName" in node && (name === undefined || node.tagName === name);
const textOf = (element: Element): string =>
  element.children
    .map((child) => (child.type === "text" ? child.value : isElement(child) ? textOf(child) : ""))
    .join("")
    .trim();
const cellsOf = (row: Element) => row.children.filter((child): child is Element => isElement(child, "th") || isElement(child, "td"));

/**
 * A table scrolls in its own box, reachable by keyboard, and says which cells are heads. Every cell carries its column's name, because
 * on a phone its rows stand below one another.
 */
function makeTablesScroll(tree: HastRoot): void {
  visit(tree, "element", (table, index, parent) => {
    if (table.tagName !== "table" || !parent || index === undefined) return;
    const rows: Element[] = [];
    visit(table, "element", (row) => {
      if (row.tagName === "tr") rows.push(row);
    });
    const heads = rows[0] ? cellsOf(rows[0]) : [];
    const rowsHaveHeads = heads[0] !== undefined && textOf(heads[0]) === "";
    for (const head of heads) {
      if (textOf(head) === "") head.tagName = "td";
      else head.properties = { ...head.properties, scope: "col" };
    }
    for (const row of rows.slice(1)) {
      const [first, ...others] = cellsOf(row);
      for (const [place, cell] of others.entries()) cell.properties = { ...cell.properties, dataLabel: textOf(heads[place + 1] ?? cell) };
      if (first && !rowsHaveHeads) first.properties = { ...first.properties, dataLabel: textOf(heads[0] ?? first) };
      if (!rowsHaveHeads || !first) continue;
      first.tagName = "th";
      first.properties = { ...first.properties, scope: "row" };
    }
    const label = heads.map(textOf).filter(Boolean).join(", ");
    parent.children[index] = {
      type: "element",
      tagName: "div",
      properties: { className: ["table-scroll"], role: "group", tabIndex: 0, ariaLabel: `Tabel: ${label}` },
      children: [table],
    };
    return SKIP;
  });
}

const citation = /\[(zie )?(@[a-z0-9-]+(?:\s*;\s*@[a-z0-9-]+)*)\]/g;

/**
 * Replaces `[@key; @key2]` and `[zie @key]` by links to the source list, in brackets. `inText` gives a source's name, or null when there is no
 * such source. Keys are returned in order of mention; unknown ones and half-written citations go to `fault`. The first link to each
 * source gets an id to come back to; `anchored` holds the keys that have one already, and null gives none.
 */
export function linkCitations(
  node: Nodes,
  inText: (key: string) => string | null,
  fault: (line: number, key: string | null) => void,
  anchored: Set<string> | null = null,
): string[] {
  const keys: string[] = [];
  visit(node, "text", (text, index, parent) => {
    if (!parent || index === undefined) return;
    const line = text.position?.start.line ?? 1;
    const parts: PhrasingContent[] = [];
    let from = 0;
    for (const match of text.value.matchAll(citation)) {
      parts.push({ type: "text", value: `${text.value.slice(from, match.index)}(${match[1] ?? ""}` });
      from = match.index + match[0].length;
      for (const [place, key] of (match[2] ?? "")
        .split(/\s*;\s*/)
        .map((part) => part.slice(1))
        .entries()) {
        const name = inText(key);
        if (name === null) fault(line + linesBefore(text.value, match.index), key);
        keys.push(key);
        if (place > 0) parts.push({ type: "text", value: "; " });
        parts.push(citeLink(key, name ?? key, anchored !== null && !anchored.has(key)));
        anchored?.add(key);
      }
      parts.push({ type: "text", value: ")" });
    }
    const rest = text.value.slice(from);
    if (/\[\s*@/.test(rest)) fault(line, null);
    if (parts.length === 0) return;
    parts.push({ type: "text", value: rest });
    (parent.children as PhrasingContent[]).splice(index, 1, ...parts);
    return index + parts.length;
  });
  return keys;
}

const linesBefore = (text: string, end: number) => text.slice(0, end).split("\n").length - 1;

function citeLink(key: string, name: string, first: boolean): Link {
  const hProperties = { className: ["cite"], ariaLabel: `Bron: ${name}`, ...(first ? { id: `cite-${key}` } : {}) };
  return { type: "link", url: `#bron-${key}`, children: [{ type: "text", value: name }], data: { hProperties } };
}
