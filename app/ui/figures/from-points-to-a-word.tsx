import { Arrowhead } from "./figure-parts.tsx";
import { type Answer, type Kind, pointFor } from "./points.ts";
import { middleOf, NARROW, ScoreStrip, WIDE } from "./score-strip.tsx";

interface FromPointsToAWordProps {
  /** three answers of each kind, in the order of the form */
  answers: Record<Kind, readonly [Answer, Answer, Answer]>;
}

/**
 * Six answers become points, the points a sum, and the sum a place on a strip that agreements have cut in three. Drawn lying where there
 * is room and standing where there is not; the sheet shows one, and only that one is read out.
 */
export function FromPointsToAWord({ answers }: FromPointsToAWordProps) {
  const groups = kinds.map((kind) => {
    const given = answers[kind].map((answer, place) => ({ key: `${kind} ${place}`, answer, point: pointFor(kind, answer) }));
    return { kind, given, sum: given.reduce<number>((sum, { point }) => sum + point, 0) };
  });
  const total = groups.reduce((sum, group) => sum + group.sum, 0);
  return (
    <>
      <Lying groups={groups} total={total} />
      <Standing groups={groups} total={total} />
    </>
  );
}

interface Group {
  kind: Kind;
  given: { key: string; answer: Answer; point: 0 | 1 }[];
  sum: number;
}

interface DrawnProps {
  groups: readonly Group[];
  total: number;
}

const kinds = ["emotioneel", "sociaal"] as const;
const TITLE = "Van zes antwoorden naar één woord";
const description = (groups: readonly Group[], total: number) =>
  `Drie emotionele en drie sociale antwoorden, elk met 0 punten of 1 punt: ${groups.map(({ kind, sum }) => `${kind} ${sum} van de 3`).join(", ")}, samen ${total}. Een pijl wijst naar de ${total} op een strook van 0 tot en met 6. Twee grenzen delen de strook in drieën: 0 en 1 niet eenzaam, 2 tot en met 4 matig, 5 en 6 sterk.`;

function Lying({ groups, total }: DrawnProps) {
  const id = "figuur-punten";
  const arrow = `url(#${id}-pijl)`;
  return (
    <svg className="figure-wide" viewBox="0 0 640 272" role="img" aria-labelledby={`${id}-titel`} aria-describedby={`${id}-uitleg`}>
      <title id={`${id}-titel`}>{TITLE}</title>
      <desc id={`${id}-uitleg`}>{description(groups, total)}</desc>
      <Arrowhead id={`${id}-pijl`} />
      {groups.map(({ kind, given, sum }, side) => {
        const left = side * 340;
        return (
          <g key={kind} transform={`translate(${left} 0)`}>
            <text className="figure-term" x="150" y="14" textAnchor="middle">
              {kind}
            </text>
            {given.map(({ key, answer, point }, place) => (
              <g key={key}>
                <rect className="figure-ring-thin" x={1 + place * 102} y="26" width="94" height="36" rx="6" />
                <text x={48 + place * 102} y="49" textAnchor="middle">
                  {answer}
                </text>
                <Point x={48 + place * 102} y={84} point={point} />
              </g>
            ))}
            <path className="figure-bracket" d="M1 104V111H299V104M150 111V120" />
            <text x="150" y="139" textAnchor="middle">
              {`${sum} van de 3`}
            </text>
            <path className="figure-flow" d={side === 0 ? "M200 134H270" : "M100 134H30"} markerEnd={arrow} />
          </g>
        );
      })}
      <text className="figure-term" x="320" y="139" textAnchor="middle">
        {`samen ${total}`}
      </text>
      <path className="figure-flow" d={`M320 150C320 178 ${middleOf(total, WIDE)} 166 ${middleOf(total, WIDE)} 196`} markerEnd={arrow} />
      <ScoreStrip y={204} measures={WIDE} total={total} />
    </svg>
  );
}

function Standing({ groups, total }: DrawnProps) {
  const id = "figuur-punten-smal";
  const arrow = `url(#${id}-pijl)`;
  return (
    <svg className="figure-narrow" viewBox="0 0 288 386" role="img" aria-labelledby={`${id}-titel`} aria-describedby={`${id}-uitleg`}>
      <title id={`${id}-titel`}>{TITLE}</title>
      <desc id={`${id}-uitleg`}>{description(groups, total)}</desc>
      <Arrowhead id={`${id}-pijl`} />
      {groups.map(({ kind, given, sum }, side) => (
        <g key={kind} transform={`translate(0 ${side * 128})`}>
          <text className="figure-term" x="0" y="14">
            {kind}
          </text>
          {given.map(({ key, answer, point }, place) => (
            <g key={key}>
              <text x="0" y={42 + place * 28}>
                {answer}
              </text>
              <Point x={116} y={37 + place * 28} point={point} />
            </g>
          ))}
          <path className="figure-bracket" d="M136 26H143V104H136M143 65H152" />
          <text x="160" y="70">
            {`${sum} van de 3`}
          </text>
        </g>
      ))}
      {/* both sums run down one line to the total */}
      <path className="figure-flow" d="M238 65H258Q268 65 268 75V251Q268 261 258 261H212" markerEnd={arrow} />
      <path className="figure-flow" d="M238 193H268" />
      <text className="figure-term" x={middleOf(total, NARROW)} y="266" textAnchor="middle">
        {`samen ${total}`}
      </text>
      <path className="figure-flow" d={`M${middleOf(total, NARROW)} 274V292`} markerEnd={arrow} />
      <ScoreStrip y={300} measures={NARROW} total={total} />
    </svg>
  );
}

/** One point has a ring around it, so that the eye counts them. */
function Point({ x, y, point }: { x: number; y: number; point: 0 | 1 }) {
  return (
    <>
      {point ? <circle className="figure-ring-firm" cx={x} cy={y} r="11" /> : null}
      <text className={point ? "figure-term" : "figure-soft"} x={x} y={y + 5} textAnchor="middle">
        {point}
      </text>
    </>
  );
}
