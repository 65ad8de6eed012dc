/**
 * How likely luck alone is to do at least this well: P(X ≥ successes), where X counts the successes of independent trials, each with
 * a chance of its own. Exact, trial by trial; with equal chances it is the binomial distribution's upper tail.
 */
export function chanceOfAtLeast(successes: number, chances: readonly number[]): number {
  // probabilities[k]: exactly k successes in the trials so far
  let probabilities = [1];
  for (const chance of chances)
    probabilities = Array.from(
      { length: probabilities.length + 1 },
      (_, count) => (probabilities[count] ?? 0) * (1 - chance) + (probabilities[count - 1] ?? 0) * chance,
    );
  return probabilities.slice(Math.max(0, successes)).reduce((sum, probability) => sum + probability, 0);
}

/** In how many ways `some` can be picked out of `total`, whatever their order. */
export function waysToChoose(total: number, some: number): number {
  if (some < 0 || some > total) return 0;
  let ways = 1;
  for (let picked = 1; picked <= some; picked++) ways = (ways * (total - some + picked)) / picked;
  return ways;
}
