import { paths } from "#app/paths.ts";
import { formatDate } from "#app/platform/i18n/format.ts";
import { ButtonLink, TextLink } from "#app/ui/actions.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { DownloadIcon } from "#app/ui/icons.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import type { OwnCertificate } from "./certificates.server.ts";

const stateWords = {
  current: m.certificates_state_current,
  superseded: m.certificates_state_superseded,
  revoked: m.certificates_state_revoked,
};

/** One certificate in a person's own list. */
export function CertificateCard({ certificate }: { certificate: OwnCertificate }) {
  const practice = certificate.mode !== "live";
  return (
    <article className="card certificate-card">
      <h2 lang="nl">{certificate.courseTitle}</h2>
      {practice ? <p className="practice-mark">{m.certificates_list_practice()}</p> : null}
      <Facts
        items={[
          { label: m.certificates_fact_name(), value: <span dir="auto">{certificate.name}</span> },
          { label: m.certificates_fact_completed(), value: formatDate(certificate.completedOn, getLocale()) },
          // an oefenversie is never "valid"; its mark says what it is
          ...(practice && certificate.state === "current"
            ? []
            : [{ label: m.certificates_state(), value: stateWords[certificate.state]() }]),
          { label: m.certificates_code(), value: <span className="certificate-code">{certificate.code}</span> },
        ]}
      />
      {certificate.file === "ready" ? (
        <div className="actions">
          <ButtonLink to={paths.certificatePdf(certificate.code)} icon={<DownloadIcon />} reload>
            {practice ? m.certificates_list_download_practice() : m.certificates_list_download()}
          </ButtonLink>
          <TextLink to={paths.verify(certificate.code)}>{m.certificates_list_verify()}</TextLink>
        </div>
      ) : (
        <p role="status">
          {certificate.file === "late" ? m.certificates_list_late() : m.certificates_list_being_made()}{" "}
          <TextLink to={paths.certificates()}>{m.certificates_list_reload()}</TextLink>
        </p>
      )}
    </article>
  );
}
