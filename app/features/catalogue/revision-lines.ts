import { isMap, isNode, type Pair, parseDocument, stringify, type YAMLMap } from "yaml";

export interface RevisionLines {
  revision: number;
  author: string;
  reason: string;
  material: boolean;
}

/**
 * A course.yaml that says of itself which revision it is, whose, and why. Only those values are rewritten: comments, order and the way
 * the rest is folded stay as their writer left them. A field that is not there yet comes after the one before it.
 */
export function withRevisionLines(yaml: string, { revision, author, reason, material }: RevisionLines): string {
  const values = { revision, revisionAuthor: author, revisionReason: reason, revisionMaterial: material };
  let text = yaml;
  let before: string | null = null;
  for (const [name, value] of Object.entries(values)) {
    text = withField(text, name, value, before);
    before = name;
  }
  return text;
}

type Value = string | number | boolean;

function withField(yaml: string, name: string, value: Value, before: string | null): string {
  const document = parseDocument(yaml);
  const fields = document.contents;
  if (!isMap(fields) || fields.flow || !fields.range) {
    document.set(name, value);
    return document.toString({ lineWidth: 0 });
  }
  const own = yaml.includes("\r\n") ? "\r\n" : "\n";
  const there = valueRange(fieldOf(fields, name));
  if (there) {
    const [start, end] = there;
    const gap = /\s/.test(yaml[start - 1] ?? "") ? "" : " ";
    const close = start < end && yaml[end - 1] === "\n" ? own : yaml[end] === "#" ? " " : "";
    return yaml.slice(0, start) + gap + onOneLine(value) + close + yaml.slice(end);
  }
  const above = before === null ? undefined : valueRange(fieldOf(fields, before));
  const at = above ? nextLine(yaml, above[1]) : fields.range[0];
  const open = at > 0 && at === yaml.length && yaml[at - 1] !== "\n" ? own : "";
  return `${yaml.slice(0, at)}${open}${name}: ${onOneLine(value)}${own}${yaml.slice(at)}`;
}

const fieldOf = (fields: YAMLMap, name: string): Pair | undefined => fields.items.find(({ key }) => isNode(key) && key.toJSON() === name);

const valueRange = (field: Pair | undefined) => (field && isNode(field.value) ? field.value.range : undefined);

/** A block ends where its last line does; behind another value a comment may stand. */
function nextLine(yaml: string, at: number): number {
  if (yaml[at - 1] === "\n") return at;
  const end = yaml.indexOf("\n", at);
  return end === -1 ? yaml.length : end + 1;
}

/** So that a comment behind it stays one. */
const onOneLine = (value: Value) =>
  stringify({ _: value }, { lineWidth: 0, blockQuote: false, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER })
    .slice("_:".length)
    .trim();

/** The edition a course.yaml says it is; null where it says none. */
export const editionIn = (yaml: string): string | null => /^edition:\s*["']?([\d.]+)/m.exec(yaml)?.[1] ?? null;
