import { z } from "zod";
import type { Claim, EvidenceLevel } from "../compiled.ts";
import { id, level, type Source, text, verdict } from "./course-schema.ts";
import { isoDate } from "./iso-date.ts";
import type { Report } from "./problems.ts";
import { type Located, readYaml } from "./yaml-door.ts";

/** The ledger of a course: every factual statement its lessons make, by id, with what it rests on. */
export const LEDGER_FILE = "claims.yaml";

/** One capital and two figures, as `[@D01]` in a lesson: never to be mistaken for a source's key. */
export const claimId = z.string().regex(/^[A-Z]\d{2}$/, "een bewering heet als D01: één hoofdletter en twee cijfers");

const claimSchema = z.strictObject({
  claim: text,
  verdict,
  level,
  /** the evidence shows that things go together, though its level alone does not say so */
  observational: z.boolean().optional(),
  sources: z.array(id).default([]),
  /** what is wrong with the popular form, or must be said with it */
  correction: text.optional(),
  checkedOn: isoDate.optional(),
  reviewBy: isoDate.optional(),
});
export const claimsSchema = z.record(claimId, claimSchema);

export type Ledger = ReadonlyMap<string, Omit<Claim, "lessons">>;

/** Asking the same people over and over, or once, never shows what brings what. */
const OBSERVATIONAL_LEVELS: readonly EvidenceLevel[] = ["cohort"];
const isObservational = (level: EvidenceLevel, said = false) => said || OBSERVATIONAL_LEVELS.includes(level);

/**
 * Reads a ledger; a claim without a source, or a corrected one without its correction, is refused.
 * @returns null when it could not be read at all: what leans on it need not be looked at before it can
 */
export function readLedger(file: string, yaml: string, sources: ReadonlyMap<string, Source>, report: Report): Ledger | null {
  const read = readYaml(file, yaml, claimsSchema, report);
  if (!read) return null;
  checkClaims(read, sources, report);
  return new Map(
    Object.entries(read.value).map(([id, claim]) => [
      id,
      {
        id,
        text: claim.claim,
        verdict: claim.verdict,
        level: claim.level,
        observational: isObservational(claim.level, claim.observational),
        sources: claim.sources,
        correction: claim.correction ?? null,
        checkedOn: claim.checkedOn ?? null,
        reviewBy: claim.reviewBy ?? null,
      },
    ]),
  );
}

function checkClaims(read: Located<z.infer<typeof claimsSchema>>, sources: ReadonlyMap<string, Source>, report: Report): void {
  for (const [id, claim] of Object.entries(read.value)) {
    const fault = (message: string, advice: string) =>
      report({ file: read.file, line: read.line([id]), message: `Bewering ‘${id}’: ${message}`, advice });
    for (const key of claim.sources) {
      if (!sources.has(key)) fault(`bron ‘${key}’ staat niet in references.yaml.`, "Voeg de bron toe, of verbeter de sleutel.");
    }
    if (claim.sources.length === 0 && claim.verdict !== "U" && claim.verdict !== "P")
      fault("er staat geen bron bij.", "Noem een bron bij sources, of geef het oordeel U (niet onderbouwd) of P (praktijkadvies).");
    if (!claim.correction && (claim.verdict === "SC" || claim.verdict === "C" || claim.verdict === "U"))
      fault(`bij oordeel ${claim.verdict} ontbreekt wat er niet klopt.`, "Schrijf bij correction wat erbij gezegd moet worden.");
    const looked = claim.sources.some((key) => sources.get(key)?.checked);
    if (claim.checkedOn && !looked)
      fault("er staat wanneer ze is nagetrokken, maar geen van haar bronnen is dat.", "Haal checkedOn weg, of trek een bron na.");
  }
}
