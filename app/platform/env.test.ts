import { describe, expect, test } from "vitest";
import { EnvError, readEnv } from "./env.server.ts";

const secret = "k".repeat(40);
const liveBase = { NODE_ENV: "production", APP_ORIGIN: "https://leren.example.nl", SMTP_URL: "smtp://mail.example.nl", SECRET_KEY: secret };
const testKeys = { STRIPE_SECRET_KEY: "sk_test_abc", STRIPE_WEBHOOK_SECRET: "whsec_abc" };
const liveKeys = { STRIPE_SECRET_KEY: "sk_live_abc", STRIPE_WEBHOOK_SECRET: "whsec_abc" };

function problems(source: Record<string, string>): string {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof EnvError) return error.problems.join("\n");
    throw error;
  }
  throw new Error("these settings were accepted");
}

describe("a fresh clone", () => {
  test("needs no setting and pays in the sandbox, on another host name than the site", () => {
    const settings = readEnv({});
    expect(settings).toMatchObject({
      live: false,
      port: 3000,
      origin: "http://localhost:3000",
      secureCookies: false,
      payments: { mode: "sandbox", origin: "http://127.0.0.1:3001" },
    });
  });

  test("an empty setting counts as not set, as in a copied .env.example", () => {
    expect(readEnv({ PORT: "", STRIPE_SECRET_KEY: "", SECRET_KEY: "" }).port).toBe(3000);
  });
});

describe("a live installation", () => {
  test.each([
    ["NODE_ENV is production", { ...liveBase, APP_ORIGIN: "https://localhost" }],
    ["the site is not on this machine", { ...liveBase, NODE_ENV: "" }],
  ])("is one because %s, and refuses to give courses away for play money", (_why, source) => {
    expect(problems(source)).toMatch(/STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET are missing/);
  });

  test("may be a public demo when PAYMENTS=sandbox says so", () => {
    expect(readEnv({ ...liveBase, PAYMENTS: "sandbox" })).toMatchObject({ live: true, payments: { mode: "sandbox" } });
  });

  test.each(["SMTP_URL", "SECRET_KEY"] as const)("refuses to start without %s and names it", (name) => {
    expect(problems({ ...liveBase, ...testKeys, [name]: "" })).toContain(name);
  });

  test("refuses an unencrypted address", () => {
    expect(problems({ ...liveBase, ...testKeys, APP_ORIGIN: "http://leren.example.nl" })).toContain("APP_ORIGIN");
  });

  test("decides by the NODE_ENV it was started with, not by the one the server runs under", () => {
    expect(readEnv({ NODE_ENV: "production", KRING_INHERITED_NODE_ENV: "" }).live).toBe(false);
  });
});

describe("Stripe's keys", () => {
  test("a secret key without the webhook secret is refused, and the other way round", () => {
    expect(problems({ STRIPE_SECRET_KEY: "sk_test_abc" })).toContain("STRIPE_WEBHOOK_SECRET");
    expect(problems({ STRIPE_WEBHOOK_SECRET: "whsec_abc" })).toContain("STRIPE_SECRET_KEY");
  });

  test("a blank webhook secret is refused", () => {
    expect(problems({ ...testKeys, STRIPE_WEBHOOK_SECRET: "whsec_ " })).toContain("STRIPE_WEBHOOK_SECRET");
  });

  test("test keys make test mode, without a sandbox", () => {
    expect(readEnv(testKeys).payments).toMatchObject({ kind: "stripe", mode: "test" });
  });

  test("live keys are refused until someone accepts what is missing, and the refusal says what that is", () => {
    expect(problems({ ...liveBase, ...liveKeys })).toMatch(/invoices.*withdrawal.*ACCEPT_LIVE_PAYMENTS=1/);
    expect(readEnv({ ...liveBase, ...liveKeys, ACCEPT_LIVE_PAYMENTS: "1" }).payments.mode).toBe("live");
  });
});

test("the key before SECRET_KEY is another one, and comes with its successor", () => {
  expect(problems({ SECRET_KEY: secret, SECRET_KEY_PREVIOUS: secret })).toMatch(/same as SECRET_KEY/);
  expect(problems({ SECRET_KEY_PREVIOUS: secret })).toMatch(/set SECRET_KEY to the new one/);
  expect(readEnv({ SECRET_KEY: secret, SECRET_KEY_PREVIOUS: "p".repeat(40) }).secretKeyPrevious).toBe("p".repeat(40));
});

test("every wrong setting is named at once", () => {
  expect(problems({ PORT: "many", SECRET_KEY: "short" })).toMatch(/PORT[\s\S]*SECRET_KEY/);
});

test.each([
  ["https://Leren.Example.nl", "https://leren.example.nl"],
  ["https://leren.example.nl:443", "https://leren.example.nl"],
  ["https://leren.example.nl/", "https://leren.example.nl"],
])("APP_ORIGIN %s is read as browsers write it: %s", (given, origin) => {
  expect(readEnv({ ...liveBase, ...testKeys, APP_ORIGIN: given }).origin).toBe(origin);
});

test.each(["https://leren.example.nl/pad", "https://leren.example.nl?x", "https://a b", "leren.example.nl"])(
  "APP_ORIGIN %s is refused",
  (given) => {
    expect(problems({ APP_ORIGIN: given })).toContain("APP_ORIGIN");
  },
);

test("TRUST_PROXY says how many proxies stand in front", () => {
  expect(readEnv({}).proxyHops).toBe(0);
  expect(readEnv({ TRUST_PROXY: "1" }).proxyHops).toBe(1);
});
