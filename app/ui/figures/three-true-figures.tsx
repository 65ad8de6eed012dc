interface Measurement {
  id: string;
  name: string;
  who: string;
  /** a part of all people, in percent, with how it is said and where its boundary lies */
  all: { percent: number; said: string; boundary: string };
  strong: { percent: number; said: string; boundary: string };
}

/** Two measurements as two bars of a hundred percent: the small part lies inside the large one, and the bars are not one series. */
export function ThreeTrueFigures({ measurements }: { measurements: readonly Measurement[] }) {
  return (
    <div className="figure-bars">
      {measurements.map(({ id, name, who, all, strong }) => (
        <div key={id}>
          <p className="figure-bar-head">
            <span className="figure-term">{name}</span> <span className="figure-soft">{who}</span>
          </p>
          <p>
            <span className="figure-number">{all.said}</span> {all.boundary}
          </p>
          <svg viewBox="0 0 320 46" role="img" aria-labelledby={`figuur-${id}-titel`} aria-describedby={`figuur-${id}-uitleg`}>
            <title id={`figuur-${id}-titel`}>{name}</title>
            <desc id={`figuur-${id}-uitleg`}>
              {`Een balk van 100 procent. Daarvan is ${all.said} gearceerd, en binnen dat deel is ${strong.said} dicht.`}
            </desc>
            <defs>
              <pattern id={`figuur-${id}-arcering`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <path className="figure-hatch" d="M0 0V6" />
              </pattern>
            </defs>
            <Bracket until={all.percent} y={7} turn={-5} />
            <rect x="1" y="11" width={part(all.percent)} height="24" fill={`url(#figuur-${id}-arcering)`} />
            <rect className="figure-bar-strong" x="1" y="11" width={part(strong.percent)} height="24" />
            <path className="figure-bar-edge" d={`M${1 + part(all.percent)} 11V35`} />
            <rect className="figure-bar-edge" x="1" y="11" width={part(100)} height="24" />
            <Bracket until={strong.percent} y={39} turn={5} />
          </svg>
          <p>
            <span className="figure-number">{strong.said}</span> {strong.boundary}
          </p>
        </div>
      ))}
    </div>
  );
}

const part = (percent: number) => Math.round(318 * percent) / 100;

function Bracket({ until, y, turn }: { until: number; y: number; turn: number }) {
  return <path className="figure-bracket" d={`M1 ${y}V${y + turn}H${1 + part(until)}V${y}`} />;
}
