import { claimOffice, createOfficeLink } from "#app/features/accounts/office-claim.server.ts";
import { verifyAddress } from "#app/features/accounts/sign-in.server.ts";
import { signUp } from "#app/features/accounts/sign-up.server.ts";
import { letterSignature, provider } from "#app/features/catalogue/provider.server.ts";
import { db } from "#app/platform/db.server.ts";
import { DEMO_DOMAIN, DEMO_PASSWORD } from "./demo-people.ts";

export const emailOf = (address: string) => `${address}@${DEMO_DOMAIN}`;

/** Signs up and types the code of the letter, as a person would. @returns the person's id */
export async function makeAccount({ name, address, locale }: { name: string; address: string; locale: string }, at: Date): Promise<string> {
  const email = emailOf(address);
  const begun = await signUp({ name, email, locale, password: DEMO_PASSWORD, signature: letterSignature(await provider()) }, at);
  if (!begun.ok) throw new Error(`${email} could not sign up: ${begun.reason}.`);
  const verified = await verifyAddress({ email, code: await mailedCode(email), pending: begun.pending }, at);
  if (!verified.ok) throw new Error(`${email} could not be verified.`);
  return verified.personId;
}

/** The first office account. False when the site has one already: then its owner knows how to sign in. */
export async function makeOffice(
  { name, address, locale }: { name: string; address: string; locale: string },
  now: Date,
): Promise<boolean> {
  const token = (await createOfficeLink(now))?.split("/").at(-1);
  if (!token) return false;
  const claimed = await claimOffice({ token, name, email: emailOf(address), password: DEMO_PASSWORD, locale }, now);
  if (!claimed.ok) throw new Error(`The office account could not be made: ${claimed.reason}.`);
  return true;
}

async function mailedCode(email: string): Promise<string> {
  const letter = await db.outboxMail.findFirst({ where: { to: email }, orderBy: { id: "desc" }, select: { text: true } });
  const code = /^\d{6}$/m.exec(letter?.text ?? "");
  if (!code) throw new Error(`No code was sent to ${email}.`);
  return code[0];
}
