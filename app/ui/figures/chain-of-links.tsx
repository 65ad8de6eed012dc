import { Label } from "./figure-parts.tsx";

/**
 * From what is missed to a step, as a chain of four; the link that often breaks is dotted. It lies where there is room and hangs where
 * there is not; the sheet shows one, and only that one is read out.
 */
export function ChainOfLinks() {
  return (
    <>
      <Lying />
      <Hanging />
    </>
  );
}

const links = [
  { name: "Gemis", short: ["Wat ontbreekt er?"], long: ["Wat ontbreekt er?"] },
  { name: "Wens", short: ["Hoe zou u het", "willen?"], long: ["Hoe zou u het willen?"] },
  {
    name: "Doel",
    short: ["Waaraan zou u", "merken dat het", "wat beter is?"],
    long: ["Waaraan zou u merken", "dat het wat beter is?"],
  },
  {
    name: "Stap",
    short: ["Wat is het kleinste", "dat u deze week", "kunt doen?"],
    long: ["Wat is het kleinste dat", "u deze week kunt doen?"],
  },
] as const;
const BREAKING = 1;
const BREAKS = "hier breekt het vaak";
const TITLE = "Vier schakels van gemis naar stap";
const DESCRIPTION =
  "Een ketting van vier schakels die in elkaar grijpen: gemis, wens, doel, stap. De tweede schakel, de wens, is gestippeld: hier breekt het vaak.";

const dress = (index: number) => (index === BREAKING ? "figure-ring-firm figure-way-out" : "figure-ring-firm");

function Lying() {
  const id = "figuur-schakels";
  return (
    <svg className="figure-wide" viewBox="0 0 640 156" role="img" aria-labelledby={`${id}-titel`} aria-describedby={`${id}-uitleg`}>
      <title id={`${id}-titel`}>{TITLE}</title>
      <desc id={`${id}-uitleg`}>{DESCRIPTION}</desc>
      {links.map(({ name, short }, index) => {
        const middle = 92 + index * 152;
        return (
          <g key={name}>
            <rect className={dress(index)} x={middle - 86} y="30" width="172" height="48" rx="24" />
            <text className="figure-term" x={middle} y="59" textAnchor="middle">
              {name}
            </text>
            <Label x={middle} y={82} anchor="middle" lines={[]} soft={short} />
          </g>
        );
      })}
      <text x={92 + BREAKING * 152} y="16" textAnchor="middle">
        {BREAKS}
      </text>
    </svg>
  );
}

function Hanging() {
  const id = "figuur-schakels-smal";
  return (
    <svg className="figure-narrow" viewBox="0 0 288 386" role="img" aria-labelledby={`${id}-titel`} aria-describedby={`${id}-uitleg`}>
      <title id={`${id}-titel`}>{TITLE}</title>
      <desc id={`${id}-uitleg`}>{DESCRIPTION}</desc>
      {links.map(({ name, long }, index) => {
        const top = 6 + index * 90;
        return (
          <g key={name}>
            <rect className={dress(index)} x="10" y={top} width="44" height="108" rx="22" />
            <Label x={76} y={top + 40} lines={[name]} soft={long} />
            {index === BREAKING ? (
              <text x="76" y={top + 80}>
                {BREAKS}
              </text>
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}
