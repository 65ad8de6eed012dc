import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { Client } from "pg";
import { describe, expect, test } from "vitest";
import { loadBundle } from "#app/sandbox/stripe/schema/generate.ts";
import { createHonesty } from "#app/sandbox/stripe/schema/validators.ts";
import { createSession, NOT_SIMULATED } from "#app/sandbox/stripe/sessions/params.ts";
import { client, databaseUrl, failure, order, paidSession, panel, read, withSandbox } from "./harness.ts";

withSandbox();

const honesty = createHonesty();
const shown = async () => {
  const { lastResponse: _, ...session } = await client().checkout.sessions.create(order());
  return structuredClone(session) as Record<string, unknown>;
};

describe("the schema made from the SDK's own types", () => {
  test("is valid JSON Schema throughout", () => {
    const { definitions, ...sections } = loadBundle();
    const ajv = new Ajv({ strict: false });
    for (const schema of [definitions, ...Object.values(sections)].flatMap((one) => Object.values(one))) {
      expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
    }
  });

  test("demands 59 fields of a session", () => {
    expect(loadBundle().objects["checkout.session"]?.required).toHaveLength(59);
  });

  test("accepts what the sandbox says, and misses each single field that is left out", async () => {
    const session = await shown();
    expect(honesty.checkObject(session)).toEqual([]);
    for (const field of (loadBundle().objects["checkout.session"]?.required ?? []) as string[]) {
      const { [field]: _, ...rest } = session;
      if (field === "object") continue;
      expect(honesty.checkObject(rest).join(), field).toContain(field);
    }
  });

  test("notices a field too many, a wrong value, half a cent, live mode and a lost fragment", async () => {
    const session = await shown();
    const lies = (changes: object) => honesty.checkObject({ ...session, ...changes }).join();
    expect(lies({ surprise: 1 })).toContain("surprise");
    expect(lies({ ui_mode: "hosted" })).toContain("ui_mode");
    expect(lies({ amount_total: 1.5 })).toContain("amount_total");
    expect(lies({ livemode: true })).toContain("livemode");
    expect(lies({ url: "http://127.0.0.1/c/pay/x" })).toContain("fragment");
    expect(lies({ customer: { id: "ch_1", object: "charge" } })).not.toBe("");
  });

  test("looks inside lists and expanded objects", async () => {
    const session = await shown();
    const list = { object: "list", data: [{ ...session, mode: "gift" }], has_more: false, url: "/v1/checkout/sessions" };
    expect(honesty.checkObject(list).join()).toContain("data[0].mode");
    expect(honesty.checkObject({ ...list, data: [session] })).toEqual([]);
    expect(honesty.checkObject({ ...list, data: [session], total: 1 }).join()).toContain("not a list");
  });

  test("checks parameters and events", async () => {
    expect(
      honesty.checkParams("Checkout.SessionCreateParams", { mode: "payment", success_url: "http://x", line_items: [{ quantity: "1" }] }),
    ).toEqual([]);
    expect(
      honesty
        .checkParams("Checkout.SessionCreateParams", {
          mode: "payment",
          success_url: "http://x",
          line_items: [],
          payment_method_types: ["card"],
        })
        .join(),
    ).toContain("payment_method_types");
    expect(honesty.checkParams("RefundCreateParams", { amount: "ten" }).join()).toContain("amount");
    await paidSession();
    const event = structuredClone((await client().events.list({ type: "checkout.session.completed" })).data[0]) as unknown as Record<
      string,
      unknown
    >;
    expect(honesty.checkEvent(event)).toEqual([]);
    expect(honesty.checkEvent({ ...event, data: {} }).join()).toContain("object");
    expect(honesty.checkEvent({ ...event, type: "checkout.session.sneezed" }).join()).toContain("sneezed");
  });

  test("every parameter of a session that Stripe knows is either played or openly not", () => {
    const known = Object.keys(loadBundle().params["Checkout.SessionCreateParams"]?.properties as object);
    const answered = new Set([...Object.keys(createSession.shape), ...NOT_SIMULATED.filter((name) => !name.includes("."))]);
    expect(known.filter((name) => !answered.has(name))).toEqual([]);
    expect([...answered].filter((name) => !known.includes(name))).toEqual([]);
  });
});

test("a lie of the sandbox becomes a 500 that names the path, and a record", async () => {
  const session = await client().checkout.sessions.create(order());
  const db = new Client({ connectionString: databaseUrl() });
  await db.connect();
  await db.query(`update sandbox_stripe.document set body = body - 'amount_total' || '{"mode":"gift"}' where id = $1`, [session.id]);
  await db.end();
  const error = await failure(client().checkout.sessions.retrieve(session.id));
  expect([error.statusCode, error.code]).toEqual([500, "sandbox_violation"]);
  expect(error.message).toContain("amount_total");
  const records = await read("violations");
  expect(records).toMatchObject([{ where: "GET /v1/checkout/sessions/:id" }]);
  // This story lied on purpose.
  await panel("reset", {});
});

test("the sandbox imports npm packages and itself, nothing of the shop", () => {
  const folder = new URL("../../app/sandbox/stripe/", import.meta.url);
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".ts"));
  expect(files.length).toBeGreaterThan(40);
  for (const file of files) {
    const depth = file.split("/").length - 1;
    for (const [, from = ""] of readFileSync(new URL(file, folder), "utf8").matchAll(/from "([^"]+)"/g)) {
      expect(from.startsWith("#"), `${file} imports ${from}`).toBe(false);
      expect((from.match(/\.\.\//g) ?? []).length, `${file} imports ${from}`).toBeLessThanOrEqual(depth);
    }
  }
});
