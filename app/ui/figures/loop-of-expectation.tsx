import { Arrowhead, Label } from "./figure-parts.tsx";

/**
 * Four steps that feed one another, and the one place where the ring can open. Drawn twice, as a ring where there is room and as a
 * column where there is not; the sheet shows one, and only that one is read out.
 */
export function LoopOfExpectation() {
  return (
    <>
      <Ring />
      <Column />
    </>
  );
}

const steps = [
  { step: "Het blijft stil", thought: "‘Al drie uur geen antwoord.’" },
  { step: "Je verwacht afwijzing", thought: "‘Ik ben hem tot last.’" },
  { step: "Je trekt je terug", thought: "‘Ik stuur niets meer.’" },
  { step: "De ander laat ook niets horen", thought: "‘Zie je wel.’" },
] as const;
const OPENING = { step: "Een andere uitleg", thought: "‘Hij heeft het druk.’" };
const TITLE = "De kring van negatieve verwachting";
const DESCRIPTION =
  "Vier stappen met pijlen van de een naar de ander, en van de laatste terug naar de eerste: het blijft stil, je verwacht afwijzing, je trekt je terug, de ander laat ook niets horen. Bij de tweede stap loopt een gestippelde pijl de kring uit, naar een andere uitleg.";

function Ring() {
  const id = "figuur-kring";
  const arrow = `url(#${id}-pijl)`;
  return (
    <svg className="figure-wide" viewBox="0 28 640 326" role="img" aria-labelledby={`${id}-titel`} aria-describedby={`${id}-uitleg`}>
      <title id={`${id}-titel`}>{TITLE}</title>
      <desc id={`${id}-uitleg`}>{DESCRIPTION}</desc>
      <Arrowhead id={`${id}-pijl`} />
      {/* a quarter of a ring of 96 between each two steps */}
      <path className="figure-flow" d="M337 98A96 96 0 0 1 414 175" markerEnd={arrow} />
      <path className="figure-flow" d="M414 209A96 96 0 0 1 337 286" markerEnd={arrow} />
      <path className="figure-flow" d="M303 286A96 96 0 0 1 226 209" markerEnd={arrow} />
      <path className="figure-flow" d="M226 175A96 96 0 0 1 303 98" markerEnd={arrow} />
      <circle className="figure-person" cx="320" cy="96" r="7" />
      <circle className="figure-self" cx="416" cy="192" r="8" />
      <circle className="figure-person" cx="320" cy="288" r="7" />
      <circle className="figure-person" cx="224" cy="192" r="7" />
      <path className="figure-flow figure-way-out" d="M424 180C446 152 462 132 476 112" markerEnd={arrow} />
      <Label x={320} y={50} anchor="middle" lines={[steps[0].step]} soft={[steps[0].thought]} />
      <Label x={438} y={190} lines={[steps[1].step]} soft={[steps[1].thought]} />
      <Label x={320} y={324} anchor="middle" lines={[steps[2].step]} soft={[steps[2].thought]} />
      <Label x={202} y={182} anchor="end" lines={["De ander laat", "ook niets horen"]} soft={[steps[3].thought]} />
      <Label x={482} y={82} lines={[OPENING.step]} soft={[OPENING.thought]} />
    </svg>
  );
}

function Column() {
  const id = "figuur-kring-smal";
  const arrow = `url(#${id}-pijl)`;
  const at = [28, 108, 258, 338] as const;
  return (
    <svg className="figure-narrow" viewBox="0 0 288 376" role="img" aria-labelledby={`${id}-titel`} aria-describedby={`${id}-uitleg`}>
      <title id={`${id}-titel`}>{TITLE}</title>
      <desc id={`${id}-uitleg`}>{DESCRIPTION}</desc>
      <Arrowhead id={`${id}-pijl`} />
      {at.slice(0, -1).map((y, index) => (
        <path key={y} className="figure-flow" d={`M44 ${y + 13}V${(at[index + 1] ?? 0) - 13}`} markerEnd={arrow} />
      ))}
      {/* from the last step back to the first */}
      <path className="figure-flow" d="M34 338H24Q10 338 10 324V42Q10 28 24 28H31" markerEnd={arrow} />
      <path className="figure-flow figure-way-out" d="M52 116C58 150 66 172 84 182" markerEnd={arrow} />
      {at.map((y, index) => (
        <circle key={y} className={index === 1 ? "figure-self" : "figure-person"} cx="44" cy={y} r={index === 1 ? 8 : 7} />
      ))}
      {steps.map(({ step, thought }, index) => (
        <Label key={step} x={64} y={(at[index] ?? 0) - 2} lines={[step]} soft={[thought]} />
      ))}
      <Label x={92} y={182} lines={[OPENING.step]} soft={[OPENING.thought]} />
    </svg>
  );
}
