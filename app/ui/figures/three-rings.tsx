/** The rings of relationships around one person: the closer, the heavier the line. The names stand in the rings themselves. */
export function ThreeRings() {
  return (
    <div className="figure-beside">
      <svg
        className="figure-square"
        viewBox="0 0 288 288"
        role="img"
        aria-labelledby="figuur-ringen-titel"
        aria-describedby="figuur-ringen-uitleg"
      >
        <title id="figuur-ringen-titel">Drie ringen van relaties</title>
        <desc id="figuur-ringen-uitleg">Drie ringen om één mens. Van binnen naar buiten staan er: naasten, vrienden, gemeenschap.</desc>
        {rings.map(({ name, radius, weight, people }) => (
          <g key={name}>
            <circle className={`figure-ring figure-ring-${weight}`} cx="144" cy="144" r={radius} />
            {people.map((degrees) => (
              <circle key={degrees} className="figure-person" {...on(radius, degrees)} r="6" />
            ))}
          </g>
        ))}
        {rings.map(({ name, label }) => (
          <text key={name} x="144" y={label} textAnchor="middle">
            {name}
          </text>
        ))}
        <circle className="figure-self" cx="144" cy="144" r="9" />
        <text className="figure-term" x="144" y="170" textAnchor="middle">
          jij
        </text>
      </svg>
      <dl className="figure-list">
        {rings.map(({ name, who }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{who}</dd>
          </div>
        ))}
        <div>
          <dt>Vraag bij elke ring</dt>
          <dd>‘Wie zit hier?’ en ‘Is dat zoals u het wilt?’</dd>
        </div>
      </dl>
    </div>
  );
}

const rings = [
  { name: "naasten", who: "de mensen die je het meest nabij zijn", radius: 54, weight: "heavy", label: 112, people: [30, 160] },
  { name: "vrienden", who: "wie je opzoekt en wie jou opzoekt", radius: 96, weight: "firm", label: 74, people: [-20, 60, 118, 200] },
  {
    name: "gemeenschap",
    who: "buren, collega’s, de vaste kassière, de vereniging",
    radius: 138,
    weight: "thin",
    label: 30,
    people: [-30, 10, 42, 80, 138, 172, 215],
  },
];

function on(radius: number, degrees: number): { cx: number; cy: number } {
  const angle = (degrees * Math.PI) / 180;
  return { cx: Math.round(144 + radius * Math.cos(angle)), cy: Math.round(144 + radius * Math.sin(angle)) };
}
