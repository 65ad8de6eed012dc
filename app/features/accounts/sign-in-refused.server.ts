import { z } from "zod";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db, type Tx } from "#app/platform/db.server.ts";
import { defineJob } from "#app/platform/jobs/job.ts";
import { enqueue } from "#app/platform/jobs/queue.server.ts";

/** A sign-in was refused at `at`. Whether the address has an account, and so a trail to write in, is looked up later. */
export const signInRefusedJob = defineJob(
  "accounts.sign-in-refused",
  z.object({ emailKey: z.string(), by: z.enum(["password", "code"]), at: z.iso.datetime() }),
);

type Refused = z.infer<typeof signInRefusedJob.payload>;

/** Notes a refused sign-in in the time it takes for anybody: writing the trail here would be slower for a known address. */
export async function noteRefusedSignIn(tx: Tx, { emailKey, by }: Pick<Refused, "emailKey" | "by">, now: Date): Promise<void> {
  await enqueue(tx, signInRefusedJob, { emailKey, by, at: now.toISOString() });
}

/** Writes a refused sign-in in the trail of the person whose address it is; for any other address nothing. */
export async function recordRefusedSignIn({ emailKey, by, at }: Refused): Promise<void> {
  const person = await db.person.findUnique({ where: { emailKey }, select: { id: true } });
  if (!person) return;
  await recordAudit(db, {
    actor: { kind: "system" },
    action: "accounts.sign-in-refused",
    subject: { kind: "person", id: person.id },
    data: { by },
    now: new Date(at),
  });
}
