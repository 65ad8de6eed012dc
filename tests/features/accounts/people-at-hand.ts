import { hashPassword } from "#app/features/accounts/passwords.server.ts";
import { db } from "#app/platform/db.server.ts";
import { workOffJobs } from "./letters.ts";

/** A password nobody tries first. */
export const PASSWORD = "paard fiets lamp koffie";

let count = 0;

/** A person with a proven address, ready to sign in. */
export async function person({
  email = `person-${++count}@zorg.example`,
  name = "Noor de Wit",
  locale = "nl",
  password = PASSWORD,
  role = "learner",
}: {
  email?: string;
  name?: string;
  locale?: string;
  password?: string | null;
  role?: string;
} = {}) {
  const hashed = password === null ? null : await hashPassword(password);
  if (hashed && !hashed.ok) throw new Error("So many people at once are not for this.");
  return db.person.create({
    data: {
      email,
      emailKey: email.toLowerCase(),
      name,
      locale,
      role,
      emailVerifiedAt: new Date("2026-01-01"),
      passwordHash: hashed?.passwordHash,
    },
    select: { id: true, email: true, emailKey: true, name: true, locale: true },
  });
}

export async function passwordHashOf(id: string) {
  return (await db.person.findUniqueOrThrow({ where: { id }, select: { passwordHash: true } })).passwordHash;
}

export async function auditOf(id: string) {
  await workOffJobs();
  const events = await db.auditEvent.findMany({
    where: { subjectKind: "person", subjectId: id },
    orderBy: { id: "asc" },
    select: { action: true },
  });
  return events.map((event) => event.action);
}
