import { EmailLink } from "#app/ui/email-link.tsx";
import * as m from "#generated/paraglide/messages.js";
import type { Provider } from "./provider-file.ts";

/** What an employer wants to know first: what the receipt says and is not, that seats for a team are not sold, and whom to ask. */
export function ForOrganisations({ contact }: { contact: Provider["contact"] }) {
  return (
    <dl className="questions">
      <dt>{m.catalogue_practical_employer()}</dt>
      <dd>{m.catalogue_practical_employer_text()}</dd>
      <dt>{m.catalogue_organisations_invoice()}</dt>
      <dd>{m.catalogue_organisations_invoice_text()}</dd>
      <dt>{m.catalogue_organisations_team()}</dt>
      <dd>{m.catalogue_organisations_team_text()}</dd>
      <dt>{m.catalogue_organisations_contact()}</dt>
      <dd>
        {contact.name}, <a href={`tel:${contact.phone.replace(/\s/g, "")}`}>{contact.phone}</a>, <EmailLink address={contact.email} />
      </dd>
    </dl>
  );
}
