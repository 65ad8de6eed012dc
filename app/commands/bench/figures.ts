/** Median with the lowest and highest of its runs. */
export interface Figure {
  median: number;
  lowest: number;
  highest: number;
}

/** @returns null when a run is missing: half a figure is no figure */
export function figureOf(runs: readonly (number | null)[]): Figure | null {
  const known = runs.filter((run): run is number => run !== null && Number.isFinite(run)).sort((left, right) => left - right);
  if (known.length === 0 || known.length < runs.length) return null;
  const middle = known.length >> 1;
  const median = known.length % 2 === 1 ? (known[middle] ?? 0) : ((known[middle - 1] ?? 0) + (known[middle] ?? 0)) / 2;
  return { median, lowest: known[0] ?? median, highest: known.at(-1) ?? median };
}

/** `met` and `missed` compare the median with the bound; `info` has no bound; `unmeasured` says why in `measured`. */
export type Verdict = "met" | "missed" | "info" | "unmeasured";

export interface Row {
  /** its number in the printed table */
  goal: string;
  what: string;
  measured: string;
  bound: string;
  verdict: Verdict;
  figure: Figure | null;
  /** what the figure was read from; only written to --json */
  detail?: unknown;
}

const digits = (value: number) => (Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2));

export function show({ median, lowest, highest }: Figure, unit = ""): string {
  const spread = lowest === highest ? "" : ` (${digits(lowest)}–${digits(highest)})`;
  return `${digits(median)}${spread}${unit ? ` ${unit}` : ""}`;
}

interface Measured {
  goal: string;
  what: string;
  runs: readonly (number | null)[];
  unit?: string;
  note?: string;
}

/** A figure against its bound. */
export function judged({ goal, what, runs, unit, note }: Measured, bound: { atLeast: number } | { atMost: number }): Row {
  const words = "atLeast" in bound ? `≥ ${bound.atLeast}` : `≤ ${bound.atMost}`;
  const boundText = unit && unit !== "×" ? `${words} ${unit}` : `${words}${unit === "×" ? " ×" : ""}`;
  const figure = figureOf(runs);
  if (!figure) return { goal, what, measured: "this system does not tell", bound: boundText, verdict: "unmeasured", figure };
  const met = "atLeast" in bound ? figure.median >= bound.atLeast : figure.median <= bound.atMost;
  return {
    goal,
    what,
    measured: `${show(figure, unit)}${note ? `; ${note}` : ""}`,
    bound: boundText,
    verdict: met ? "met" : "missed",
    figure,
  };
}

/** A figure without a bound, for reading the others. */
export function told({ goal, what, runs, unit, note }: Measured): Row {
  const figure = figureOf(runs);
  const measured = figure ? `${show(figure, unit)}${note ? `; ${note}` : ""}` : "this system does not tell";
  return { goal, what, measured, bound: "", verdict: figure ? "info" : "unmeasured", figure };
}

/** Something that is or is not so. */
export function checked(row: Pick<Row, "goal" | "what" | "measured" | "bound" | "detail">, met: boolean): Row {
  return { ...row, verdict: met ? "met" : "missed", figure: null };
}

export function notMeasured(goal: string, what: string, why: string, bound = ""): Row {
  return { goal, what, measured: why, bound, verdict: "unmeasured", figure: null };
}

const marks: Record<Verdict, string> = { met: "met", missed: "MISSED", info: "–", unmeasured: "not measured" };

/** One table, goal by goal. */
export function table(rows: readonly Row[]): string {
  const sorted = [...rows].sort((left, right) => Number.parseInt(left.goal, 10) - Number.parseInt(right.goal, 10));
  const cells = [
    ["goal", "what", "measured: median (lowest–highest)", "bound", ""],
    ...sorted.map((row) => [row.goal, row.what, row.measured, row.bound, marks[row.verdict]]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => [...(row[column] ?? "")].length)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell + " ".repeat(Math.max(0, (widths[column] ?? 0) - [...cell].length)))
      .join("  ")
      .trimEnd(),
  );
  return [lines[0] ?? "", "─".repeat(Math.max(...lines.map((line) => [...line].length))), ...lines.slice(1)].join("\n");
}
