import { z } from "zod";

const times = z.coerce.number().int().min(1).max(1000).default(1);
const yes = z.preprocess((value) => (typeof value === "string" ? ["true", "on", "1"].includes(value) : value), z.boolean());
const count = (max: number) => z.coerce.number().int().min(0).max(max);

/** Answer the next matching API requests with an error instead of doing them. */
export const answerFault = z.strictObject({
  /** Part of the address, such as `/v1/refunds`. */
  path: z.string().default("/v1/"),
  method: z.enum(["GET", "POST"]).optional(),
  status: z.coerce.number().pipe(z.union([z.literal(409), z.literal(429), z.literal(500)])),
  /** A body without the `error` key: the SDK takes it for success. Only with 500. */
  raw: yes.default(false),
  /** Keep the answer under the idempotency key, as Stripe does once execution began. */
  stored: yes.default(false),
  times,
});

/** Do the next matching request, commit, then cut the connection before a byte of the answer. */
export const cutFault = z.strictObject({
  path: z.string().default("/v1/"),
  method: z.enum(["GET", "POST"]).default("POST"),
  times,
});

/** Show the next retrieved sessions differently from what is stored. */
export const readFault = z.strictObject({
  amountDelta: z.coerce.number().int().default(0),
  currency: z.string().length(3).optional(),
  presentment: yes.default(false),
  times,
});

/** Everything that can be set to go wrong; a fresh sandbox has none of it. */
export const faults = z.strictObject({
  answers: z.array(answerFault).default([]),
  cuts: z.array(cutFault).default([]),
  sessionReads: z.array(readFault).default([]),
  /** Each event is delivered this many times extra. */
  duplicates: count(20).default(0),
  /** Each first attempt waits this long. */
  delayMs: count(600_000).default(0),
  /** The next n first attempts are lost: never sent, never retried. */
  drop: count(1000).default(0),
  /** Deliveries gather for a moment and leave in random order. */
  shuffle: yes.default(false),
  /** `off` is disabled in the Dashboard (no attempts, no retries); `down` is a shop that does not answer. */
  endpoint: z.enum(["on", "off", "down"]).default("on"),
  /** Added to `t` of every signature, in seconds. */
  skewSeconds: z.coerce.number().int().default(0),
  /** Off: deliveries leave only through POST /_sandbox/deliver. */
  automatic: yes.default(true),
  /** What becomes of the next refunds made through the API or the panel. */
  nextRefunds: z
    .array(z.strictObject({ outcome: z.enum(["succeed", "fail"]), afterSeconds: count(31_000_000).default(0), times }))
    .default([]),
});

export type Faults = z.infer<typeof faults>;
