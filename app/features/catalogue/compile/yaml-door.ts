import { type Document, isMap, isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { fieldFaults } from "./field-faults.ts";
import type { Report } from "./problems.ts";
import { yamlFault } from "./yaml-faults.ts";

/** A YAML text that passed the door, with the line of each of its parts. */
export interface Located<T> {
  file: string;
  value: T;
  /** the 1-based line of the part at `path`, or of its nearest parent that exists */
  line(path: readonly PropertyKey[]): number;
}

/**
 * Reads YAML through a zod schema. Every fault is reported with its line.
 * `lineOffset` is the number of lines that stand above the text in its file (front matter: 1).
 * @returns null when anything was reported
 */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>, report: Report, lineOffset = 0): Located<T> | null {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
  const fault = yamlFault(document, text);
  if (fault) {
    const { offset, message, advice } = fault;
    report({ file, line: counter.linePos(offset).line + lineOffset, message, advice });
    return null;
  }
  const line = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length >= 0; length--) {
      const offset = offsetIn(document, path.slice(0, length));
      if (offset !== null) return counter.linePos(offset).line + lineOffset;
    }
    return 1 + lineOffset;
  };
  const said: unknown = document.toJS();
  const result = schema.safeParse(said);
  if (result.success) return { file, value: result.data, line };
  const faults = result.error.issues.flatMap((issue) => fieldFaults(issue, (path) => valueIn(said, path)));
  for (const { path, message, advice } of faults) report({ file, line: line(path), message, advice });
  return null;
}

/** Where the part at `path` begins; of a group of fields under a name, that is its name. */
function offsetIn(document: Document, path: readonly PropertyKey[]): number | null {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isNode(node) || !node.range) return null;
  const parent = document.getIn(path.slice(0, -1), true);
  if (!isMap(parent) || !isMap(node) || path.length === 0) return node.range[0];
  const key = parent.items.find(({ value }) => value === node)?.key;
  return isNode(key) && key.range ? key.range[0] : node.range[0];
}

function valueIn(said: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((part, key) => (typeof part === "object" && part !== null ? Reflect.get(part, key) : undefined), said);
}
