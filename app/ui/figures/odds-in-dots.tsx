import { chanceAfterOddsRatio } from "./odds.ts";

interface OddsInDotsProps {
  /** of a hundred people, in the group that is compared with */
  base: number;
  /** the odds ratio */
  ratio: number;
  /** other starting points, of a hundred, for the same ratio */
  otherBases: readonly number[];
}

const decimal = (value: number) => String(Math.round(value * 10) / 10).replace(".", ",");
const STEP = 13;

/** An odds ratio in people: a hundred dots before, a hundred after, and what the same ratio does elsewhere. */
export function OddsInDots({ base, ratio, otherBases }: OddsInDotsProps) {
  const after = chanceAfterOddsRatio(base / 100, ratio) * 100;
  const odds = base / (100 - base);
  const title = `Van ${base} naar ${roughly(after)} van de 100`;
  return (
    <div className="figure-beside">
      <svg
        className="figure-square"
        viewBox="0 0 288 184"
        role="img"
        aria-labelledby="figuur-kans-titel"
        aria-describedby="figuur-kans-uitleg"
      >
        <title id="figuur-kans-titel">{title}</title>
        <desc id="figuur-kans-uitleg">
          {`Twee vierkanten van 100 stippen. Links zijn er ${base} dicht, rechts ${roughly(after)}; de stippen die erbij komen hebben een rand.`}
        </desc>
        <Hundred x={0} filled={base} before={base} heading={`${base} overleven`} odds={`kansverhouding ${decimal(odds)}`} />
        <Hundred
          x={154}
          filled={Math.round(after)}
          before={base}
          heading={`${roughly(after)} overleven`}
          odds={`kansverhouding ${decimal(odds * ratio)}`}
        />
      </svg>
      <div className="figure-list">
        <ul className="figure-key">
          <li>
            <svg viewBox="0 0 14 14" aria-hidden="true">
              <circle className="figure-dot" cx="7" cy="7" r="4.5" />
            </svg>
            overleeft
          </li>
          <li>
            <svg viewBox="0 0 14 14" aria-hidden="true">
              <circle className="figure-dot-extra" cx="7" cy="7" r="5" />
              <circle className="figure-dot-halo" cx="7" cy="7" r="2" />
            </svg>
            komt erbij in de tweede groep
          </li>
          <li>
            <svg viewBox="0 0 14 14" aria-hidden="true">
              <circle className="figure-dot-open" cx="7" cy="7" r="4" />
            </svg>
            overleeft niet
          </li>
        </ul>
        <table>
          <caption>Dezelfde {decimal(ratio)} in een andere groep van 100</caption>
          <thead>
            <tr>
              <th scope="col">eerst</th>
              <th scope="col">daarna</th>
              <th scope="col">erbij</th>
            </tr>
          </thead>
          <tbody>
            {otherBases.map((other) => {
              const then = Math.round(chanceAfterOddsRatio(other / 100, ratio) * 100);
              return (
                <tr key={other}>
                  <td>{other}</td>
                  <td>{then}</td>
                  <td>{then - other}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** 85.7 people is almost 86; 60 is 60. */
function roughly(count: number): string {
  const whole = Math.round(count);
  if (Math.abs(count - whole) < 0.05) return String(whole);
  return count < whole ? `bijna ${whole}` : `ruim ${whole}`;
}

function Hundred({ x, filled, before, heading, odds }: { x: number; filled: number; before: number; heading: string; odds: string }) {
  return (
    <g transform={`translate(${x} 0)`}>
      <text className="figure-term" x="0" y="16">
        {heading}
      </text>
      <text className="figure-soft" x="0" y="37">
        {odds}
      </text>
      {Array.from({ length: 100 }, (_, index) => {
        const place = { cx: (index % 10) * STEP + 6, cy: Math.floor(index / 10) * STEP + 60 };
        const key = `${place.cx} ${place.cy}`;
        if (index >= filled) return <circle key={key} className="figure-dot-open" {...place} r="4" />;
        if (index < before) return <circle key={key} className="figure-dot" {...place} r="4.5" />;
        return (
          <g key={key}>
            <circle className="figure-dot-extra" {...place} r="5" />
            <circle className="figure-dot-halo" {...place} r="2" />
          </g>
        );
      })}
    </g>
  );
}
