/** One question of one first attempt. */
export interface Answered {
  itemId: string;
  chosen: string[];
  right: boolean;
  /** false: the question has been reworded since; it then counts for the rest of the attempt only */
  counts: boolean;
}

/** Everything one person answered in one attempt. */
export type Sitting = readonly Answered[];

export interface ItemStatistic {
  itemId: string;
  answered: number;
  correct: number;
  /** thousandths, -1000 to 1000; null while it cannot be said */
  discrimination: number | null;
  /** option id → times chosen; options nobody chose are left out */
  chosen: Record<string, number>;
}

/** Below so many answers a question's numbers say more about chance than about the question. */
export const ENOUGH_ANSWERS = 10;

/** How each question did over these sittings, by item id. */
export function itemStatistics(sittings: readonly Sitting[]): ItemStatistic[] {
  const answers = sittings.flatMap((sitting) =>
    sitting.filter((answer) => answer.counts).map((answer) => ({ ...answer, rest: restShare(sitting, answer) })),
  );
  return [...Map.groupBy(answers, (answer) => answer.itemId)]
    .map(([itemId, given]) => ({
      itemId,
      answered: given.length,
      correct: given.filter((answer) => answer.right).length,
      discrimination: discriminationOf(given),
      chosen: timesChosen(given),
    }))
    .sort((left, right) => (left.itemId < right.itemId ? -1 : 1));
}

/** The share of the other questions of the sitting that was right; null for a sitting of one question. */
function restShare(sitting: Sitting, answer: Answered): number | null {
  const others = sitting.filter((other) => other !== answer);
  return others.length === 0 ? null : others.filter((other) => other.right).length / others.length;
}

/**
 * The point-biserial correlation of a question with the rest of the test (corrected: without the question itself):
 * (M₁ − M₀) / s · √(p·q), where M₁ and M₀ are the mean rest scores of who had it right and wrong, and s is the standard deviation of
 * all of them. Null below ENOUGH_ANSWERS, and where everybody did the same on the question or on the rest.
 * Source: Crocker & Algina, Introduction to Classical and Modern Test Theory (1986), on item analysis.
 */
function discriminationOf(given: readonly { right: boolean; rest: number | null }[]): number | null {
  const known = given.flatMap(({ right, rest }) => (rest === null ? [] : [{ right, rest }]));
  if (known.length < ENOUGH_ANSWERS || new Set(known.map(({ rest }) => rest)).size === 1) return null;
  const restsOf = (right: boolean) => known.filter((answer) => answer.right === right).map(({ rest }) => rest);
  const [solved, missed] = [restsOf(true), restsOf(false)];
  if (solved.length === 0 || missed.length === 0) return null;
  const middle = mean(known.map(({ rest }) => rest));
  const deviation = Math.sqrt(mean(known.map(({ rest }) => (rest - middle) ** 2)));
  const share = solved.length / known.length;
  return Math.round((1000 * (mean(solved) - mean(missed)) * Math.sqrt(share * (1 - share))) / deviation);
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

function timesChosen(given: readonly { chosen: string[] }[]): Record<string, number> {
  const times: Record<string, number> = {};
  for (const optionId of given.flatMap(({ chosen }) => chosen)) times[optionId] = (times[optionId] ?? 0) + 1;
  return times;
}
