import type { Html, Reference, TestDefinition, TestItem } from "#app/features/catalogue/compiled.ts";
import type { DrawnItem } from "./drawing.ts";
import { type Answers, isRight } from "./scoring.ts";

/** A question as the browser may know it: no key, no feedback, no explanation. */
export interface Question {
  id: string;
  number: number;
  kind: "single" | "multiple";
  stem: Html;
  options: { id: string; text: Html }[];
  chosen: string[];
}

export interface Source {
  full: Html;
  url: string | null;
}

/** A question after the fact. What is null may not be known yet. */
export interface ReviewedQuestion extends Omit<Question, "options"> {
  right: boolean;
  options: { id: string; text: Html; chosen: boolean; correct: boolean | null; feedback: Html | null }[];
  explanation: Html | null;
  sources: Source[];
}

export interface OutcomeResult {
  text: string;
  /** the lessons that teach it */
  lessons: { id: string; title: string }[];
  right: number;
  total: number;
}

/** An item that is drawn but missing from its own pinned revision cannot happen: then the record is broken. */
function itemOf(definition: TestDefinition, itemId: string): TestItem {
  const item = definition.items.find((candidate) => candidate.id === itemId);
  if (!item) throw new Error(`Test ${definition.id} has no item ${itemId}.`);
  return item;
}

function optionOf(item: TestItem, optionId: string) {
  const option = item.options.find((candidate) => candidate.id === optionId);
  if (!option) throw new Error(`Item ${item.id} has no option ${optionId}.`);
  return option;
}

/** The drawn questions in order, fit to send: built field by field, so that nothing of the key comes along. */
export function questionsOf(definition: TestDefinition, drawn: readonly DrawnItem[], answers: Answers): Question[] {
  return drawn.map(({ itemId, optionIds }, index) => {
    const item = itemOf(definition, itemId);
    const options = optionIds.map((id) => ({ id, text: optionOf(item, id).text }));
    return { id: item.id, number: index + 1, kind: item.kind, stem: item.stem, options, chosen: answers[itemId] ?? [] };
  });
}

/**
 * The drawn questions with verdicts. Without `revealKey` (failed, attempts left) a wrong answer shows no key, no feedback
 * and no explanation, for each of these gives the key away; a right one shows them, for the learner knows that key.
 */
export function reviewOf(
  definition: TestDefinition,
  drawn: readonly DrawnItem[],
  answers: Answers,
  options: { revealKey: boolean; references: Record<string, Reference> },
): ReviewedQuestion[] {
  return questionsOf(definition, drawn, answers).map((question) => {
    const item = itemOf(definition, question.id);
    const right = isRight(item, question.chosen);
    const open = right || options.revealKey;
    return {
      ...question,
      right,
      options: question.options.map(({ id, text }) => {
        const { correct, feedback } = optionOf(item, id);
        return { id, text, chosen: question.chosen.includes(id), correct: open ? correct : null, feedback: open ? feedback : null };
      }),
      explanation: open ? item.explanation : null,
      sources: open ? item.sources.flatMap((key) => options.references[key] ?? []).map(({ full, url }) => ({ full, url })) : [],
    };
  });
}

/** Per outcome how many were right, in the course's own order of outcomes, with the lessons that teach it. */
export function outcomeResults(
  outcomes: readonly { id: string; text: string }[],
  items: readonly { outcome: string; right: boolean }[],
  lessons: readonly { id: string; title: string; outcomes: string[] }[],
): OutcomeResult[] {
  return outcomes.flatMap(({ id, text }) => {
    const asked = items.filter((item) => item.outcome === id);
    if (asked.length === 0) return [];
    const taught = lessons.filter((lesson) => lesson.outcomes.includes(id)).map((lesson) => ({ id: lesson.id, title: lesson.title }));
    return [{ text, lessons: taught, right: asked.filter((item) => item.right).length, total: asked.length }];
  });
}
