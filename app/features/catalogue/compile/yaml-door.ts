import { isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { Report } from "./problems.ts";

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
  if (document.errors.length > 0) {
    for (const error of document.errors) {
      const line = counter.linePos(error.pos[0]).line + lineOffset;
      report({
        file,
        line,
        message: `Dit is geen geldige YAML: ${error.message.split("\n")[0]}`,
        advice:
          "Let op inspringen, dubbele punten en aanhalingstekens. Een tekst met een dubbele punt erin zet je tussen aanhalingstekens.",
      });
    }
    return null;
  }
  const line = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return counter.linePos(node.range[0]).line + lineOffset;
    }
    return 1 + lineOffset;
  };
  const result = schema.safeParse(document.toJS());
  if (result.success) return { file, value: result.data, line };
  for (const issue of result.error.issues) report({ file, line: line(issue.path), ...inDutch(issue) });
  return null;
}

function inDutch(issue: z.core.$ZodIssue): { message: string; advice: string } {
  const name = issue.path.length > 0 ? `‘${issue.path.map(String).join(".")}’` : "Dit bestand";
  switch (issue.code) {
    case "invalid_type":
      return issue.message.includes("received undefined")
        ? { message: `${name} ontbreekt.`, advice: "Vul dit veld in." }
        : {
            message: `${name} heeft een verkeerde vorm: hier hoort ${dutchType(issue.expected)}.`,
            advice: "Vergelijk met een bestaande cursus en pas de schrijfwijze aan.",
          };
    case "unrecognized_keys":
      return {
        message: `Onbekend veld: ${issue.keys.map((key) => `‘${key}’`).join(", ")}.`,
        advice: "Controleer de spelling, of haal het veld weg.",
      };
    case "invalid_value":
      return { message: `${name} heeft een waarde die we niet kennen.`, advice: `Kies uit: ${issue.values.map(String).join(", ")}.` };
    case "too_small":
      return { message: `${name} is leeg of te klein.`, advice: `Minimaal ${String(issue.minimum)}.` };
    case "too_big":
      return { message: `${name} is te groot.`, advice: `Maximaal ${String(issue.maximum)}.` };
    case "invalid_key":
      return { message: `${name}: ${issue.issues[0]?.message ?? "zo kan het niet heten"}.`, advice: "Pas de naam aan." };
    case "custom":
      return { message: `${name}: ${issue.message}`, advice: "Pas dit veld aan." };
    default:
      return { message: `${name} klopt niet.`, advice: issue.message };
  }
}

const typeNames: Record<string, string> = {
  string: "tekst",
  number: "een getal",
  int: "een heel getal",
  boolean: "true of false",
  array: "een lijst",
  object: "een groep velden",
  record: "een groep velden",
};
const dutchType = (expected: string) => typeNames[expected] ?? expected;
