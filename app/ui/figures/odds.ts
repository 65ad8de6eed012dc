/**
 * What an odds ratio makes of a chance: odds are p / (1 − p). The same ratio moves different chances by different amounts, which is why
 * a ratio alone says nothing in people.
 *
 * @param chance between 0 and 1, both excluded
 * @returns the chance whose odds are `ratio` times as large
 */
export function chanceAfterOddsRatio(chance: number, ratio: number): number {
  const odds = (chance / (1 - chance)) * ratio;
  return odds / (1 + odds);
}
