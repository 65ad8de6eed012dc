import { paths } from "#app/paths.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { Section } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";

/** Why one may believe it: sentences that can be checked on this site itself, and nothing that cannot. */
export function HomeTrust() {
  const grounds = [
    [m.catalogue_home_trust_claims_title(), m.catalogue_home_trust_claims()],
    [m.catalogue_home_trust_certificate_title(), m.catalogue_home_trust_certificate()],
    [m.catalogue_home_trust_private_title(), m.catalogue_home_trust_private()],
    [m.catalogue_home_trust_hours_title(), m.catalogue_home_trust_hours()],
    [m.catalogue_home_trust_review_title(), m.catalogue_home_trust_review()],
    [m.catalogue_home_trust_tracking_title(), m.catalogue_home_trust_tracking()],
  ] as const;
  return (
    <Section title={m.catalogue_home_trust()} id="waarop-rekenen">
      <dl className="home-trust">
        {grounds.map(([title, text]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p>
        <TextLink to={paths.verifyForm()}>{m.catalogue_home_trust_verify()}</TextLink> ·{" "}
        <TextLink to={paths.privacy()}>{m.catalogue_home_trust_privacy()}</TextLink>
      </p>
    </Section>
  );
}
