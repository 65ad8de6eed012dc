import { z } from "zod";

/** What a running sandbox needs to know. Times are milliseconds. */
export interface SandboxOptions {
  databaseUrl: string;
  /** The one secret key that is accepted. */
  apiKey: string;
  webhookUrl: string;
  webhookSecret: string;
  shopName: string;
  /** 0 takes a free port. */
  port: number;
  host: string;
  /** Origin of the hosted pages; derived from the port when absent. */
  origin?: string;
  /** Check every request, response and event against the SDK's own types. */
  validate: boolean;
  /** Event types the shop's endpoint is subscribed to. */
  enabledEvents: readonly string[];
  /** How long one webhook attempt may take before it counts as failed. */
  deliveryTimeoutMs: number;
  /** How long a claimed delivery stays claimed when its worker dies. */
  leaseMs: number;
  /** How long the hosted page waits for the first `completed` delivery before it sends the buyer back. */
  redirectWaitMs: number;
  /** Where warnings and the listening line go. */
  log: (line: string) => void;
}

/** The events a shop should subscribe to, invoices left out. */
export const SUBSCRIBED_EVENTS = [
  "checkout.session.completed",
  "checkout.session.async_payment_succeeded",
  "checkout.session.async_payment_failed",
  "checkout.session.expired",
  "refund.created",
  "refund.updated",
  "refund.failed",
  "charge.refunded",
  "charge.dispute.created",
  "charge.dispute.updated",
  "charge.dispute.closed",
  "charge.dispute.funds_withdrawn",
  "charge.dispute.funds_reinstated",
  "payment_intent.payment_failed",
] as const;

type Required = "databaseUrl" | "apiKey" | "webhookUrl" | "webhookSecret";

/** Only the four facts without a sensible default have to be given. */
export type SandboxInput = Pick<SandboxOptions, Required> & Partial<SandboxOptions>;

/** Fills in defaults; the port falls to a free one. */
export function completeOptions(input: SandboxInput): SandboxOptions {
  return {
    shopName: "Kring",
    port: 0,
    host: "127.0.0.1",
    validate: false,
    enabledEvents: SUBSCRIBED_EVENTS,
    deliveryTimeoutMs: 10_000,
    leaseMs: 15_000,
    redirectWaitMs: 10_000,
    log: (line) => console.log(line),
    ...input,
  };
}

const environment = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(3001),
  SANDBOX_HOST: z.string().min(1).default("127.0.0.1"),
  SANDBOX_ORIGIN: z.url().optional(),
  DATABASE_URL: z.string().min(1),
  // A live key here would mean somebody confused the sandbox with Stripe.
  SANDBOX_API_KEY: z.string().startsWith("sk_test_sandbox"),
  SANDBOX_WEBHOOK_URL: z.url(),
  SANDBOX_WEBHOOK_SECRET: z.string().regex(/^whsec_\S+$/),
  SANDBOX_SHOP_NAME: z.string().min(1).default("Kring"),
  SANDBOX_VALIDATE: z.string().optional(),
});

/** Reads the process environment; throws an error that names each wrong setting. */
export function readOptions(env: NodeJS.ProcessEnv): SandboxOptions {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The Stripe sandbox cannot start:\n${lines.join("\n")}`);
  }
  const found = parsed.data;
  return completeOptions({
    databaseUrl: found.DATABASE_URL,
    apiKey: found.SANDBOX_API_KEY,
    webhookUrl: found.SANDBOX_WEBHOOK_URL,
    webhookSecret: found.SANDBOX_WEBHOOK_SECRET,
    shopName: found.SANDBOX_SHOP_NAME,
    port: found.SANDBOX_PORT,
    host: found.SANDBOX_HOST,
    validate: found.SANDBOX_VALIDATE === "1",
    ...(found.SANDBOX_ORIGIN ? { origin: new URL(found.SANDBOX_ORIGIN).origin } : {}),
  });
}
