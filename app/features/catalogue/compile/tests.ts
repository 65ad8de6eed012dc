import type { z } from "zod";
import type { TestDefinition, TestItem } from "../compiled.ts";
import { checkSchema, finalTestSchema, type ItemFile } from "./course-schema.ts";
import { linkCitations, parseMarkdown, toHtml } from "./markdown.ts";
import type { Report } from "./problems.ts";
import { type Located, readYaml } from "./yaml-door.ts";

export interface TestSurroundings {
  inText(key: string): string | null;
  hasClaim(id: string): boolean;
  /** advice that rests on no source */
  isBareAdvice(id: string): boolean;
  outcomes: readonly string[];
  report: Report;
}

export interface CompiledTest {
  definition: TestDefinition;
  /** the line of an item, by its place */
  itemLine(index: number): number;
  file: string;
}

/** A module's knowledge check: every item, in its order, as often as one likes. */
export function compileCheck(file: string, text: string, around: TestSurroundings): CompiledTest | null {
  const read = readYaml(file, text, checkSchema, around.report);
  if (!read) return null;
  const { id, title, percent } = read.value;
  const definition: TestDefinition = {
    id,
    kind: "check",
    title,
    percent,
    reason: null,
    attempts: null,
    waitHours: 0,
    drawPerOutcome: null,
    ownWork: null,
    items: compileItems(read, around),
  };
  return { definition, file, itemLine: (index) => read.line(["items", index, "id"]) };
}

/** The final test: a pool to draw from. */
export function compileFinalTest(file: string, text: string, around: TestSurroundings): CompiledTest | null {
  const read = readYaml(file, text, finalTestSchema, around.report);
  if (!read) return null;
  const { id, title, percent, reason, attempts, waitHours, drawPerOutcome, ownWork } = read.value;
  const definition: TestDefinition = {
    id,
    kind: "final",
    title,
    percent,
    reason,
    attempts,
    waitHours,
    drawPerOutcome,
    ownWork,
    items: compileItems(read, around),
  };
  for (const outcome of drawPerOutcome === null ? [] : around.outcomes) {
    const pool = definition.items.filter((item) => item.outcome === outcome).length;
    if (pool < (drawPerOutcome ?? 0)) {
      around.report({
        file,
        line: read.line(["drawPerOutcome"]),
        message: `Bij leerdoel ‘${outcome}’ ${pool === 1 ? "staat 1 vraag" : `staan ${pool} vragen`}, en er worden er ${drawPerOutcome} getrokken.`,
        advice: "Schrijf meer vragen bij dit leerdoel, of verlaag drawPerOutcome.",
      });
    }
  }
  return { definition, file, itemLine: (index) => read.line(["items", index, "id"]) };
}

function compileItems(read: Located<z.infer<typeof checkSchema>>, around: TestSurroundings): TestItem[] {
  return read.value.items.map((item, index) => {
    const path = ["items", index] as const;
    const fault = (at: readonly PropertyKey[], message: string, advice: string) =>
      around.report({ file: read.file, line: read.line([...path, ...at]), message: `Vraag ‘${item.id}’: ${message}`, advice });
    checkItem(item, around, fault);
    const html = (at: readonly PropertyKey[], text: string) =>
      inlineHtml(text, around.inText, (message) => fault(at, message, "Schrijf gewone tekst met hooguit *cursief*, **vet** en [@bron]."));
    return {
      id: item.id,
      outcome: item.outcome,
      situation: item.situation,
      kind: item.kind,
      stem: html(["stem"], item.stem),
      options: item.options.map((option, place) => ({
        id: option.id,
        text: html(["options", place, "text"], option.text),
        correct: option.correct,
        feedback: html(["options", place, "feedback"], option.feedback),
      })),
      explanation: html(["explanation"], item.explanation),
      sources: item.source,
    };
  });
}

function checkItem(
  item: ItemFile,
  around: TestSurroundings,
  fault: (at: readonly PropertyKey[], message: string, advice: string) => void,
): void {
  if (!around.outcomes.includes(item.outcome))
    fault(["outcome"], `leerdoel ‘${item.outcome}’ bestaat niet.`, "Gebruik een van de leerdoelen uit course.yaml.");
  for (const [index, key] of item.source.entries()) {
    if (around.inText(key) === null)
      fault(["source", index], `bron ‘${key}’ staat niet in references.yaml.`, "Voeg de bron toe, of verbeter de sleutel.");
  }
  const claims = [item.claim ?? []].flat();
  if (item.source.length === 0 && !claims.some((claim) => around.isBareAdvice(claim)))
    fault(["source"], "er staat geen bron bij.", "Noem een bron, of bij claim het praktijkadvies (P) waar het antwoord op rust.");
  for (const claim of claims) {
    if (!around.hasClaim(claim))
      fault(["claim"], `bewering ‘${claim}’ staat niet in claims.yaml.`, "Voeg de bewering toe, of verbeter de verwijzing.");
  }
  const correct = item.options.filter((option) => option.correct).length;
  if (correct === 0) fault(["options"], "er is geen goed antwoord.", "Zet bij het goede antwoord correct: true.");
  if (item.kind === "single" && correct > 1)
    fault(
      ["options"],
      "er zijn meer goede antwoorden, en er mag er één gekozen worden.",
      "Maak er kind: multiple van, of laat één antwoord goed.",
    );
  if (item.kind === "multiple" && correct === item.options.length)
    fault(["options"], "alle antwoorden zijn goed.", "Voeg een fout antwoord toe.");
  for (const [index, option] of item.options.entries()) {
    if (item.options.findIndex((other) => other.id === option.id) !== index)
      fault(["options", index, "id"], `het id ‘${option.id}’ komt twee keer voor.`, "Geef elk antwoord een eigen id.");
  }
}

/** What only lessons have: elsewhere readers would see the signs themselves. */
const lessonMark = /:+[a-z]+\s*(?:\[[^\]]*\]|\{[^}]*\})|\[\^[^\]\s]+\]|^\s*:{3,}/m;

/** Words and punctuation that Markdown and HTML give no meaning to: most options and feedback are nothing else. */
const plain = /^[\p{L}‘“](?:[\p{L}\p{N} ,;?!()‘’“”%…–—'-]|\.(?= |$))*$/u;

/** One paragraph of Markdown without its `<p>`; more than one keep theirs. */
export function inlineHtml(text: string, inText: (key: string) => string | null, fault: (message: string) => void): string {
  if (plain.test(text) && !text.endsWith(" ")) return text;
  const root = parseMarkdown(text);
  linkCitations(root, inText, (_line, key) =>
    fault(key ? `bron ‘${key}’ staat niet in references.yaml.` : "hier staat een verwijzing die we niet kunnen lezen."),
  );
  if (/<[a-z!/]/i.test(text)) fault("hier staat HTML.");
  if (lessonMark.test(text)) fault("hier staat een blok, een begrip of een noot, en dat kan alleen in een les.");
  const [only] = root.children;
  const html = toHtml(root.children);
  // Rendered as the paragraph it is: loose words each on a line of their own would read as "( zo )".
  return root.children.length === 1 && only?.type === "paragraph" ? html.slice("<p>".length, -"</p>".length) : html;
}

/** A stem without what may differ by accident, to find the same question twice. */
export function normalisedStem(stem: string): string {
  return stem
    .replace(/<[^>]*>/g, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
