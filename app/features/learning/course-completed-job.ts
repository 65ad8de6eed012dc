import { z } from "zod";
import { defineJob } from "#app/platform/jobs/job.ts";

/** News for the rooms above: this enrolment has met every requirement, for the first time. */
export const courseCompletedJob = defineJob("learning.course-completed", z.object({ enrolmentId: z.string() }));
