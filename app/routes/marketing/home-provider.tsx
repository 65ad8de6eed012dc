import type { Provider } from "#app/features/catalogue/provider-file.ts";
import { EmailLink } from "#app/ui/email-link.tsx";
import { Section } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";

interface HomeProviderProps extends Pick<Provider, "contact" | "address"> {
  name: string;
  /** what the provider says of itself here */
  note: string | null;
}

/** Who is behind it, and how to reach them: a name, a number and an address before anything is asked. */
export function HomeProvider({ name, note, contact, address }: HomeProviderProps) {
  return (
    <Section title={m.catalogue_home_provider()} id="wie-we-zijn">
      <div className="home-provider">
        <div>
          <p>{m.catalogue_home_provider_text({ name })}</p>
          {note ? <p>{note}</p> : null}
        </div>
        <address>
          <strong>{contact.name}</strong>
          <br />
          <a href={`tel:${contact.phone.replace(/\s/g, "")}`}>{contact.phone}</a>
          <br />
          <EmailLink address={contact.email} />
          <br />
          {address.street}, {address.postcode} {address.city}
        </address>
      </div>
    </Section>
  );
}
