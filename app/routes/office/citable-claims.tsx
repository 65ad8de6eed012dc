import type { CitableClaim } from "#app/features/catalogue/corrections-for-office.server.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { DataTable } from "#app/ui/table.tsx";
import * as m from "#generated/paraglide/messages.js";

interface ListedClaim extends Omit<CitableClaim, "verdict"> {
  /** in words */
  verdict: string;
}

/** The claims a sentence can rest on, each with the sign that says so; those of the lesson first. */
export function CitableClaims({ claims, open }: { claims: readonly ListedClaim[]; open: boolean }) {
  if (claims.length === 0) return null;
  return (
    <Disclosure summary={m.office_claims_title()} open={open}>
      <p>{m.office_claims_lead()}</p>
      <Claims caption={m.office_claims_lesson()} claims={claims.filter(({ inLesson }) => inLesson)} />
      <Claims caption={m.office_claims_elsewhere()} claims={claims.filter(({ inLesson }) => !inLesson)} />
    </Disclosure>
  );
}

function Claims({ caption, claims }: { caption: string; claims: readonly ListedClaim[] }) {
  if (claims.length === 0) return null;
  return (
    <DataTable
      caption={caption}
      columns={[
        { key: "sign", label: m.office_column_claim_sign() },
        { key: "claim", label: m.office_column_claim() },
        { key: "verdict", label: m.office_column_verdict() },
      ]}
      rows={claims.map(({ id, text, verdict }) => ({
        sign: <code>[@{id}]</code>,
        claim: <span lang="nl">{text}</span>,
        verdict,
      }))}
    />
  );
}
