import { z } from "zod";

/**
 * Every setting, parsed once. `.env.example` explains them; none is needed on a fresh clone.
 * Whether an installation is *live* is decided here and nowhere else: the NODE_ENV it was started with is production, or
 * APP_ORIGIN is not this machine. (Build and server themselves always run with NODE_ENV=production inside.)
 */
const loopbackHosts = new Set(["localhost", "127.0.0.1", "[::1]"]);
const port = z.coerce.number().int().min(1).max(65535);
/** As browsers write it in the Origin header: lower case, no default port. */
const originUrl = z
  .string()
  .refine(
    (text) => /^https?:\/\/[^/?#\s@]+\/?$/.test(text) && URL.canParse(text),
    "must be a scheme and host without a path, such as https://leren.example.nl",
  )
  .transform((text) => new URL(text).origin);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const settings = z.object({
  PORT: optional(port),
  APP_ORIGIN: optional(originUrl),
  DATABASE_URL: optional(z.string().regex(/^postgres(ql)?:\/\//, "must start with postgresql://")),
  DATA_DIR: optional(z.string()),
  COURSES_DIR: optional(z.string()),
  PAYMENTS: optional(z.enum(["sandbox", "stripe"])),
  PAYMENTS_SEPA: optional(z.enum(["0", "1"])),
  STRIPE_SECRET_KEY: optional(z.string().regex(/^(sk|rk)_(test|live)_/, "must start with sk_test_ or sk_live_")),
  STRIPE_WEBHOOK_SECRET: optional(z.string().regex(/^whsec_\S+$/, "must start with whsec_")),
  ACCEPT_LIVE_PAYMENTS: optional(z.enum(["0", "1"])),
  SANDBOX_PORT: optional(port),
  SANDBOX_ORIGIN: optional(originUrl),
  SMTP_URL: optional(z.string().regex(/^smtps?:\/\//, "must start with smtp:// or smtps://")),
  MAIL_FROM: optional(z.string()),
  SECRET_KEY: optional(z.string().min(32, "must be at least 32 characters; `openssl rand -base64 32` makes one")),
  SECRET_KEY_PREVIOUS: optional(z.string()),
  TRUST_PROXY: optional(z.coerce.number().int().min(0).max(9)),
  NODE_ENV: optional(z.string()),
  /** set by `npm start` for the server process: the NODE_ENV the operator started with */
  KRING_INHERITED_NODE_ENV: z.string().optional(),
  /** set by `npm start`: the key the embedded sandbox accepts, and the secret it signs with */
  KRING_SANDBOX_API_KEY: z.string().optional(),
  KRING_SANDBOX_WEBHOOK_SECRET: z.string().optional(),
});

export type PaymentSetup =
  | { kind: "sandbox"; mode: "sandbox"; origin: string; port: number; secretKey: string; webhookSecret: string }
  | { kind: "stripe"; mode: "test" | "live"; secretKey: string; webhookSecret: string };

export interface Env {
  live: boolean;
  port: number;
  origin: string;
  /** cookies carry the __Host- prefix and Secure */
  secureCookies: boolean;
  /** undefined: the embedded PostgreSQL */
  databaseUrl: string | undefined;
  dataDir: string;
  /** where the courses are published from, and a correction is written back to */
  coursesDir: string;
  payments: PaymentSetup;
  sepa: boolean;
  smtpUrl: string | undefined;
  mailFrom: string | undefined;
  /** undefined only where not live: then one is made and kept under dataDir */
  secretKey: string | undefined;
  /** what SECRET_KEY was before, while people's data keys go over to the new one */
  secretKeyPrevious: string | undefined;
  /** reverse proxies in front whose word about the client's address is taken */
  proxyHops: number;
}

/** The operator's mistake, with one line a setting. */
export class EnvError extends Error {
  readonly problems: string[];
  constructor(problems: string[]) {
    super(`The settings do not add up:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`);
    this.name = "EnvError";
    this.problems = problems;
  }
}

/**
 * Reads settings from `source` (usually process.env).
 * @throws EnvError naming every setting that is wrong or missing.
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const parsed = settings.safeParse(source);
  if (!parsed.success) throw new EnvError(parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`));
  const given = parsed.data;
  const port = given.PORT ?? 3000;
  const origin = given.APP_ORIGIN ?? `http://localhost:${port}`;
  const inherited = given.KRING_INHERITED_NODE_ENV ?? given.NODE_ENV;
  const live = inherited === "production" || !loopbackHosts.has(new URL(origin).hostname);
  const problems: string[] = [];
  const payments = readPayments(given, live, problems);
  if (live && !given.SMTP_URL) problems.push("SMTP_URL is missing: a live installation must be able to send its letters.");
  if (live && !given.SECRET_KEY)
    problems.push("SECRET_KEY is missing: it protects what learners write. `openssl rand -base64 32` makes one; keep it safe.");
  if (given.SECRET_KEY_PREVIOUS && !given.SECRET_KEY)
    problems.push("SECRET_KEY_PREVIOUS is the key before SECRET_KEY, which is missing: set SECRET_KEY to the new one.");
  if (given.SECRET_KEY_PREVIOUS && given.SECRET_KEY_PREVIOUS === given.SECRET_KEY)
    problems.push("SECRET_KEY_PREVIOUS is the same as SECRET_KEY: set SECRET_KEY to the new one, or take SECRET_KEY_PREVIOUS away.");
  if (live && !origin.startsWith("https://")) problems.push("APP_ORIGIN must start with https:// on a live installation.");
  if (problems.length > 0 || !payments) throw new EnvError(problems);
  return {
    live,
    port,
    origin,
    secureCookies: origin.startsWith("https://"),
    databaseUrl: given.DATABASE_URL,
    dataDir: given.DATA_DIR ?? ".data",
    coursesDir: given.COURSES_DIR ?? "courses",
    payments,
    sepa: given.PAYMENTS_SEPA === "1",
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM,
    secretKey: given.SECRET_KEY,
    secretKeyPrevious: given.SECRET_KEY_PREVIOUS,
    proxyHops: given.TRUST_PROXY ?? 0,
  };
}

function readPayments(given: z.infer<typeof settings>, live: boolean, problems: string[]): PaymentSetup | undefined {
  const key = given.STRIPE_SECRET_KEY;
  const secret = given.STRIPE_WEBHOOK_SECRET;
  const wantsSandbox = given.PAYMENTS === "sandbox" || (given.PAYMENTS === undefined && !key && !secret);
  if (wantsSandbox) {
    if (live && given.PAYMENTS !== "sandbox") {
      problems.push(
        "STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET are missing: a live installation would give courses away for play money. PAYMENTS=sandbox allows a public demo, marked as such on every page.",
      );
    }
    const port = given.SANDBOX_PORT ?? 3001;
    return {
      kind: "sandbox",
      mode: "sandbox",
      origin: given.SANDBOX_ORIGIN ?? `http://127.0.0.1:${port}`,
      port,
      secretKey: given.KRING_SANDBOX_API_KEY ?? "sk_test_sandbox",
      webhookSecret: given.KRING_SANDBOX_WEBHOOK_SECRET ?? "whsec_sandbox",
    };
  }
  if (!key) problems.push("STRIPE_SECRET_KEY is missing (STRIPE_WEBHOOK_SECRET or PAYMENTS=stripe is set).");
  if (!secret) problems.push("STRIPE_WEBHOOK_SECRET is missing: without it nobody can tell Stripe's messages from forged ones.");
  if (!key || !secret) return undefined;
  const mode = key.includes("_live_") ? "live" : "test";
  if (mode === "live" && given.ACCEPT_LIVE_PAYMENTS !== "1") {
    problems.push(
      "STRIPE_SECRET_KEY is a live key, but numbered invoices and the online withdrawal function that the law asks for are not part of this version. ACCEPT_LIVE_PAYMENTS=1 says that you arrange both yourself.",
    );
  }
  return { kind: "stripe", mode, secretKey: key, webhookSecret: secret };
}

let current: Env | undefined;

/** The settings of this process, read once from process.env. */
export function env(): Env {
  current ??= readEnv(process.env);
  return current;
}
