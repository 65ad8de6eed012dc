import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import type { HelpLine, HelpLines } from "./provider-file.ts";

/** Help lines, within reach on every lesson and never behind a score. Danger first and always visible; the rest one press away. */
export function SafetyBlock({ helpLines, open }: { helpLines: HelpLines; open?: boolean }) {
  const country = (code: HelpLine["country"]) => helpLines.lines.filter((line) => line.country === code);
  return (
    <section className="safety" id="hulplijnen" aria-labelledby="hulplijnen-title">
      <h2 id="hulplijnen-title">{m.catalogue_safety_title()}</h2>
      <p>{helpLines.note[getLocale()]}</p>
      <p>
        <strong>{m.catalogue_safety_danger()}</strong>
      </p>
      <details open={open}>
        <summary>{m.catalogue_safety_all()}</summary>
        <Lines title={m.catalogue_safety_nl()} lines={country("NL")} />
        <Lines title={m.catalogue_safety_be()} lines={country("BE")} />
      </details>
    </section>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly HelpLine[] }) {
  return (
    <>
      <h3>{title}</h3>
      <ul lang="nl">
        {lines.map((line) => (
          <li key={line.id}>
            <a href={`tel:${line.phone.replace(/[^\d+]/g, "")}`}>{line.name === line.phone ? line.name : `${line.name}, ${line.phone}`}</a>
            {line.url ? (
              <>
                {" "}
                (<a href={line.url}>{line.url.replace(/^https:\/\/(www\.)?/, "")}</a>)
              </>
            ) : null}
            <br />
            {line.for}
            {line.hours ? ` Bereikbaar ${line.hours}.` : ""}
          </li>
        ))}
      </ul>
    </>
  );
}
