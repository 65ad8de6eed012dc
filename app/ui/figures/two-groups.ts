/** So many steps of the line are one standard deviation of the group below. */
export const STEPS_IN_DEVIATION = 4;

/** People at 0, 1, 2 … steps from the middle, on either side of it: as near to a normal spread as whole people come. */
const people = [6, 5, 5, 3, 3, 2, 2, 1, 1, 1] as const;

export interface Column {
  /** where on the line; 0 is the middle of the first group */
  step: number;
  people: number;
}

/**
 * A made-up group whose mean lies `effect` standard deviations from 0, as columns of people along a line. Its mean and its standard
 * deviation are exact, not only about right.
 *
 * @param effect a standardised mean difference; times STEPS_IN_DEVIATION it is a whole number of steps
 */
export function groupAround(effect: number): Column[] {
  const middle = effect * STEPS_IN_DEVIATION;
  const right = people.map((count, step) => ({ step, people: count }));
  const left = right.slice(1).map(({ step, people: count }) => ({ step: -step, people: count }));
  return [...left.reverse(), ...right].map(({ step, people: count }) => ({ step: middle + step, people: count }));
}
