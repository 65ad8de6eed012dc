import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  closeSession,
  endOtherSessions,
  endSession,
  listSessions,
  openSession,
  readSession,
} from "#app/features/accounts/sessions.server.ts";
import { DAY } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { auditOf, person } from "./people-at-hand.ts";

const start = new Date("2026-11-22T09:00:00Z");
const cookieOf = (setCookie: string) => setCookie.split(";")[0] ?? "";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

test("a session outlives twenty days of use, renewal on day 15 included", async () => {
  const { id } = await person();
  let cookie = cookieOf(await openSession(id, "Firefox"));
  let renewals = 0;
  for (let day = 1; day <= 20; day++) {
    vi.setSystemTime(start.getTime() + day * DAY);
    const session = await readSession(cookie);
    expect(session?.viewer.id, `day ${day}`).toBe(id);
    if (session?.renewedCookie) {
      renewals++;
      cookie = cookieOf(session.renewedCookie);
    }
  }
  expect(renewals).toBe(1);
  // The cookie holds the token and not its hash, also after renewal.
  vi.setSystemTime(start.getTime() + 40 * DAY);
  expect((await readSession(cookie))?.viewer.id).toBe(id);
});

test("thirty days unused, and it is over", async () => {
  const { id } = await person();
  const cookie = cookieOf(await openSession(id, "Firefox"));
  vi.setSystemTime(start.getTime() + 30 * DAY + 1);
  expect(await readSession(cookie)).toBeNull();
});

test("the table does not hold what is in the cookie", async () => {
  const { id } = await person();
  const token = cookieOf(await openSession(id, "Firefox")).split("=")[1];
  expect(await db.session.count({ where: { id: token } })).toBe(0);
  expect(await db.session.count({ where: { personId: id } })).toBe(1);
});

test("a device is signed out from the list by its public id, also after renewal", async () => {
  const { id } = await person();
  const here = cookieOf(await openSession(id, "Firefox"));
  const there = cookieOf(await openSession(id, "Safari"));
  vi.setSystemTime(start.getTime() + 16 * DAY);
  const renewed = await readSession(there);
  expect(renewed?.renewedCookie).toBeTruthy();
  expect(await endSession(id, renewed?.publicId ?? "", new Date())).toBe(true);
  expect(await readSession(there)).toBeNull();
  expect((await readSession(here))?.viewer.id).toBe(id);
  expect(await auditOf(id)).toContain("accounts.session-ended");
});

test("nobody ends another person's session", async () => {
  const [mine, theirs] = [await person(), await person()];
  const cookie = cookieOf(await openSession(theirs.id, "Firefox"));
  const publicId = (await readSession(cookie))?.publicId ?? "";
  expect(await endSession(mine.id, publicId, new Date())).toBe(false);
  expect(await readSession(cookie)).not.toBeNull();
});

test("all others end, this one stays", async () => {
  const { id } = await person();
  const here = cookieOf(await openSession(id, "Firefox"));
  await openSession(id, "Safari");
  await openSession(id, "Edge");
  const publicId = (await readSession(here))?.publicId ?? "";
  expect(await endOtherSessions(id, publicId, new Date())).toBe(2);
  expect((await listSessions(id, new Date())).map((session) => session.publicId)).toEqual([publicId]);
});

test("the list tells within the hour when a device was last here", async () => {
  const { id } = await person();
  const cookie = cookieOf(await openSession(id, "Firefox"));
  vi.setSystemTime(start.getTime() + 2 * DAY);
  await readSession(cookie);
  expect((await listSessions(id, new Date()))[0]?.lastSeenAt).toEqual(new Date(start.getTime() + 2 * DAY));
});

test("signing out ends the session in the table too", async () => {
  const { id } = await person();
  const cookie = cookieOf(await openSession(id, "Firefox"));
  expect(await closeSession(cookie)).toMatch(/Max-Age=0/);
  expect(await readSession(cookie)).toBeNull();
});

describe("the cookie", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  test("is plain on http", async () => {
    const { id } = await person();
    const cookie = await openSession(id, "Firefox");
    expect(cookie).toMatch(/^kring=/);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
  });

  test("is bound to this host on https", async () => {
    const { id } = await person();
    vi.resetModules();
    vi.stubEnv("APP_ORIGIN", "https://localhost:3000");
    const overHttps = await import("#app/features/accounts/sessions.server.ts");
    const cookie = await overHttps.openSession(id, "Firefox");
    expect(cookie).toMatch(/^__Host-kring=/);
    expect(cookie).toMatch(/; Secure/);
    expect(cookie).toMatch(/Path=\//);
    expect(cookie).not.toMatch(/Domain/);
    expect((await overHttps.readSession(cookieOf(cookie)))?.viewer.id).toBe(id);
    await (await import("#app/platform/db.server.ts")).closeDatabase();
  });
});
