import { courseProblems } from "#app/features/catalogue/courses.server.ts";
import { pendingCertificates } from "#app/features/certificates/issue.server.ts";
import { needsReview } from "#app/features/payments/orders.server.ts";
import { refusedEvents, standingDifferences } from "#app/features/payments/review.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { retryStuckJob, stuckJobs } from "#app/platform/jobs/queue.server.ts";
import { resendMail, undeliveredMail } from "#app/platform/mail/outbox.server.ts";
import { fastReaders } from "./fast.server.ts";

/** Everything that waits for a human, each list at most 100 long. Reads only. */
export async function today(now: Date) {
  const [orders, jobs, mail, certificates, courses, fast, differences, refused] = await Promise.all([
    needsReview(db),
    stuckJobs(db),
    undeliveredMail(now),
    pendingCertificates(db),
    courseProblems(),
    fastReaders(20),
    standingDifferences(),
    refusedEvents(now),
  ]);
  return { orders, jobs, mail, certificates, courses, fast, differences, refused };
}

/** Gives a stuck job fresh tries; written down with who did it. */
export async function retryJob(officeId: string, jobId: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    await retryStuckJob(tx, jobId);
    await recordAudit(tx, {
      actor: { kind: "office", id: officeId },
      action: "office.job-retried",
      subject: { kind: "job", id: jobId },
      now,
    });
  });
}

/** Sends an undelivered letter once more; written down with who did it. */
export async function sendAgain(officeId: string, mailId: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    await resendMail(tx, mailId);
    await recordAudit(tx, {
      actor: { kind: "office", id: officeId },
      action: "office.mail-resent",
      subject: { kind: "mail", id: mailId },
      now,
    });
  });
}
