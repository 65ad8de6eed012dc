import { systemClock } from "./platform/clock.ts";
import { type BoundJob, handle, type Schedule } from "./platform/jobs/job.ts";
import { sendMail, sendMailJob } from "./platform/mail/outbox.server.ts";
import { sweepRateLimits } from "./platform/rate-limit.server.ts";

/** The switchboard: job name → the one feature verb that does it. News travels up the ladder through here. */
export const boundJobs: BoundJob[] = [
  handle(sendMailJob, ({ id }) => sendMail(id, systemClock.now())),
  { name: "platform.sweep-rate-limits", run: () => sweepRateLimits(systemClock.now()) },
];

/** Five cron fields, UTC. */
export const schedules: Schedule[] = [{ name: "platform.sweep-rate-limits", cron: "17 3 * * *" }];
