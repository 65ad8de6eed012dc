import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { post, type Signed, signedInPerson } from "#tests/support/people.ts";
import { childPid, databasePid } from "#tests/support/processes.ts";
import { type Site, startSite } from "#tests/support/site.ts";

const course = "gemis-is-geen-alleen-zijn";

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.remove());

/** Fills in the order form as a browser would, its hidden fields included, and follows it to the payment page. */
async function order(person: Signed): Promise<string> {
  const page = await (await fetch(`${site.origin}/masterclasses/${course}/buy`, { headers: { cookie: person.cookie } })).text();
  const hidden = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map((match) => [
    match[1] ?? "",
    match[2] ?? "",
  ]);
  const answer = await post(site, `/masterclasses/${course}/buy`, person.cookie, {
    ...Object.fromEntries(hidden),
    withdrawalChoice: "start-now",
  });
  const session = /\/c\/pay\/(cs_test_\w+)/.exec(answer.headers.get("location") ?? "")?.[1];
  if (!session) throw new Error(`no payment page: ${answer.status} ${await answer.text()}`);
  return session;
}

async function sandbox(action: string, body: object): Promise<unknown> {
  const answer = await fetch(`${site.sandbox}/_sandbox/${action}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${action}: ${await answer.text()}`);
  return answer.json();
}

const pay = (session: string) => sandbox("pay", { session, method: "ideal", outcome: "succeed", name: "Sanne de Vries" });

async function outcome(person: Signed) {
  const [row] = await site.query<{ state: string; enrolments: number; grounds: number; payments: number; receipts: number; sent: number }>(
    `select (select string_agg(state, ',') from "order" where person_id = $1) as state,
      (select count(*)::int from enrolment where person_id = $1) as enrolments,
      (select count(*)::int from ground where person_id = $1) as grounds,
      (select count(*)::int from payment join "order" on "order".id = payment.order_id where person_id = $1) as payments,
      (select count(*)::int from outbox_mail where person_id = $1 and key like 'receipt:%') as receipts,
      (select count(*)::int from outbox_mail where person_id = $1 and key like 'receipt:%' and state = 'accepted') as sent`,
    [person.id],
  );
  return row;
}

const settled = { state: "paid", enrolments: 1, grounds: 1, payments: 1, receipts: 1, sent: 1 };

/** Within a minute everything has happened, and exactly once; and a moment later still. */
async function expectSettledWithinAMinute(person: Signed): Promise<void> {
  const limit = Date.now() + 60_000;
  for (;;) {
    const now = await outcome(person).catch(() => undefined);
    if (JSON.stringify(now) === JSON.stringify(settled)) break;
    if (Date.now() > limit) expect(now).toEqual(settled);
    await sleep(200);
  }
  await sleep(500);
  expect(await outcome(person)).toEqual(settled);
}

test("the site dies between the payment and its message: within a minute of coming back, one enrolment and one receipt", async () => {
  const person = await signedInPerson(site);
  const session = await order(person);
  process.kill(childPid(site, "app/server.mjs"), "SIGKILL");
  await pay(session);
  expect(await outcome(person)).toMatchObject({ state: "open", enrolments: 0 });
  await expectSettledWithinAMinute(person);
});

test("the site dies inside the job that grants access: within a minute, one enrolment and one receipt", async () => {
  const person = await signedInPerson(site);
  const session = await order(person);
  const gate = new pg.Client({ connectionString: site.databaseUrl() });
  await gate.connect();
  await gate.query("begin");
  await gate.query('select id from "order" where person_id = $1 for update', [person.id]);
  await pay(session);
  // the job now waits for the row, in the middle of its transaction
  const limit = Date.now() + 20_000;
  for (;;) {
    const waiting = await site.query("select 1 from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%for update%'");
    if (waiting.length > 0) break;
    if (Date.now() > limit) throw new Error("the job never came to the order");
    await sleep(50);
  }
  process.kill(childPid(site, "app/server.mjs"), "SIGKILL");
  await gate.query("rollback");
  await gate.end();
  await expectSettledWithinAMinute(person);
});

test("the database dies under load while people pay: within a minute, one enrolment and one receipt each", async () => {
  const people = await Promise.all(Array.from({ length: 5 }, () => signedInPerson(site)));
  const sessions: string[] = [];
  for (const person of people) sessions.push(await order(person));
  let stopped = false;
  const readers = Array.from({ length: 8 }, async () => {
    while (!stopped) await fetch(`${site.origin}/masterclasses/${course}`).catch(() => sleep(50));
  });
  const paying = Promise.allSettled(sessions.map((session) => pay(session)));
  await sleep(150);
  process.kill(databasePid(site), "SIGKILL");
  const first = await paying;
  // a buyer whose payment page broke off presses the button again
  for (const [position, result] of first.entries()) {
    for (let tries = 0; result.status === "rejected" && tries < 20; tries++) {
      const again = await pay(sessions[position] ?? "").catch((error: Error) => error);
      if (!(again instanceof Error) || /complete|already|open/.test(again.message)) break;
      await sleep(500);
    }
  }
  for (const person of people) await expectSettledWithinAMinute(person);
  stopped = true;
  await Promise.all(readers);
});

test("the message five times at once and the thank-you page ten times: one enrolment, one receipt", async () => {
  const person = await signedInPerson(site);
  const session = await order(person);
  await pay(session);
  await Promise.all([
    sandbox("redeliver", { times: 5, parallel: true }),
    ...Array.from({ length: 10 }, () =>
      fetch(`${site.origin}/checkout/thanks?session_id=${session}`, { headers: { cookie: person.cookie } }),
    ),
  ]);
  await expectSettledWithinAMinute(person);
});
