import { recordAudit } from "#app/platform/audit.server.ts";
import { db, type Tx } from "#app/platform/db.server.ts";
import { isRegister, type RegisterEntry, registerNumberProblem, registers, tidyNumber } from "./registers.ts";

const personSelect = { id: true, name: true, email: true, locale: true, role: true } as const;

/** A person as other rooms know them. */
export async function findPerson(tx: Tx, id: string) {
  return tx.person.findUnique({ where: { id }, select: personSelect });
}

/** A person's own name and language. */
export async function saveProfile(tx: Tx, personId: string, { name, locale }: { name: string; locale: string }, now: Date): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { name, locale }, select: { id: true } });
  await recordAudit(tx, {
    actor: { kind: "person", id: personId },
    action: "accounts.profile-saved",
    subject: { kind: "person", id: personId },
    data: { locale },
    now,
  });
}

/** The language of a person's pages and letters; for the language switch in the page's frame. */
export async function saveLocale(tx: Tx, personId: string, locale: string): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { locale }, select: { id: true } });
}

/** Whether a person has a password; who always signs in with a code has none. */
export async function hasPassword(personId: string): Promise<boolean> {
  return (await db.person.count({ where: { id: personId, passwordHash: { not: null } } })) > 0;
}

/** A person's numbers at professional bodies, in the order of the list of bodies. */
export async function registerNumbersOf(tx: Tx, personId: string): Promise<RegisterEntry[]> {
  const rows = await tx.registerNumber.findMany({ where: { personId }, select: { register: true, number: true } });
  return registers.flatMap((register) => rows.filter((row) => row.register === register));
}

/**
 * Keeps the given numbers, to each of which the person consented at `now`; an empty number takes that one away, and bodies not
 * mentioned stay as they are. An unchanged number keeps the moment of its first consent. The caller has checked the numbers
 * with `registerNumberProblem`.
 */
export async function saveRegisterNumbers(tx: Tx, personId: string, entries: RegisterEntry[], now: Date): Promise<void> {
  for (const entry of entries) await saveRegisterNumber(tx, personId, entry, now);
  const kept = (await registerNumbersOf(tx, personId)).map(({ register }) => register);
  await recordAudit(tx, {
    actor: { kind: "person", id: personId },
    action: "accounts.register-numbers-saved",
    subject: { kind: "person", id: personId },
    data: { registers: kept },
    now,
  });
}

async function saveRegisterNumber(tx: Tx, personId: string, { register, number: typed }: RegisterEntry, now: Date): Promise<void> {
  const number = tidyNumber(typed);
  if (!isRegister(register) || (number !== "" && registerNumberProblem(register, number)))
    throw new Error(`A number for "${register}" reached the table unchecked.`);
  await tx.registerNumber.deleteMany({ where: { personId, register, number: { not: number } } });
  if (number)
    await tx.registerNumber.createMany({ data: [{ personId, register, number, consentAt: now, createdAt: now }], skipDuplicates: true });
}
