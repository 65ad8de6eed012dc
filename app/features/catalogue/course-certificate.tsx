import { paths } from "#app/paths.ts";
import { TextLink } from "#app/ui/actions.tsx";
import * as m from "#generated/paraglide/messages.js";
import type { Recognition } from "./recognition-words.ts";

/** What one does for it, what it says, and how others know that it is true. `needs` and `unwatched`: need-words.ts. */
export function CertificateExplained({ needs, unwatched }: { needs: readonly string[]; unwatched: string | null }) {
  return (
    <>
      <h3>{m.catalogue_certificate_needs()}</h3>
      <TextList lines={needs} />
      {unwatched ? <p>{unwatched}</p> : null}
      <h3>{m.catalogue_certificate_says()}</h3>
      <p>{m.catalogue_certificate_says_text()}</p>
      <h3>{m.catalogue_certificate_checked()}</h3>
      <p>
        {m.catalogue_certificate_checked_text()} <TextLink to={paths.verifyForm()}>{m.catalogue_certificate_checked_link()}</TextLink>
      </p>
    </>
  );
}

/** Where points can be had, and where they are only hoped for; then what the course itself says of it. */
export function AccreditationList({ recognition: { standing, registers, aim }, note }: { recognition: Recognition; note: string }) {
  return (
    <>
      <p>{standing}</p>
      {registers.length > 0 ? <TextList lines={registers} /> : null}
      {aim ? <p>{aim}</p> : null}
      <p lang="nl">{note}</p>
    </>
  );
}

function TextList({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="text-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
