import { courseProblems } from "#app/features/catalogue/courses.server.ts";
import { isChecked } from "#app/features/catalogue/help-line-checks.ts";
import { helpLines } from "#app/features/catalogue/provider.server.ts";
import { needsReview } from "#app/features/payments/orders.server.ts";
import { refusedEvents, standingDifferences } from "#app/features/payments/review.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { retryStuckJob, stuckJobs } from "#app/platform/jobs/queue.server.ts";
import { resendMail, undeliveredMail } from "#app/platform/mail/outbox.server.ts";
import { fastReaders } from "./fast.server.ts";
import { pendingForOffice } from "./pending.server.ts";

export const taskLists = ["orders", "differences", "refused", "jobs", "mail", "certificates", "courses", "fast"] as const;
export type TaskList = (typeof taskLists)[number];

/** As much of a list as one person does in a sitting, and the most that is shown when it is asked for. */
const SHORT = 10;
const WHOLE = 100;

/**
 * What waits for a human: of each list the first ten, of the list named `whole` a hundred. `longer` names the lists of which
 * there is more than that, `helpLines` tells how many numbers beside the lessons nobody has checked. Reads only.
 */
export async function today(now: Date, whole: TaskList | null = null) {
  const upTo = (list: TaskList) => (list === whole ? WHOLE : SHORT);
  // One more than is shown, to know whether there is more.
  const [orders, jobs, mail, certificates, courses, fast, differences, refused, { lines }] = await Promise.all([
    needsReview(db, undefined, upTo("orders") + 1),
    stuckJobs(db, upTo("jobs") + 1),
    undeliveredMail(now, upTo("mail") + 1),
    pendingForOffice(upTo("certificates") + 1),
    courseProblems(),
    fastReaders(upTo("fast") + 1),
    standingDifferences(),
    refusedEvents(now),
    helpLines(),
  ]);
  const found = { orders, jobs, mail, certificates, courses, fast, differences, refused };
  return {
    orders: orders.slice(0, upTo("orders")),
    jobs: jobs.slice(0, upTo("jobs")),
    mail: mail.slice(0, upTo("mail")),
    certificates: certificates.slice(0, upTo("certificates")),
    courses: courses.slice(0, upTo("courses")),
    fast: fast.slice(0, upTo("fast")),
    differences: differences.slice(0, upTo("differences")),
    refused: refused.slice(0, upTo("refused")),
    helpLines: { count: lines.length, unchecked: lines.filter((line) => !isChecked(line)).length },
    longer: taskLists.filter((list) => found[list].length > upTo(list)),
  };
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
