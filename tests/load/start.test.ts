import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { signedInPerson } from "#tests/support/people.ts";
import { type Site, startSite } from "#tests/support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await startSite({}, { first: true });
});
afterAll(() => site.remove());

/** `npm start` with these settings, to its end. */
function startToItsEnd(settings: Record<string, string>): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "app/commands/main.mjs", "start"], {
      env: { ...process.env, NODE_ENV: "test", VITEST: "", DATABASE_URL: "", ...settings },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.once("exit", (code) => resolve({ code, output }));
  });
}

test("it says where to go, that payments are play money, and how the office gets its first account", async () => {
  expect(site.output()).toContain(`Kring is ready: ${site.origin}`);
  expect(site.output()).toMatch(/sandbox: no money moves/);
  const link = /http:\/\/localhost:\d+\/office\/claim\/\S+/.exec(site.output())?.[0] ?? "";
  const page = await fetch(link);
  expect(page.status).toBe(200);
  expect(await page.text()).toMatch(/<form[^>]+method="post"/);
});

test("every page says that this is an oefenomgeving", async () => {
  for (const path of ["/", "/masterclasses", "/login", "/nergens"]) {
    expect(await (await fetch(`${site.origin}${path}`)).text()).toContain("Oefenomgeving");
  }
});

// These three at once: each waits for a start of its own to end.
test.concurrent("a second start on the same data gives up after a while, names the first, and leaves it running", async () => {
  const { code, output } = await startToItsEnd({ DATA_DIR: site.folder, PORT: "1", SANDBOX_PORT: "2" });
  expect(code).toBe(1);
  expect(output).toMatch(/already runs on .* \(process \d+\)/);
  const ready = await fetch(`${site.origin}/readyz`);
  expect(ready.status).toBe(200);
  // A proxy closes idle connections before the site does.
  expect(ready.headers.get("keep-alive")).toBe("timeout=75");
});

test.concurrent("a live installation without keys does not start, and names what is missing", async () => {
  const { code, output } = await startToItsEnd({ APP_ORIGIN: "https://leren.example.nl", DATA_DIR: `${site.folder}-live` });
  rmSync(`${site.folder}-live`, { recursive: true, force: true });
  expect(code).toBe(1);
  expect(output).toMatch(/STRIPE_SECRET_KEY[\s\S]*SMTP_URL[\s\S]*SECRET_KEY/);
});

test.concurrent("another SECRET_KEY than the one people's writing is sealed under is refused, and named", async () => {
  const other = await startSite({ SECRET_KEY: "the first key of this installation, long enough" });
  await signedInPerson(other);
  await other.query("insert into person_data_key (person_id, wrap_key_id, wrapped_key) select id, 'aaaaaaaa', '' from person limit 1");
  await other.stop();
  const { code, output } = await startToItsEnd({
    DATA_DIR: other.folder,
    PORT: "3999",
    SANDBOX_PORT: "3998",
    SECRET_KEY: "a second key, which is not the first one",
  });
  expect(code).toBe(1);
  expect(output).toMatch(/SECRET_KEY is not the one .*aaaaaaaa/);
  await other.remove();
});

test("a body that nobody needs to send is refused before it is read", async () => {
  const answer = await fetch(`${site.origin}/login`, { method: "POST", headers: { origin: site.origin }, body: "x".repeat(300_000) });
  expect(answer.status).toBe(413);
});

test("a form from another site changes nothing and says so", async () => {
  for (const origin of ["https://evil.example", "null"]) {
    const answer = await fetch(`${site.origin}/logout`, {
      method: "POST",
      redirect: "manual",
      headers: { origin, "content-type": "application/x-www-form-urlencoded" },
    });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("Er is niets gewijzigd");
  }
});

test("the mailbox is for whoever sits at this machine: not through a proxy, not under another name", async () => {
  expect((await fetch(`${site.origin}/sandbox/mail`)).status).toBe(200);
  expect((await fetch(`${site.origin}/sandbox/mail`, { headers: { "x-forwarded-for": "127.0.0.1" } })).status).toBe(404);
});

test("an address that cannot be read is an address that is not right, not a broken site", async () => {
  expect((await fetch(`${site.origin}/verify/%E0`)).status).toBe(400);
});

test("what a signed-in person sees is kept by no cache, in either form", async () => {
  const person = await signedInPerson(site);
  for (const path of ["/account", "/account.data"]) {
    const answer = await fetch(`${site.origin}${path}`, { headers: { cookie: person.cookie } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  }
});

test("the policy of every page names a fresh nonce and lets nothing in from elsewhere", async () => {
  const policies = await Promise.all([1, 2].map(async () => (await fetch(site.origin)).headers.get("content-security-policy") ?? ""));
  expect(policies[0]).toMatch(/default-src 'none'.*script-src 'self' 'nonce-/);
  expect(policies[0]).not.toMatch(/unsafe|\*/);
  expect(policies[0]).not.toBe(policies[1]);
});

test("health answers while it lives, readiness when it can serve", async () => {
  expect((await fetch(`${site.origin}/healthz`)).status).toBe(200);
  expect(await (await fetch(`${site.origin}/readyz`)).text()).toBe("ready\n");
});
