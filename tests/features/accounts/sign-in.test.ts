import { afterEach, expect, test, vi } from "vitest";
import { changePassword, resetPasswordWithCode } from "#app/features/accounts/change-password.server.ts";
import { askForCode } from "#app/features/accounts/code-asked.server.ts";
import { browserKnowing, rememberAddress } from "#app/features/accounts/known-browser.server.ts";
import { takeTurn } from "#app/features/accounts/limits.server.ts";
import { followMailLink, readMailLink } from "#app/features/accounts/mail-links.server.ts";
import { listSessions, openSession, readSession } from "#app/features/accounts/sessions.server.ts";
import { signInWithCode, signInWithPassword } from "#app/features/accounts/sign-in.server.ts";
import { DAY, MINUTE } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { countLetters, letterTo, signature, workOffJobs, wrongCode } from "./letters.ts";
import { auditOf, PASSWORD, person } from "./people-at-hand.ts";

const argon = vi.hoisted(() => ({ running: 0, most: 0, verified: 0 }));
vi.mock("@node-rs/argon2", async (load) => {
  const real = await load<typeof import("@node-rs/argon2")>();
  const counted = async <T>(work: () => Promise<T>) => {
    argon.most = Math.max(argon.most, ++argon.running);
    try {
      return await work();
    } finally {
      argon.running--;
    }
  };
  return {
    hash: (...given: Parameters<typeof real.hash>) => counted(() => real.hash(...given)),
    verify: (...given: Parameters<typeof real.verify>) => {
      argon.verified++;
      return counted(() => real.verify(...given));
    },
  };
});
afterEach(() => Object.assign(argon, { running: 0, most: 0, verified: 0 }));

const now = new Date("2026-11-22T09:00:00Z");
const soon = new Date(now.getTime() + MINUTE);
const NEW = "kersenbloesem in maart";

test("address in any case and password let a person in", async () => {
  const { id, email } = await person();
  expect(await signInWithPassword({ email: ` ${email.toUpperCase()} `, password: PASSWORD }, now)).toEqual({ ok: true, personId: id });
  expect(await auditOf(id)).toEqual(["accounts.signed-in"]);
});

test("wrong password, no password and unknown address get one answer, and cost one hash each", async () => {
  const withPassword = await person();
  const withCode = await person({ password: null });
  argon.verified = 0;
  for (const email of [withPassword.email, withCode.email, "nobody@zorg.example"]) {
    expect(await signInWithPassword({ email, password: "iets anders dan dat" }, now)).toEqual({ ok: false, reason: "wrong" });
  }
  expect(argon.verified).toBe(3);
  expect(await auditOf(withPassword.id)).toEqual(["accounts.sign-in-refused"]);
});

test("a crowd at the door is hashed one at a time", async () => {
  const { email } = await person();
  const crowd = await Promise.all(Array.from({ length: 8 }, () => signInWithPassword({ email, password: PASSWORD }, now)));
  expect(crowd.every((result) => result.ok)).toBe(true);
  expect(argon.most).toBe(1);
});

test("the hash is argon2id of the agreed cost", async () => {
  const { id } = await person();
  const { passwordHash } = await db.person.findUniqueOrThrow({ where: { id }, select: { passwordHash: true } });
  expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test("a person signs in with a code from a letter in their own language", async () => {
  const { id, email } = await person({ locale: "en" });
  await askForCode("sign-in", { email, next: "/learn" });
  const letter = await letterTo(email);
  expect(letter).toMatchObject({ kind: "accounts.sign-in", locale: "en", subject: "Your code to sign in" });
  expect(await signInWithCode({ email, code: letter.code, pending: null }, soon)).toEqual({ ok: true, personId: id });
});

test("a code asked for just before the site was renewed still comes", async () => {
  const { id, email } = await person();
  const payload = JSON.stringify({ purpose: "sign-in", email, signature: { name: "Voorbeeldacademie", phone: "+31 20 000 00 00" } });
  await db.$executeRaw`select graphile_worker.add_job('accounts.code-asked', payload := ${payload}::json)`;
  const { code } = await letterTo(email);
  expect(await signInWithCode({ email, code, pending: null }, soon)).toEqual({ ok: true, personId: id });
});

test("asking a code for an unknown address does the same and sends nothing", async () => {
  expect(await askForCode("sign-in", { email: "nobody@zorg.example" })).toBeUndefined();
  expect(await askForCode("reset-password", { email: "nobody@zorg.example" })).toBeUndefined();
  expect(await countLetters("nobody@zorg.example")).toBe(0);
  expect(await signInWithCode({ email: "nobody@zorg.example", code: "123456", pending: null }, soon)).toEqual({
    ok: false,
    reason: "wrong",
  });
});

test("a sign-in link signs in without a password", async () => {
  const { id, email } = await person();
  await askForCode("sign-in", { email });
  const { token } = await letterTo(email);
  expect(await readMailLink(token, null, soon)).toEqual({ purpose: "sign-in", email, asksPassword: false });
  expect(await followMailLink({ token, newPassword: null, pending: null, signature }, soon)).toMatchObject({ ok: true, personId: id });
});

test("a reset by code sets the password, ends every session, voids open codes and says so by letter", async () => {
  const { id, email } = await person();
  const cookie = (await openSession(id, "Firefox")).split(";")[0] ?? "";
  await askForCode("sign-in", { email });
  const signInLetter = await letterTo(email);
  await askForCode("reset-password", { email });
  const { code } = await letterTo(email);
  expect(await resetPasswordWithCode({ email, code, newPassword: NEW, pending: null, signature }, soon)).toEqual({
    ok: true,
    personId: id,
  });
  expect(await readSession(cookie)).toBeNull();
  expect((await signInWithPassword({ email, password: PASSWORD }, soon)).ok).toBe(false);
  expect((await signInWithPassword({ email, password: NEW }, soon)).ok).toBe(true);
  expect((await signInWithCode({ email, code: signInLetter.code, pending: null }, soon)).ok).toBe(false);
  expect((await letterTo(email)).kind).toBe("accounts.password-changed");
  expect(await auditOf(id)).toContain("accounts.password-reset");
});

test("a reset by link does the same", async () => {
  const { id, email } = await person();
  await openSession(id, "Firefox");
  await askForCode("reset-password", { email });
  const { token } = await letterTo(email);
  expect(await followMailLink({ token, newPassword: "kort", pending: null, signature }, soon)).toEqual({
    ok: false,
    reason: "password-short",
  });
  expect(await followMailLink({ token, newPassword: NEW, pending: null, signature }, soon)).toMatchObject({
    ok: true,
    personId: id,
    passwordChanged: true,
  });
  expect(await listSessions(id, soon)).toEqual([]);
  expect((await letterTo(email)).kind).toBe("accounts.password-changed");
});

test("a wrong code resets nothing, and a weak password uses no code up", async () => {
  const { email } = await person();
  await askForCode("reset-password", { email });
  const { code } = await letterTo(email);
  expect(await resetPasswordWithCode({ email, code, newPassword: "wachtwoord1", pending: null, signature }, soon)).toEqual({
    ok: false,
    reason: "password-common",
  });
  expect(await resetPasswordWithCode({ email, code: wrongCode(code), newPassword: NEW, pending: null, signature }, soon)).toEqual({
    ok: false,
    reason: "wrong",
  });
  expect((await resetPasswordWithCode({ email, code, newPassword: NEW, pending: null, signature }, soon)).ok).toBe(true);
});

test("a change of password needs the present one, and ends the other sessions only", async () => {
  const { id, email } = await person();
  const here = (await openSession(id, "Firefox")).split(";")[0] ?? "";
  await openSession(id, "Safari");
  const sessionPublicId = (await readSession(here))?.publicId ?? "";
  const change = (password: string, newPassword: string) =>
    changePassword({ personId: id, password, newPassword, sessionPublicId, signature }, now);
  expect(await change("niet mijn wachtwoord", NEW)).toEqual({ ok: false, reason: "wrong" });
  expect(await change(PASSWORD, "kort")).toEqual({ ok: false, reason: "password-short" });
  expect(await change(PASSWORD, NEW)).toEqual({ ok: true });
  expect((await listSessions(id, new Date())).map((session) => session.publicId)).toEqual([sessionPublicId]);
  expect((await signInWithPassword({ email, password: NEW }, now)).ok).toBe(true);
  expect((await letterTo(email)).kind).toBe("accounts.password-changed");
});

test("a request for a code and a refused sign-in leave the same work behind for a known address as for any other", async () => {
  const { email } = await person();
  const traces = async (address: string) => {
    const { jobs: before } = await counts();
    for (const purpose of ["sign-in", "reset-password", "verify-email"] as const) await askForCode(purpose, { email: address });
    await signInWithPassword({ email: address, password: "iets anders dan dat" }, now);
    await signInWithCode({ email: address, code: "123456", pending: null }, now);
    const { jobs, codes, letters, audits } = await counts();
    await workOffJobs();
    return { jobs: jobs - before, codes, letters, audits };
  };
  await workOffJobs();
  const start = await counts();
  expect(start.jobs).toBe(0);
  const unknown = await traces("nobody-here@zorg.example");
  expect(unknown).toEqual({ ...start, jobs: 5 });
  const later = await counts();
  expect(await traces(email)).toEqual({ ...later, jobs: 5 });
  expect(await auditOf((await db.person.findUniqueOrThrow({ where: { emailKey: email }, select: { id: true } })).id)).toEqual([
    "accounts.sign-in-refused",
    "accounts.sign-in-refused",
  ]);
});

const counts = async () => ({
  jobs:
    (
      await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from graphile_worker.jobs where task_identifier like 'accounts.%'`
    )[0]?.count ?? -1,
  codes: await db.mailCode.count(),
  letters: await db.outboxMail.count(),
  audits: await db.auditEvent.count(),
});

const signInDoor = (email: string, clientAddress: string, knownBrowser: string | null = null) =>
  takeTurn("sign-in", { email, clientAddress, knownBrowser }, now);

test("who knocks too often hears how long to wait, known or not; the table of counters names nobody", async () => {
  for (let tries = 0; tries < 10; tries++) expect(await signInDoor("often@zorg.example", "10.0.0.1")).toBeNull();
  expect(await signInDoor("Often@zorg.example", "10.0.0.1")).toBe(900);
  expect(await signInDoor("other@zorg.example", "10.0.0.1")).toBeNull();
  for (let tries = 0; tries < 60; tries++) await signInDoor(`person-${tries}@crowd.example`, "192.0.2.7");
  expect(await signInDoor("fresh@crowd.example", "192.0.2.7")).toBe(900);
  const keys = JSON.stringify(await db.rateLimit.findMany({ select: { key: true } }));
  expect(keys).not.toMatch(/@|zorg|10\.0|192\.0/);
});

test("a stranger's tries do not shut the owner out elsewhere; a crowd's do, but not from a browser that was in before", async () => {
  const email = "owner@zorg.example";
  for (let tries = 0; tries < 12; tries++) await signInDoor(email, "203.0.113.1");
  expect(await signInDoor(email, "203.0.113.1")).toBe(900);
  expect(await signInDoor(email, "198.51.100.1")).toBeNull();
  for (let tries = 0; tries < 60; tries++) await signInDoor(email, `203.0.113.${tries % 50}`);
  expect(await signInDoor(email, "198.51.100.2")).toBe(900);
  const known = rememberAddress(rememberAddress(null, email, now), "somebody-else@zorg.example", now);
  // Also from where the stranger sits: a team behind one address.
  expect(await signInDoor("Owner@zorg.example", "203.0.113.1", known)).toBeNull();
  // Such a browser may try no more often than anybody.
  for (let tries = 0; tries < 9; tries++) expect(await signInDoor(email, "203.0.113.1", known)).toBeNull();
  expect(await signInDoor(email, "203.0.113.1", known)).toBe(900);
});

test("letters to one address are counted together, whether they come of signing up or of asking", async () => {
  const email = "letters@zorg.example";
  const knock = (kind: "sign-up" | "send-code", turn: number) => takeTurn(kind, { email, clientAddress: `203.0.113.${turn}` }, now);
  for (let turn = 0; turn < 8; turn++) expect(await knock(turn % 2 ? "sign-up" : "send-code", turn)).toBeNull();
  expect(await knock("sign-up", 20)).toBe(3600);
  expect(await knock("send-code", 21)).toBe(3600);
});

test("a browser is known for its own addresses only, for half a year, and by nothing made up", async () => {
  const known = rememberAddress(null, "mine@zorg.example", now);
  expect(known).not.toContain("mine");
  expect(browserKnowing(known, "Mine@zorg.example", now)).not.toBeNull();
  expect(browserKnowing(known, "yours@zorg.example", now)).toBeNull();
  expect(browserKnowing(known, "mine@zorg.example", new Date(now.getTime() + 180 * DAY))).toBeNull();
  expect(browserKnowing("made up", "mine@zorg.example", now)).toBeNull();
  expect(browserKnowing(null, "mine@zorg.example", now)).toBeNull();
});
