import { printInput } from "./print-input.ts";
import { render } from "./render.server.ts";
import type { CertificateLogo, RenderAnswer } from "./render-request.ts";
import type { PrintedFacts } from "./snapshot.ts";

/**
 * A certificate as PDF/A-3a, from its printed facts and a logo alone: the same facts, logo and moment give the same bytes.
 * @param issuedAt stands in the file as its date of making
 * @param logo one that cannot be set is left out: nobody waits for their certificate because of a picture
 */
export function certificatePdf(printed: PrintedFacts, issuedAt: Date, logo: CertificateLogo | null = null): Promise<RenderAnswer> {
  return render({
    logo,
    data: JSON.stringify(printInput(printed)),
    verifyUrl: printed.verifyUrl,
    createdAt: Math.floor(issuedAt.getTime() / 1000),
  });
}

/** A certificate of nobody for nothing: it only lends its paper to a name. */
const specimen: PrintedFacts = {
  name: "",
  course: { slug: "proef", kind: "module", title: "Proef" },
  edition: "1",
  revision: 1,
  studyMinutes: 60,
  practiceMinutes: 0,
  completedOn: "2026-01-01",
  issuedOn: "2026-01-01",
  result: "Proef",
  accreditations: [],
  provider: { name: "Proef", kvk: "0" },
  signatory: { name: "Proef", role: "Proef" },
  mode: "sandbox",
  code: "0000",
  verifyUrl: "https://example.org",
};

/**
 * Sets the name on paper to see whether our fonts have all its letters: better refused now than printed as boxes later.
 * @returns the characters that no font has; empty when it can be printed
 */
export async function unprintableIn(name: string): Promise<string[]> {
  const answer = await certificatePdf({ ...specimen, name }, new Date(0));
  return answer.ok ? [] : answer.characters;
}
