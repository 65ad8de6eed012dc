import { ENOUGH_ANSWERS, type ItemStatistic } from "./item-statistics.ts";

/** A reason to reread a question; never a verdict on it. */
export type ItemSignal = "easy" | "hard" | "flat";

export type Difficulty = "very-easy" | "easy" | "fair" | "hard";
export type Discrimination = "against" | "none" | "weak" | "fair" | "good";

type Numbers = Pick<ItemStatistic, "answered" | "correct" | "discrimination">;

/** The share that had it right, 0 to 1; null below ENOUGH_ANSWERS. */
export function shareRight({ answered, correct }: Pick<Numbers, "answered" | "correct">): number | null {
  return answered < ENOUGH_ANSWERS ? null : correct / answered;
}

/** Rules of thumb: they choose a word, the number stands beside it. */
export function difficultyOf(share: number): Difficulty {
  if (share > 0.95) return "very-easy";
  if (share >= 0.8) return "easy";
  return share >= 0.3 ? "fair" : "hard";
}

/** Rules of thumb likewise. @param thousandths the point-biserial */
export function discriminationWord(thousandths: number): Discrimination {
  if (thousandths <= -100) return "against";
  if (thousandths < 100) return "none";
  if (thousandths < 200) return "weak";
  return thousandths < 300 ? "fair" : "good";
}

/** The wrong options that nobody chose, by id; none is named below ENOUGH_ANSWERS. */
export function neverChosen(
  { answered, chosen }: Pick<ItemStatistic, "answered" | "chosen">,
  options: readonly { id: string; correct: boolean }[],
): string[] {
  if (answered < ENOUGH_ANSWERS) return [];
  return options.filter(({ id, correct }) => !correct && !chosen[id]).map(({ id }) => id);
}

/** What makes a question worth a look: more than 95 % right, less than 30 % right, discrimination below 0.10. */
export function signalsOf(numbers: Numbers): ItemSignal[] {
  const share = shareRight(numbers);
  if (share === null) return [];
  const signals: ItemSignal[] = [];
  if (share > 0.95) signals.push("easy");
  if (share < 0.3) signals.push("hard");
  if (numbers.discrimination !== null && numbers.discrimination < 100) signals.push("flat");
  return signals;
}
