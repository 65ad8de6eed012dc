import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { enrolled, post, type Signed, signedInPerson } from "#tests/support/people.ts";
import { childPid, databasePid } from "#tests/support/processes.ts";
import { type Site, startSite } from "#tests/support/site.ts";

const course = "gemis-is-geen-alleen-zijn";
const lesson = "alleen-of-eenzaam";
const block = "reflectie-alleen";

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.remove());

/** Saves the reflection again and again; remembers the last save the site acknowledged. */
function writer(person: Signed) {
  let stopped = false;
  let version = 0;
  let acknowledged = 0;
  const running = (async () => {
    while (!stopped) {
      try {
        const answer = await post(site, `/learn/${course}/${lesson}/writing/${block}`, person.cookie, {
          text: `tekst nummer ${acknowledged + 1}`,
          version: String(version),
        });
        if (answer.status === 303) {
          version += 1;
          acknowledged += 1;
        } else if (answer.status !== 503) {
          // a save whose answer was lost: take up the version that stands there
          const [row] = await site.query<{ version: number }>(
            "select version from writing join enrolment on enrolment.id = writing.enrolment_id where person_id = $1",
            [person.id],
          );
          version = row?.version ?? 0;
        }
      } catch {
        await sleep(100);
      }
    }
  })();
  return {
    acknowledged: () => acknowledged,
    stop: async () => {
      stopped = true;
      await running;
      return acknowledged;
    },
  };
}

async function storedVersion(person: Signed): Promise<number> {
  const [row] = await site.query<{ version: number }>(
    "select version from writing join enrolment on enrolment.id = writing.enrolment_id where person_id = $1",
    [person.id],
  );
  return row?.version ?? 0;
}

async function writingPerson() {
  const person = await signedInPerson(site);
  await enrolled(site, person.id, course);
  const writing = writer(person);
  for (let tries = 0; tries < 100 && writing.acknowledged() < 5; tries++) await sleep(100);
  expect(writing.acknowledged()).toBeGreaterThanOrEqual(5);
  return { person, writing };
}

async function untilWritesGoOn(writing: ReturnType<typeof writer>): Promise<void> {
  const before = writing.acknowledged();
  for (let tries = 0; tries < 600; tries++) {
    if (writing.acknowledged() > before + 2) return;
    await sleep(100);
  }
  throw new Error("writing did not go on within a minute");
}

test("kill -9 of the site alone: it comes back by itself and every acknowledged save is there", async () => {
  const { person, writing } = await writingPerson();
  process.kill(childPid(site, "app/server.mjs"), "SIGKILL");
  await untilWritesGoOn(writing);
  const acknowledged = await writing.stop();
  expect(await storedVersion(person)).toBeGreaterThanOrEqual(acknowledged);
});

test("kill -9 of the database alone: it recovers by itself and every acknowledged save is there", async () => {
  const { person, writing } = await writingPerson();
  process.kill(databasePid(site), "SIGKILL");
  await untilWritesGoOn(writing);
  const acknowledged = await writing.stop();
  expect(await storedVersion(person)).toBeGreaterThanOrEqual(acknowledged);
});

test("after that the jobs go on too: a letter asked for now is accepted", async () => {
  const person = await signedInPerson(site);
  await post(site, "/login/code", "", { email: person.email });
  for (let tries = 0; tries < 300; tries++) {
    const [mail] = await site.query<{ state: string }>("select state from outbox_mail where person_id = $1", [person.id]);
    if (mail?.state === "accepted") return;
    await sleep(100);
  }
  throw new Error("no letter was accepted within half a minute");
});

test("kill -9 of everything: the next start recovers by itself and every acknowledged save is there", async () => {
  const { person, writing } = await writingPerson();
  const victims = [childPid(site, "app/server.mjs"), databasePid(site), site.process.pid as number];
  for (const pid of victims) process.kill(pid, "SIGKILL");
  await sleep(1500);
  const acknowledged = writing.acknowledged();
  await site.restart();
  await untilWritesGoOn(writing);
  await writing.stop();
  expect(await storedVersion(person)).toBeGreaterThanOrEqual(acknowledged);
});

test("Ctrl-C during a write: the site ends in order, with code 0, and every acknowledged save is there", async () => {
  const { person, writing } = await writingPerson();
  const code = await site.stop();
  const acknowledged = await writing.stop();
  expect(code).toBe(0);
  await site.restart();
  expect(await storedVersion(person)).toBeGreaterThanOrEqual(acknowledged);
});

test("there is one copy of every module: the database pool of the jobs is the one the pages use", async () => {
  // Each Prisma client and each bare pool opens its own connections; a second copy of platform/db would double these names.
  const person = await signedInPerson(site);
  await fetch(`${site.origin}/`, { headers: { cookie: person.cookie } });
  const parts = readdirSync("build/server", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js"));
  const build = parts.map((name) => readFileSync(join("build/server", name), "utf8")).join("\n");
  expect(build.match(/DATABASE_URL is not set; `npm start`/g)).toHaveLength(1);
  expect(readFileSync("app/server.mjs", "utf8")).not.toMatch(/from ["'](?:#app|\.\/(?:features|platform))/);
});
