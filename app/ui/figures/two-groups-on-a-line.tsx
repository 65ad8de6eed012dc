import { Arrowhead } from "./figure-parts.tsx";
import { type Column, groupAround, STEPS_IN_DEVIATION } from "./two-groups.ts";

interface TwoGroupsOnALineProps {
  /** a standardised mean difference; below 0 the group with help is less lonely */
  effect: number;
}

/**
 * Two groups of people along one line, one above it and one below, so that the eye sees how little two means say of two people. Wider or
 * narrower with the room there is; the sheet shows one, and only that one is read out.
 */
export function TwoGroupsOnALine({ effect }: TwoGroupsOnALineProps) {
  return (
    <>
      <Drawn id="figuur-groepen" className="figure-wide" width={640} pitch={24} rise={15} radius={6} effect={effect} />
      <Drawn id="figuur-groepen-smal" className="figure-narrow" width={288} pitch={13} rise={13} radius={4} effect={effect} />
    </>
  );
}

/** How many steps from the middle of their group the two stand who are pointed at: without help far down, with help far up. */
const LESS = -4;
const MORE = 6;
/** between the line that the one group stands on and the line that the other hangs from: room for the words */
const BAND = 38;
const said = (effect: number) => effect.toFixed(2).replace(".", ",").replace("-", "−");

interface DrawnProps extends TwoGroupsOnALineProps {
  id: string;
  className: string;
  width: number;
  /** between two steps of the line */
  pitch: number;
  /** between two people at one step */
  rise: number;
  radius: number;
}

function Drawn({ id, className, width, pitch, rise, radius, effect }: DrawnProps) {
  const shift = effect * STEPS_IN_DEVIATION;
  const at = (step: number) => width / 2 + (step - shift / 2) * pitch;
  const [without, withHelp] = [groupAround(0), groupAround(effect)];
  const highest = Math.max(...without.map(({ people }) => people)) * rise;
  const above = 34 + highest;
  const below = above + BAND;
  const height = below + highest + 40;
  const less = { x: at(LESS), y: above - peopleAt(without, LESS) * rise + rise / 2 };
  const more = { x: at(shift + MORE), y: below + peopleAt(withHelp, shift + MORE) * rise - rise / 2 };
  return (
    <svg
      className={className}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-titel`}
      aria-describedby={`${id}-uitleg`}
    >
      <title id={`${id}-titel`}>Twee groepen op één lijn</title>
      <desc id={`${id}-uitleg`}>
        {`Een lijn van minder eenzaam naar eenzamer. Erboven staan mensen zonder hulp, eronder mensen met hulp, elk als een stip. De gemiddelden liggen ${said(effect)} uit elkaar, en de twee groepen liggen voor een groot deel boven elkaar. Twee mensen zijn aangewezen: een zonder hulp is minder eenzaam dan een met hulp.`}
      </desc>
      <Arrowhead id={`${id}-pijl`} />
      <Crowd columns={without} at={at} from={above - rise / 2} rise={-rise} radius={radius} marked={LESS} dress="figure-dot-open" />
      <Crowd columns={withHelp} at={at} from={below + rise / 2} rise={rise} radius={radius} marked={shift + MORE} dress="figure-dot" />
      <path className="figure-flow" d={`M1 ${above}H${width - 1}M1 ${below}H${width - 1}`} />
      <text className="figure-soft" x="0" y={above + BAND / 2 + 5}>
        minder eenzaam
      </text>
      <text className="figure-soft" x={width} y={above + BAND / 2 + 5} textAnchor="end">
        eenzamer
      </text>
      {/* from the one mean to the other */}
      <path className="figure-mean" d={`M${at(0)} 20V30M${at(0)} ${above}V${below - 7}`} />
      <path className="figure-mean" d={`M${at(shift)} ${height - 20}V${height - 30}M${at(shift)} ${below}V${above + 7}`} />
      <path className="figure-flow" d={`M${at(0)} ${above + BAND / 2}H${at(shift) + 3}`} markerEnd={`url(#${id}-pijl)`} />
      <text className="figure-number" x={at(0) + 9} y={above + BAND / 2 + 5}>
        {said(effect)}
      </text>
      <text x={at(0)} y="14" textAnchor="middle">
        gemiddelde
      </text>
      <text x={at(shift)} y={height - 6} textAnchor="middle">
        gemiddelde
      </text>
      <text className="figure-term" x={width} y="14" textAnchor="end">
        zonder hulp
      </text>
      <text className="figure-term" x="0" y={height - 6}>
        met hulp
      </text>
      <text className="figure-soft" x="0" y="14">
        <tspan>deze mens is</tspan>
        <tspan x="0" dy="20">
          minder eenzaam
        </tspan>
      </text>
      <path className="figure-bracket" d={`M${less.x - radius - 2} ${less.y - 2}L46 42`} />
      <text className="figure-soft" x={width} y={height - 6} textAnchor="end">
        dan deze mens
      </text>
      <path className="figure-bracket" d={`M${more.x + radius + 2} ${more.y + 2}L${width - 46} ${height - 24}`} />
    </svg>
  );
}

const peopleAt = (columns: readonly Column[], at: number) => columns.find(({ step }) => step === at)?.people ?? 0;

interface CrowdProps {
  columns: readonly Column[];
  at: (step: number) => number;
  /** where the first of a column stands, and how far on the next */
  from: number;
  rise: number;
  radius: number;
  /** the last of this column is pointed at */
  marked: number;
  dress: string;
}

function Crowd({ columns, at, from, rise, radius, marked, dress }: CrowdProps) {
  return columns.flatMap(({ step, people }) =>
    Array.from({ length: people }, (_, place) => {
      const where = { cx: at(step), cy: from + place * rise };
      const key = `${step} ${place}`;
      if (step !== marked || place < people - 1) return <circle key={key} className={dress} {...where} r={radius} />;
      return (
        <g key={key}>
          <circle className="figure-dot-extra" {...where} r={radius + 0.5} />
          <circle className="figure-dot-halo" {...where} r="2" />
        </g>
      );
    }),
  );
}
