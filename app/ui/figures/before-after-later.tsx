import { Arrowhead } from "./figure-parts.tsx";

/** One and the same fall, seen three times: alone, beside people who wait, and once more later. No numbers, because nothing was measured. */
export function BeforeAfterLater() {
  return (
    <div className="figure-panels figure-panels-of-time">
      <Panel
        id="figuur-tijd-daling"
        name="Voor en na"
        description="Een lijn daalt van voor naar na."
        told="Wie meedoet, is na afloop minder eenzaam."
        question="Komt dat door de groep?"
      />
      <Panel
        id="figuur-tijd-naast"
        name="Met een vergelijking"
        description="Dezelfde lijn daalt van voor naar na. De lijn van wie wacht, daalt ook, maar minder ver. Na afloop zit er een stuk tussen."
        told="Wie wacht, is ook minder eenzaam. Alleen het stuk ertussen kan van de groep komen."
        question="Leken de groepen eerst op elkaar?"
        waiting
      />
      <Panel
        id="figuur-tijd-later"
        name="Met een latere meting"
        description="Dezelfde lijn daalt van voor naar na. Daarna gaat zij gestippeld twee kanten op: zij blijft laag, of komt weer zo hoog als eerst."
        told="Het kan zo blijven. Het kan ook weer worden zoals het was."
        question="Hoe is het na drie tot zes maanden?"
        later
      />
    </div>
  );
}

interface PanelProps {
  id: string;
  name: string;
  description: string;
  told: string;
  question: string;
  /** beside people who wait */
  waiting?: boolean;
  /** with a third moment, whose outcome nobody knows */
  later?: boolean;
}

const BEFORE = { x: 30, y: 38 };
const AFTER = { x: 96, y: 96 };
const WAITED = { x: 96, y: 66 };
const LATER = 164;

function Panel({ id, name, description, told, question, waiting = false, later = false }: PanelProps) {
  return (
    <div className="figure-panel">
      <svg viewBox="0 0 192 144" role="img" aria-labelledby={`${id}-titel`} aria-describedby={`${id}-uitleg`}>
        <title id={`${id}-titel`}>{name}</title>
        <desc id={`${id}-uitleg`}>{description}</desc>
        <Arrowhead id={`${id}-pijl`} />
        <path className="figure-bracket" d="M6 118V24" markerEnd={`url(#${id}-pijl)`} />
        <text className="figure-soft" x="0" y="14">
          eenzamer
        </text>
        {waiting ? (
          <>
            <path className="figure-tie" d={between(BEFORE, WAITED)} />
            <path className="figure-gap" d={`M${AFTER.x} ${WAITED.y + 9}V${AFTER.y - 9}`} />
            <circle className="figure-person" cx={WAITED.x} cy={WAITED.y} r="6" />
            <text x={WAITED.x + 14} y={WAITED.y + 3}>
              wacht
            </text>
            <text x={AFTER.x + 14} y={AFTER.y + 5}>
              doet mee
            </text>
          </>
        ) : null}
        {later
          ? [AFTER.y, BEFORE.y].map((y) => (
              <g key={y} className="figure-missing">
                <path className="figure-flow figure-way-out" d={between(AFTER, { x: LATER, y })} />
                <circle className="figure-person" cx={LATER} cy={y} r="6" />
              </g>
            ))
          : null}
        <path className="figure-ring-firm" d={between(BEFORE, AFTER)} />
        <circle className="figure-self" cx={BEFORE.x} cy={BEFORE.y} r="6.5" />
        <circle className="figure-self" cx={AFTER.x} cy={AFTER.y} r="6.5" />
        <text className="figure-soft" x={BEFORE.x} y="138" textAnchor="middle">
          voor
        </text>
        <text className="figure-soft" x={AFTER.x} y="138" textAnchor="middle">
          na
        </text>
        {later ? (
          <text className="figure-soft" x={LATER} y="138" textAnchor="middle">
            later
          </text>
        ) : null}
      </svg>
      <p className="figure-term">{name}</p>
      <p>{told}</p>
      <p className="figure-soft">‘{question}’</p>
    </div>
  );
}

/** A line from the one dot to the other, which touches neither. */
function between(from: { x: number; y: number }, to: { x: number; y: number }): string {
  const part = 11 / Math.hypot(to.x - from.x, to.y - from.y);
  const [x, y] = [(to.x - from.x) * part, (to.y - from.y) * part].map((step) => Math.round(step * 10) / 10) as [number, number];
  return `M${from.x + x} ${from.y + y}L${to.x - x} ${to.y - y}`;
}
