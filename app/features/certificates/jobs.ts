import { z } from "zod";
import { defineJob } from "#app/platform/jobs/job.ts";

/** Set one certificate on paper and keep the file. */
export const renderCertificateJob = defineJob("certificates.render", z.object({ certificateId: z.uuid() }));
