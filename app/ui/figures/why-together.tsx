import { Arrowhead } from "./figure-parts.tsx";

/** Why two things can go together, in four small drawings of the same two: an arrow is what contributes to what. */
export function WhyTogether() {
  return (
    <div className="figure-panels figure-panels-in-pairs">
      <Panel
        id="figuur-derde-heen"
        name="Het werkt door"
        description="Een pijl van A naar B."
        told="Gemis (A) draagt bij aan ziekte (B)."
        question="Was het gemis er eerst?"
        height={44}
        line={22}
        arrows={["M53 22H106"]}
      />
      <Panel
        id="figuur-derde-terug"
        name="Het is andersom"
        description="Een pijl van B naar A."
        told="Ziekte (B) draagt bij aan gemis (A)."
        question="Of was de ziekte er eerst?"
        height={44}
        line={22}
        arrows={["M107 22H54"]}
      />
      <Panel
        id="figuur-derde-beide"
        name="Een derde speelt mee"
        description="Boven A en B staat C, met een pijl naar A en een pijl naar B. Tussen A en B staat alleen een stippellijn."
        told="Armoede (C) draagt bij aan gemis (A) en aan ziekte (B)."
        question="Wie of wat kan er meespelen?"
        height={104}
        line={82}
        arrows={["M67 35L44 66", "M93 35L116 66"]}
        third
      />
      <Panel
        id="figuur-derde-kring"
        name="Het is een kring"
        description="Een pijl van A naar B, en een pijl van B terug naar A."
        told="Gemis (A) draagt bij aan ziekte (B), en ziekte weer aan gemis."
        question="Versterken ze elkaar?"
        height={104}
        line={52}
        arrows={["M42 35Q80 -1 118 35", "M118 69Q80 105 42 69"]}
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
  height: number;
  /** how low A and B stand */
  line: number;
  arrows: readonly string[];
  /** with C above them, so that A and B only seem joined */
  third?: boolean;
}

function Panel({ id, name, description, told, question, height, line, arrows, third = false }: PanelProps) {
  return (
    <div className="figure-panel">
      <svg viewBox={`0 0 160 ${height}`} role="img" aria-labelledby={`${id}-titel`} aria-describedby={`${id}-uitleg`}>
        <title id={`${id}-titel`}>{name}</title>
        <desc id={`${id}-uitleg`}>{description}</desc>
        <Arrowhead id={`${id}-pijl`} />
        {arrows.map((arrow) => (
          <path key={arrow} className="figure-flow" d={arrow} markerEnd={`url(#${id}-pijl)`} />
        ))}
        {third ? <path className="figure-tie figure-tie-missing" d={`M53 ${line}H107`} /> : null}
        <Lettered letter="A" x={34} y={line} />
        <Lettered letter="B" x={126} y={line} />
        {third ? <Lettered letter="C" x={80} y={20} /> : null}
      </svg>
      <p className="figure-term">{name}</p>
      <p>{told}</p>
      <p className="figure-soft">‘{question}’</p>
    </div>
  );
}

function Lettered({ letter, x, y }: { letter: string; x: number; y: number }) {
  return (
    <>
      <circle className="figure-person" cx={x} cy={y} r="16" />
      <text className="figure-term" x={x} y={y + 5} textAnchor="middle">
        {letter}
      </text>
    </>
  );
}
