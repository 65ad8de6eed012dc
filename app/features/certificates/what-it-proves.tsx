import * as m from "#generated/paraglide/messages.js";
import { askedInWords, isTest } from "./asked-for.ts";
import type { VerifiedCertificate } from "./certificates.server.ts";

/** What had to be done for a certificate that stands, and how far its proof goes. An oefenversie proves nothing, which is said elsewhere. */
export function WhatItProves({
  certificate: { state, printed, asked },
  locale,
}: {
  certificate: VerifiedCertificate;
  locale: "nl" | "en";
}) {
  if (state !== "current") return null;
  const parts = askedInWords(asked, locale);
  const list = new Intl.ListFormat(locale === "en" ? "en-GB" : "nl-NL", { type: "conjunction" }).format(parts);
  return (
    <>
      {parts.length > 0 ? (
        <p>
          {m.certificates_proof_asked({ list })} {asked.some(isTest) ? m.certificates_proof_unwatched() : null}
        </p>
      ) : null}
      {printed.mode === "live" ? (
        <p>{printed.accreditations.length > 0 ? m.certificates_proof_not_points() : m.certificates_proof_not()}</p>
      ) : null}
    </>
  );
}
