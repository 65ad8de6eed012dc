import type { z } from "zod";

/**
 * A job is an id, the shape of its payload, and how often it may fail before a human hears of it.
 * Delays between tries grow as e^n seconds: 8 tries span about 80 minutes.
 */
export interface Job<Payload> {
  name: string;
  payload: z.ZodType<Payload>;
  maxAttempts: number;
}

export function defineJob<Payload>(name: string, payload: z.ZodType<Payload>, maxAttempts = 8): Job<Payload> {
  return { name, payload, maxAttempts };
}

/** A job with what does it: made in jobs.server.ts, run by the worker. */
export interface BoundJob {
  name: string;
  run(payload: unknown): Promise<void>;
}

/** Binds a handler; the payload is checked on its way in. */
export function handle<Payload>(job: Job<Payload>, handler: (payload: Payload) => Promise<unknown>): BoundJob {
  return {
    name: job.name,
    run: async (payload) => {
      await handler(job.payload.parse(payload));
    },
  };
}

/** A job that comes by the clock. `cron` is five fields in UTC. */
export interface Schedule {
  name: string;
  cron: string;
}
