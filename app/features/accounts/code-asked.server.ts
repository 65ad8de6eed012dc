import { z } from "zod";
import { db } from "#app/platform/db.server.ts";
import { defineJob } from "#app/platform/jobs/job.ts";
import { enqueue } from "#app/platform/jobs/queue.server.ts";
import { addresseeSelect, type CodeRequest, issueUnsentCode, postCodeLetter } from "./code-letters.server.ts";
import { emailKeyOf } from "./email-key.ts";

export type AskedPurpose = "verify-email" | "sign-in" | "reset-password";

/** Somebody asked for a code on an address. Who that is, if anybody, and who signs the letter is looked up when the job runs. */
export const codeAskedJob = defineJob(
  "accounts.code-asked",
  z.object({
    purpose: z.enum(["verify-email", "sign-in", "reset-password"]),
    email: z.string(),
    next: z.string().optional(),
    askedBy: z.string().nullish(),
  }),
);

/**
 * Takes a request for a code and answers at once: one job, whoever's address it is. Looking the address up here would take
 * longer for a known one, and so tell who has an account.
 */
export async function askForCode(purpose: AskedPurpose, { email, next, askedBy }: Omit<CodeRequest, "signature">): Promise<void> {
  await enqueue(db, codeAskedJob, { purpose, email, next, askedBy });
}

/** Posts the code that was asked for to an address that has an account; to any other nothing. */
export async function sendAskedCode({ purpose, ...request }: CodeRequest & { purpose: AskedPurpose }, now: Date): Promise<void> {
  const emailKey = emailKeyOf(request.email);
  await db.$transaction(async (tx) => {
    const person = await tx.person.findUnique({ where: { emailKey }, select: addresseeSelect });
    if (!person) return issueUnsentCode(tx, purpose, { emailKey, askedBy: request.askedBy }, now);
    const kind = purpose === "verify-email" && person.emailVerifiedAt ? "already-registered" : purpose;
    return postCodeLetter(tx, kind, person, request, now);
  });
}
