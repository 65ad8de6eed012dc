import { Arrowhead, Label } from "./figure-parts.tsx";

/**
 * Asking before, during and after, and then anew; at each of the three the ring can be left. Drawn as a ring where there is room and as
 * a column where there is not, like the loop of expectation.
 */
export function ConsentInThreeMoments() {
  return (
    <>
      <Ring />
      <Column />
    </>
  );
}

const moments = [
  { moment: "Vóór", what: "vraag, stille handen, wacht" },
  { moment: "Tijdens", what: "kijk, vraag" },
  { moment: "Na", what: "vraag, noteer" },
] as const;
const AGAIN = "opnieuw";
const STOP = { lines: ["nee: stop"], soft: ["stilte ook"] };
const TITLE = "Toestemming in drie momenten";
const DESCRIPTION =
  "Drie momenten met pijlen van het een naar het ander: vóór, tijdens en na, en dan opnieuw bij vóór. Bij elk moment loopt een gestippelde pijl de kring uit, naar ‘nee: stop’. Stilte leidt naar dezelfde uitgang.";

function Ring() {
  const id = "figuur-toestemming";
  const arrow = `url(#${id}-pijl)`;
  return (
    <svg className="figure-wide" viewBox="0 34 640 294" role="img" aria-labelledby={`${id}-titel`} aria-describedby={`${id}-uitleg`}>
      <title id={`${id}-titel`}>{TITLE}</title>
      <desc id={`${id}-uitleg`}>{DESCRIPTION}</desc>
      <Arrowhead id={`${id}-pijl`} />
      {/* a third of a ring of 90 between each two moments */}
      <path className="figure-flow" d="M337 102A90 90 0 0 1 406 216" markerEnd={arrow} />
      <path className="figure-flow" d="M387 250A90 90 0 0 1 254 251" markerEnd={arrow} />
      <path className="figure-flow" d="M235 217A90 90 0 0 1 301 102" markerEnd={arrow} />
      <path className="figure-flow figure-way-out" d="M330 96C366 84 402 86 440 96" markerEnd={arrow} />
      <path className="figure-flow figure-way-out" d="M404 243C416 262 430 276 448 286" markerEnd={arrow} />
      <path className="figure-flow figure-way-out" d="M236 243C224 262 210 276 192 286" markerEnd={arrow} />
      <circle className="figure-self" cx="320" cy="100" r="8" />
      <circle className="figure-person" cx="398" cy="235" r="7" />
      <circle className="figure-person" cx="242" cy="235" r="7" />
      <Label x={320} y={52} anchor="middle" lines={[moments[0].moment]} soft={[moments[0].what]} />
      <Label x={420} y={230} lines={[moments[1].moment]} soft={[moments[1].what]} />
      <Label x={220} y={230} anchor="end" lines={[moments[2].moment]} soft={[moments[2].what]} />
      <Label x={448} y={101} {...STOP} />
      <Label x={456} y={292} {...STOP} />
      <Label x={184} y={292} anchor="end" {...STOP} />
      <text className="figure-soft" x="224" y="146" textAnchor="end">
        {AGAIN}
      </text>
    </svg>
  );
}

function Column() {
  const id = "figuur-toestemming-smal";
  const arrow = `url(#${id}-pijl)`;
  const at = [28, 158, 288] as const;
  return (
    <svg className="figure-narrow" viewBox="0 0 288 412" role="img" aria-labelledby={`${id}-titel`} aria-describedby={`${id}-uitleg`}>
      <title id={`${id}-titel`}>{TITLE}</title>
      <desc id={`${id}-uitleg`}>{DESCRIPTION}</desc>
      <Arrowhead id={`${id}-pijl`} />
      {at.slice(0, -1).map((y, index) => (
        <path key={y} className="figure-flow" d={`M44 ${y + 13}V${(at[index + 1] ?? 0) - 13}`} markerEnd={arrow} />
      ))}
      {/* from the last moment back to the first */}
      <path className="figure-flow" d="M44 301V384Q44 398 30 398H24Q10 398 10 384V42Q10 28 24 28H31" markerEnd={arrow} />
      {at.map((y, index) => (
        <g key={y}>
          <path className="figure-flow figure-way-out" d={`M52 ${y + 9}C58 ${y + 40} 66 ${y + 58} 84 ${y + 65}`} markerEnd={arrow} />
          <circle className={index === 0 ? "figure-self" : "figure-person"} cx="44" cy={y} r={index === 0 ? 8 : 7} />
          <Label x={92} y={y + 65} {...STOP} />
        </g>
      ))}
      {moments.map(({ moment, what }, index) => (
        <Label key={moment} x={64} y={(at[index] ?? 0) - 2} lines={[moment]} soft={[what]} />
      ))}
      <text className="figure-soft" x="64" y="403">
        {AGAIN}
      </text>
    </svg>
  );
}
