import { z } from "zod";
import { db, type Tx } from "../db.server.ts";
import { defineJob } from "../jobs/job.ts";
import { enqueue } from "../jobs/queue.server.ts";
import type { Letter } from "./letter.ts";
import { letterHtml } from "./letter-html.ts";
import { letterText } from "./letter-text.ts";
import { type Transport, transport } from "./transport.server.ts";

export const sendMailJob = defineJob("mail.send", z.object({ id: z.uuid() }), 9);

export interface Posting {
  /** the same key twice is one letter: `receipt:<order id>` */
  key: string;
  kind: string;
  personId?: string | null;
  to: string;
  letter: Letter;
}

/** Writes a letter and the job that sends it into the caller's transaction. A second call with the same key does nothing. */
export async function postLetter(tx: Tx, posting: Posting): Promise<void> {
  const created = await tx.outboxMail.createManyAndReturn({
    data: [
      {
        key: posting.key,
        kind: posting.kind,
        personId: posting.personId ?? null,
        to: posting.to,
        fromName: posting.letter.signature.name,
        replyTo: posting.letter.signature.contact.email,
        locale: posting.letter.locale,
        subject: posting.letter.subject,
        text: letterText(posting.letter),
        html: letterHtml(posting.letter),
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  const id = created[0]?.id;
  if (id) await enqueue(tx, sendMailJob, { id }, { key: `mail:${id}` });
}

/**
 * Hands one letter to the mail server and notes that it was accepted. A failure is noted and thrown, so that the queue tries
 * again; after the last try the letter is marked failed and the office sees it.
 */
export async function sendMail(id: string, now: Date, by: Transport = transport()): Promise<void> {
  const mail = await db.outboxMail.findUnique({
    where: { id },
    select: { id: true, to: true, fromName: true, replyTo: true, subject: true, text: true, html: true, state: true, attempts: true },
  });
  if (mail?.state !== "queued") return;
  const attempts = mail.attempts + 1;
  try {
    const messageId = await by.send(mail);
    await db.outboxMail.update({
      where: { id },
      data: { state: "accepted", acceptedAt: now, attempts, messageId, lastError: null },
      select: { id: true },
    });
  } catch (error) {
    const state = attempts >= sendMailJob.maxAttempts ? "failed" : "queued";
    await db.outboxMail.update({ where: { id }, data: { state, attempts, lastError: String(error).slice(0, 500) }, select: { id: true } });
    if (state === "queued") throw error;
  }
}

const mailRow = {
  id: true,
  kind: true,
  to: true,
  subject: true,
  state: true,
  attempts: true,
  lastError: true,
  createdAt: true,
  acceptedAt: true,
} as const;

/** Letters nobody accepted: given up, or waiting for more than ten minutes. Newest first, at most `limit`. */
export async function undeliveredMail(now: Date, limit = 100) {
  return db.outboxMail.findMany({
    where: { OR: [{ state: "failed" }, { state: "queued", createdAt: { lt: new Date(now.getTime() - 600_000) } }] },
    orderBy: { createdAt: "desc" },
    take: limit,
    select: { ...mailRow, personId: true },
  });
}

/** Queues a failed letter again. */
export async function resendMail(tx: Tx, id: string): Promise<void> {
  const { count } = await tx.outboxMail.updateMany({ where: { id, state: { not: "accepted" } }, data: { state: "queued", attempts: 0 } });
  if (count > 0) await enqueue(tx, sendMailJob, { id }, { key: `mail:${id}` });
}

/** The sandbox mailbox: the newest letters as plain text. Never shown on a live installation. */
export async function newestMail(limit = 50) {
  return db.outboxMail.findMany({ orderBy: { id: "desc" }, take: limit, select: { ...mailRow, locale: true, text: true } });
}

/** One letter of the sandbox mailbox as its reader's mail program shows it; null when there is none. */
export async function mailDocument(id: string): Promise<string | null> {
  const mail = await db.outboxMail.findUnique({ where: { id }, select: { html: true } });
  return mail?.html ?? null;
}
