import { Arrowhead } from "./figure-parts.tsx";

/**
 * Two people in four weeks: an arrow towards the other is drawn through, an arrow away is dotted. Wider or narrower with the room there is;
 * the sheet shows one, and only that one is read out.
 */
export function TwoMovements() {
  return (
    <>
      <Drawn id="figuur-bewegingen" className="figure-wide" width={640} left={132} right={632} />
      <Drawn id="figuur-bewegingen-smal" className="figure-narrow" width={288} left={68} right={278} />
      <ul className="figure-key figure-key-of-arrows">
        <li>
          <svg viewBox="0 0 32 12" aria-hidden="true">
            <Arrowhead id="figuur-toenadering-pijl" />
            <path className="figure-flow" d="M1 6H29" markerEnd="url(#figuur-toenadering-pijl)" />
          </svg>
          toenadering
        </li>
        <li>
          <svg viewBox="0 0 32 12" aria-hidden="true">
            <Arrowhead id="figuur-terugtrekken-pijl" />
            <path className="figure-flow figure-way-out" d="M1 6H29" markerEnd="url(#figuur-terugtrekken-pijl)" />
          </svg>
          terugtrekken
        </li>
      </ul>
    </>
  );
}

/** From where to where, between 0 at the left and 100 at the right. */
type Way = readonly [number, number];

const people = [
  { name: "Alma", dress: "figure-person", anchor: "start", towards: 1 },
  { name: "Sander", dress: "figure-self", anchor: "end", towards: -1 },
] as const;
/** Where Alma goes and where Sander goes; a week begins where the week before it ended. */
const weeks: readonly (readonly [Way, Way])[] = [
  [
    [0, 14],
    [100, 80],
  ],
  [
    [14, 32],
    [80, 68],
  ],
  [
    [32, 57],
    [68, 84],
  ],
  [
    [57, 8],
    [84, 100],
  ],
];
const ROW = 44;
const TITLE = "Twee bewegingen in vier weken";
const DESCRIPTION =
  "Alma staat links en Sander rechts. In de eerste twee weken wijzen hun pijlen naar elkaar. In de derde week wijst de pijl van Alma nog naar Sander, en de zijne van haar af. In de vierde week wijzen beide pijlen van de ander af. Een pijl van de ander af is gestippeld.";

interface DrawnProps {
  id: string;
  className: string;
  width: number;
  left: number;
  right: number;
}

function Drawn({ id, className, width, left, right }: DrawnProps) {
  const at = (place: number) => Math.round(left + ((right - left) * place) / 100);
  return (
    <svg className={className} viewBox={`0 0 ${width} 192`} role="img" aria-labelledby={`${id}-titel`} aria-describedby={`${id}-uitleg`}>
      <title id={`${id}-titel`}>{TITLE}</title>
      <desc id={`${id}-uitleg`}>{DESCRIPTION}</desc>
      <Arrowhead id={`${id}-pijl`} />
      {people.map(({ name, anchor }, index) => (
        <text key={name} className="figure-term" x={index === 0 ? left - 8 : right + 8} y="14" textAnchor={anchor}>
          {name}
        </text>
      ))}
      {weeks.map((ways, week) => {
        const y = 44 + week * ROW;
        return (
          <g key={y}>
            <text className="figure-soft" x="0" y={y + 5}>
              {`week ${week + 1}`}
            </text>
            {people.map(({ name, dress, towards }, index) => {
              const [from, to] = ways[index] ?? [0, 0];
              const ahead = Math.sign(to - from);
              return (
                <g key={name}>
                  <path
                    className={ahead === towards ? "figure-flow" : "figure-flow figure-way-out"}
                    d={`M${at(from) + ahead * 11} ${y}H${at(to)}`}
                    markerEnd={`url(#${id}-pijl)`}
                  />
                  <circle className={dress} cx={at(from)} cy={y} r="8" />
                </g>
              );
            })}
          </g>
        );
      })}
    </svg>
  );
}
