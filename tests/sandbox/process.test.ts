import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import pg from "pg";
import Stripe from "stripe";
import { afterEach, describe, expect, test, vi } from "vitest";
import { client, databaseUrl, KEY, logged, order, shop, VERSION, withSandbox } from "./harness.ts";

withSandbox();

const MAIN = fileURLToPath(new URL("../../app/sandbox/stripe/main.ts", import.meta.url));
const NODE = fileURLToPath(new URL("../../node_modules/.bin/node", import.meta.url));
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Starts the sandbox as its own process, the way the shop's start script does. */
function start(env: Record<string, string>): { child: ChildProcess; said: () => string; ended: Promise<number | null> } {
  const child = spawn(NODE, [MAIN], { env: { PATH: process.env.PATH ?? "", ...env } as unknown as NodeJS.ProcessEnv });
  children.push(child);
  let text = "";
  child.stdout?.on("data", (chunk) => (text += String(chunk)));
  child.stderr?.on("data", (chunk) => (text += String(chunk)));
  return { child, said: () => text, ended: once(child, "exit").then(([code]) => code as number | null) };
}

const settings = async (port: number) => ({
  SANDBOX_PORT: String(port),
  DATABASE_URL: databaseUrl(),
  SANDBOX_API_KEY: KEY,
  SANDBOX_WEBHOOK_URL: shop.url,
  SANDBOX_WEBHOOK_SECRET: "whsec_process",
});
const sdk = (port: number) =>
  new Stripe(KEY, { apiVersion: VERSION, host: "127.0.0.1", port, protocol: "http", maxNetworkRetries: 0, telemetry: false });

describe("as a process of its own", () => {
  test("says one line when it listens, answers the SDK, and stops cleanly on SIGTERM", async () => {
    const port = await freePort();
    const running = start(await settings(port));
    await expect.poll(running.said, { timeout: 8000 }).toContain("listening");
    expect(running.said().trim().split("\n")).toHaveLength(1);
    expect(running.said()).toContain(`http://127.0.0.1:${port}`);
    const session = await sdk(port).checkout.sessions.create(order());
    expect(session.url).toContain(`http://127.0.0.1:${port}/c/pay/`);
    running.child.kill("SIGTERM");
    expect(await running.ended).toBe(0);
    expect(running.said().trim().split("\n")).toHaveLength(1);
  });

  test("killed in the middle, it comes back with everything it had promised", async () => {
    const port = await freePort();
    const first = start(await settings(port));
    await expect.poll(first.said, { timeout: 8000 }).toContain("listening");
    const session = await sdk(port).checkout.sessions.create(order(), { idempotencyKey: "before-the-crash" });
    first.child.kill("SIGKILL");
    await first.ended;
    const second = start({ ...(await settings(port)), SANDBOX_ORIGIN: "http://betaal.localhost:3001/" });
    await expect.poll(second.said, { timeout: 8000 }).toContain("listening on http://betaal.localhost:3001,");
    expect((await sdk(port).checkout.sessions.create(order(), { idempotencyKey: "before-the-crash" })).id).toBe(session.id);
    expect((await sdk(port).checkout.sessions.create(order())).url).toMatch(/^http:\/\/betaal\.localhost:3001\/c\/pay\//);
  });

  test("refuses to start without its settings, and with a key that could be real", async () => {
    const nothing = start({});
    expect(await nothing.ended).not.toBe(0);
    for (const name of ["DATABASE_URL", "SANDBOX_API_KEY", "SANDBOX_WEBHOOK_URL", "SANDBOX_WEBHOOK_SECRET"])
      expect(nothing.said()).toContain(name);
    const live = start({ ...(await settings(1)), SANDBOX_API_KEY: "sk_live_real" });
    expect(await live.ended).not.toBe(0);
    expect(live.said()).toContain("SANDBOX_API_KEY");
  });
});

test("while nothing happens it leaves the database in peace", async () => {
  const asked = vi.spyOn(pg.Pool.prototype, "query");
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const calls = asked.mock.calls.length;
  asked.mockRestore();
  expect(calls).toBeGreaterThan(0);
  expect(calls).toBeLessThan(30);
});

test("in this process it logs where it listens", async () => {
  await client().charges.list();
  expect(logged.some((line) => line.includes("validating"))).toBe(true);
});
