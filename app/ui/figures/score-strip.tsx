import { groupsOfSix } from "./points.ts";

/** A strip in a drawing: where it begins, how wide a score is, and how wide a limit. */
interface Measures {
  left: number;
  cell: number;
  gap: number;
  /** words below each other */
  broken: boolean;
}
export const WIDE: Measures = { left: 72, cell: 64, gap: 24, broken: false };
export const NARROW: Measures = { left: 1, cell: 34, gap: 22, broken: true };

const groupOf = (score: number) => groupsOfSix.findIndex(({ from, to }) => from <= score && score <= to);
const edge = (score: number, { left, cell, gap }: Measures) => left + score * cell + groupOf(score) * gap;
/** Where an arrow meets a score. */
export const middleOf = (score: number, measures: Measures) => edge(score, measures) + measures.cell / 2;

/** The scores of six statements in a row, cut where another word begins; the word stands below its part. */
export function ScoreStrip({ y, measures, total }: { y: number; measures: Measures; total: number }) {
  const { cell, gap, broken } = measures;
  return (
    <>
      {groupsOfSix.map(({ word, from, to }, index) => {
        const scores = Array.from({ length: to - from + 1 }, (_, place) => from + place);
        const start = edge(from, measures);
        const end = edge(to, measures) + cell;
        return (
          <g key={word}>
            {scores.map((score) => (
              <g key={score}>
                <rect className="figure-ring-thin" x={edge(score, measures)} y={y} width={cell} height="38" />
                <text className={score === total ? "figure-term" : undefined} x={middleOf(score, measures)} y={y + 24} textAnchor="middle">
                  {score}
                </text>
              </g>
            ))}
            {index > 0 ? (
              <>
                <path className="figure-way-out" d={`M${start - gap / 2} ${y - 6}V${y + 48}`} />
                <text className="figure-soft" x={start - gap / 2} y={y - 14} textAnchor="middle">
                  grens
                </text>
              </>
            ) : null}
            <text className={groupOf(total) === index ? "figure-term" : undefined} y={y + 62} textAnchor="middle">
              {(broken ? word.split(" ") : [word]).map((line, place) => (
                <tspan key={line} x={(start + end) / 2} dy={place * 19}>
                  {line}
                </tspan>
              ))}
            </text>
          </g>
        );
      })}
      <rect className="figure-chosen" x={edge(total, measures)} y={y} width={cell} height="38" />
    </>
  );
}
