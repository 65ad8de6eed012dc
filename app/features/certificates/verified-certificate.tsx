import { paths } from "#app/paths.ts";
import { formatDate } from "#app/platform/i18n/format.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { practiceMark } from "./certificate-facts.ts";
import { CertificateFactsList } from "./certificate-facts-list.tsx";
import type { VerifiedCertificate } from "./certificates.server.ts";
import { WhatItProves } from "./what-it-proves.tsx";

/** The title that says at once how a certificate stands. */
export function verdictTitle({ state, printed }: VerifiedCertificate): string {
  if (state === "revoked") return m.certificates_verify_revoked_title();
  if (state === "superseded") return m.certificates_verify_superseded_title();
  return printed.mode === "live" ? m.certificates_verify_valid_title() : m.certificates_verify_practice_title();
}

/** Where it stands, what that proves, then every fact on the paper, in the paper's order. */
export function VerifiedCertificateView({ certificate, locale }: { certificate: VerifiedCertificate; locale: "nl" | "en" }) {
  const { printed } = certificate;
  const mark = practiceMark(printed.mode, locale);
  return (
    <>
      <Standing certificate={certificate} locale={locale} />
      {mark ? (
        <Notice kind="warning" title={mark}>
          <p>{m.certificates_verify_practice_text()}</p>
        </Notice>
      ) : null}
      <WhatItProves certificate={certificate} locale={locale} />
      <Section title={m.certificates_verify_printed()}>
        <CertificateFactsList facts={printed} identity={printed} locale={locale} />
      </Section>
    </>
  );
}

function Standing({ certificate, locale }: { certificate: VerifiedCertificate; locale: "nl" | "en" }) {
  const { state, printed, supersededBy, revokedAt, revokeReason } = certificate;
  if (state === "revoked") {
    return (
      <Notice kind="error">
        <p>
          {m.certificates_verify_revoked_text({ date: formatDate(revokedAt ?? printed.issuedOn, locale) })}{" "}
          <span lang="nl">{revokeReason}</span>
        </p>
      </Notice>
    );
  }
  if (state === "superseded") {
    return (
      <Notice kind="warning">
        <p>
          {m.certificates_verify_superseded_text()}{" "}
          {supersededBy ? <TextLink to={paths.verify(supersededBy)}>{m.certificates_verify_superseded_link()}</TextLink> : null}
        </p>
      </Notice>
    );
  }
  return printed.mode === "live" ? (
    <Notice kind="success">
      <p>{m.certificates_verify_valid_text({ provider: printed.provider.name })}</p>
    </Notice>
  ) : null;
}
