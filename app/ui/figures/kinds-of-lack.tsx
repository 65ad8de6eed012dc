/**
 * Three times the same people: somebody in the middle, one who is near, and a ring of others. What is missing is dotted, so that the
 * eye compares absence with absence.
 */
export function KindsOfLack() {
  return (
    <div className="figure-panels">
      <Panel
        name="Sociaal gemis"
        missing="de kring"
        question="Bij wie of waar zou je willen horen?"
        description="Een mens met een naaste. De kring van mensen om hen heen is gestippeld."
        near
      />
      <Panel
        name="Emotioneel gemis"
        missing="een nabije band"
        question="Wie mis je, of wat voor iemand mis je?"
        description="Een mens met een kring van mensen om zich heen. De naaste is gestippeld."
        ring
      />
      <Panel
        name="Existentieel gemis"
        missing="samenhang of betekenis"
        question="Wat is het dat niemand met je kan delen?"
        description="Een mens met een naaste en een kring van mensen. De lijnen naar het midden zijn gestippeld en komen niet aan."
        near
        ring
        apart
      />
    </div>
  );
}

interface PanelProps {
  name: string;
  missing: string;
  question: string;
  description: string;
  /** who is there */
  near?: boolean;
  ring?: boolean;
  /** everyone is there, and nobody reaches the one in the middle */
  apart?: boolean;
}

const MIDDLE = { x: 80, y: 80 };
const others = Array.from({ length: 8 }, (_, index) => on(66, index * 45 + 22.5));
/** between two of the others, so that no line crosses a person */
const NEAR = on(40, -90);

function Panel({ name, missing, question, description, near = false, ring = false, apart = false }: PanelProps) {
  const id = `figuur-${name.split(" ")[0]?.toLowerCase()}`;
  const stop = apart ? 0.45 : 0.86;
  return (
    <div className="figure-panel">
      <svg viewBox="0 0 160 160" role="img" aria-labelledby={`${id}-titel`} aria-describedby={`${id}-uitleg`}>
        <title id={`${id}-titel`}>{name}</title>
        <desc id={`${id}-uitleg`}>{description}</desc>
        {others.map((other) => (
          <g key={`${other.x} ${other.y}`} className={ring ? undefined : "figure-missing"}>
            <Tie from={other} until={stop} missing={!ring || apart} />
            <circle className="figure-person" cx={other.x} cy={other.y} r="7" />
          </g>
        ))}
        <g className={near ? undefined : "figure-missing"}>
          <Tie from={NEAR} until={apart ? 0.5 : 0.72} missing={!near || apart} />
          <circle className="figure-person" cx={NEAR.x} cy={NEAR.y} r="8" />
        </g>
        <circle className="figure-self" cx={MIDDLE.x} cy={MIDDLE.y} r="9" />
      </svg>
      <p className="figure-term">{name}</p>
      <p>mist {missing}</p>
      <p className="figure-soft">‘{question}’</p>
    </div>
  );
}

/** The line from someone towards the middle, as far as `until` of the way. */
function Tie({ from, until, missing }: { from: { x: number; y: number }; until: number; missing: boolean }) {
  const part = (share: number) => ({ x: from.x + (MIDDLE.x - from.x) * share, y: from.y + (MIDDLE.y - from.y) * share });
  const distance = Math.hypot(MIDDLE.x - from.x, MIDDLE.y - from.y);
  const [start, end] = [part(10 / distance), part(until)];
  return <path className={missing ? "figure-tie figure-tie-missing" : "figure-tie"} d={`M${start.x} ${start.y}L${end.x} ${end.y}`} />;
}

function on(radius: number, degrees: number): { x: number; y: number } {
  const angle = (degrees * Math.PI) / 180;
  return { x: Math.round(MIDDLE.x + radius * Math.cos(angle)), y: Math.round(MIDDLE.y + radius * Math.sin(angle)) };
}
