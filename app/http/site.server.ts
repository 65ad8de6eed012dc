import { type Provider, provider } from "#app/features/catalogue/provider.server.ts";
import { env } from "#app/platform/env.server.ts";

/** What the frame of every page says of the provider. */
export interface SiteFacts {
  name: string;
  /** address of the provider's logo; null where they have none */
  logo: string | null;
  contact: { name: string; phone: string; email: string };
  address: string;
  kvk: string;
  /** payments are play money here */
  sandbox: boolean;
  /** the outbox may be shown: no mail server, and the visitor is on this machine */
  mailbox: boolean;
}

const FRAME_SECONDS = 10;
let known: { details: Provider; until: number } | undefined;

/** Read at most every ten seconds a node: it frames every page and changes a few times a year. */
async function sellerOfFrame(): Promise<Provider> {
  if (!known || known.until < Date.now()) known = { details: await provider(), until: Date.now() + FRAME_SECONDS * 1000 };
  return known.details;
}

export async function siteFacts(local: boolean): Promise<SiteFacts> {
  const details = await sellerOfFrame();
  const settings = env();
  return {
    name: details.tradeName,
    logo: details.logo?.path ?? null,
    contact: { name: details.contact.name, phone: details.contact.phone, email: details.contact.email },
    address: `${details.address.street}, ${details.address.postcode} ${details.address.city}`,
    kvk: details.kvk,
    sandbox: settings.payments.mode !== "live",
    mailbox: mailboxVisible(local),
  };
}

/** The sandbox mailbox is for whoever sits at the machine, and only while letters go nowhere else. */
export function mailboxVisible(local: boolean): boolean {
  const settings = env();
  return !settings.live && !settings.smtpUrl && local;
}
