import { Prose } from "#app/ui/prose.tsx";
import { Specimen, say } from "./specimen.tsx";

const grounds = ["paper", "sheet", "sunk", "accent", "accent-soft", "highlight", "warning-soft", "danger-soft"];

const prose = `<h2>Gemis is geen alleen-zijn</h2><p>Mevrouw De Wit heeft drie kinderen die elke week bellen. ‘Aan aandacht geen gebrek,’
zegt ze. Toch mist ze iemand met wie ze de krant kan <em>doornemen</em>, en daarin staat ze niet alleen: eenzaamheidservaringen
verschillen.</p><blockquote><p>Wat zou u ’s avonds willen delen, en met wie?</p></blockquote><ul><li>emotioneel gemis</li><li>sociaal
gemis</li></ul>`;

/** Headings, running text, the grounds they stand on. */
export function TypeSpecimens() {
  return (
    <>
      <Specimen name="h1 h2 h3 .lead .hint" when="A page has one h1 (Page gives it); a Section has an h2; headings are never skipped.">
        {() => (
          <>
            <p className="eyebrow">{say("Module", "Module")}</p>
            <p className="specimen-h1">{say("Verantwoordelijkheidsverdeling", "The division of responsibilities")}</p>
            <p className="lead">
              {say("Korte scholing, rustig geschreven, met bronnen erbij.", "Short training, calmly written, with sources.")}
            </p>
            <h4>{say("Een kop in een blok", "A heading in a block")}</h4>
            <p className="hint">{say("Een kanttekening staat iets kleiner en zachter.", "An aside is a little smaller and softer.")}</p>
          </>
        )}
      </Specimen>
      <Specimen name="Prose" when="Compiled course text, always in its own language; the reader sets its size.">
        {() => <Prose html={prose} />}
      </Specimen>
      <Specimen name="tokens.css" when="Grounds with the ink that may stand on them; each pair is at least 4.5 : 1, by test.">
        {() => (
          <ul className="grounds">
            {grounds.map((ground) => (
              <li key={ground} className={`ground-${ground}`} lang="en">
                {ground}
              </li>
            ))}
          </ul>
        )}
      </Specimen>
    </>
  );
}
