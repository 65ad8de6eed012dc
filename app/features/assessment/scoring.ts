import type { TestItem } from "#app/features/catalogue/compiled.ts";

/** item id → chosen option ids */
export type Answers = Record<string, string[]>;

export interface Score {
  right: number;
  total: number;
  /** judged on the questions themselves, not on the rounded percentage */
  passed: boolean;
  /** whole percent, half rounded up, but never up to a pass mark that was not reached: 74.9 is not 75 */
  percent: number;
  items: { itemId: string; outcome: string; right: boolean }[];
}

/** Right when exactly the correct options are chosen: for several answers, all of them and no other. */
export function isRight(
  item: { options: readonly Pick<TestItem["options"][number], "id" | "correct">[] },
  chosen: readonly string[],
): boolean {
  const picked = new Set(chosen);
  return (
    picked.size > 0 &&
    item.options.every((option) => option.correct === picked.has(option.id)) &&
    chosen.every((id) => item.options.some((option) => option.id === id))
  );
}

/**
 * One point an item, no part marks, nothing off for a wrong answer.
 * @param passPercent whole percent that must be reached
 */
export function scoreAnswers(items: readonly Pick<TestItem, "id" | "outcome" | "options">[], answers: Answers, passPercent: number): Score {
  const judged = items.map((item) => ({ itemId: item.id, outcome: item.outcome, right: isRight(item, answers[item.id] ?? []) }));
  const right = judged.filter((item) => item.right).length;
  const total = judged.length;
  const passed = total > 0 && 100 * right >= passPercent * total;
  const rounded = total === 0 ? 0 : Math.floor((200 * right + total) / (2 * total));
  return { right, total, passed, percent: passed ? rounded : Math.min(rounded, Math.max(0, passPercent - 1)), items: judged };
}

/** The questions without an answer, in the order shown. */
export function unansweredItems(drawn: readonly { itemId: string }[], answers: Answers): { itemId: string; number: number }[] {
  return drawn.map(({ itemId }, index) => ({ itemId, number: index + 1 })).filter(({ itemId }) => (answers[itemId] ?? []).length === 0);
}
