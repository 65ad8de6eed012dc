import { codeAskedJob, sendAskedCode } from "./features/accounts/code-asked.server.ts";
import { recordRefusedSignIn, signInRefusedJob } from "./features/accounts/sign-in-refused.server.ts";
import { sweepAccounts } from "./features/accounts/sweep.server.ts";
import { ITEM_STATISTICS, recomputeItemStatistics } from "./features/assessment/item-statistics.server.ts";
import { DRAW_OG_IMAGES, drawOgImages } from "./features/catalogue/og-image.server.ts";
import { letterSignature, provider } from "./features/catalogue/provider.server.ts";
import { renderCertificate } from "./features/certificates/certificate-file.server.ts";
import { onCourseCompleted, reviewPendingCertificates } from "./features/certificates/issue.server.ts";
import { renderCertificateJob } from "./features/certificates/jobs.ts";
import { courseCompletedJob } from "./features/learning/course-completed-job.ts";
import { processEvent, processEventJob } from "./features/payments/events.server.ts";
import { RECONCILE_NIGHTLY, RECONCILE_OPEN, reconcileNightly, reconcileOpen } from "./features/payments/reconcile.server.ts";
import { systemClock } from "./platform/clock.ts";
import { type BoundJob, handle, type Schedule } from "./platform/jobs/job.ts";
import type { Lane } from "./platform/jobs/worker.server.ts";
import { sendMail, sendMailJob } from "./platform/mail/outbox.server.ts";
import { sweepRateLimits } from "./platform/rate-limit.server.ts";

const now = () => systemClock.now();

/** A job without a payload, run by the clock. */
const timed = (name: string, run: () => Promise<unknown>): BoundJob => ({
  name,
  run: async () => {
    await run();
  },
});

const SWEEP = "platform.sweep";
const REVIEW_CERTIFICATES = "certificates.review-pending";

/** The switchboard: job name → the one feature verb that does it. News travels up the ladder through here. */
const business: BoundJob[] = [
  handle(codeAskedJob, async (asked) => sendAskedCode({ ...asked, signature: letterSignature(await provider()) }, now())),
  handle(signInRefusedJob, recordRefusedSignIn),
  handle(processEventJob, ({ id }) => processEvent(id, now())),
  handle(courseCompletedJob, ({ enrolmentId }) => onCourseCompleted(enrolmentId, now())),
  handle(renderCertificateJob, ({ certificateId }) => renderCertificate(certificateId)),
  timed(RECONCILE_OPEN, () => reconcileOpen(now())),
  timed(RECONCILE_NIGHTLY, () => reconcileNightly(now())),
  timed(REVIEW_CERTIFICATES, () => reviewPendingCertificates(now())),
  timed(DRAW_OG_IMAGES, () => drawOgImages(now())),
  timed(ITEM_STATISTICS, () => recomputeItemStatistics(now())),
  timed(SWEEP, async () => {
    await sweepRateLimits(now());
    await sweepAccounts(now());
  }),
];

/** Letters have a lane of their own: a mail server that hangs must not keep an enrolment waiting. */
export const lanes: Lane[] = [
  { jobs: business, concurrency: 2 },
  { jobs: [handle(sendMailJob, ({ id }) => sendMail(id, now()))], concurrency: 2 },
];

/** Five cron fields, UTC. */
export const schedules: Schedule[] = [
  { name: RECONCILE_OPEN, cron: "*/10 * * * *" },
  { name: RECONCILE_NIGHTLY, cron: "41 2 * * *" },
  { name: REVIEW_CERTIFICATES, cron: "11 3 * * *" },
  { name: SWEEP, cron: "17 3 * * *" },
  { name: DRAW_OG_IMAGES, cron: "29 3 * * *" },
  { name: ITEM_STATISTICS, cron: "53 3 * * *" },
];

/** Run once when a node starts: whatever was missed while nothing ran is caught up at once, not at the next round. */
export const atStart: string[] = [RECONCILE_OPEN, DRAW_OG_IMAGES];
