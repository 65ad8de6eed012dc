import { beforeEach, expect, test } from "vitest";
import { type CodePurpose, issueCode, readLink, redeemCode, redeemLink } from "#app/features/accounts/mail-codes.server.ts";
import { DAY, MINUTE } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { wrongCode } from "./letters.ts";
import { person } from "./people-at-hand.ts";

const now = new Date("2026-11-22T09:00:00Z");
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);

let someone: Awaited<ReturnType<typeof person>>;
beforeEach(async () => {
  someone = await person({ password: null });
});

const HERE = "the browser that asked";
const issue = (purpose: CodePurpose, at = now, askedBy: string | null = HERE) =>
  issueCode(db, { purpose, emailKey: someone.emailKey, personId: someone.id, askedBy }, at);
const redeem = (code: string, at = now, purposes: CodePurpose[] = ["sign-in"], askedBy: string | null = HERE) =>
  redeemCode(db, { purposes, emailKey: someone.emailKey, code, askedBy }, at);
const elsewhere = (code: string, askedBy: string | null = null) => redeem(code, now, ["sign-in"], askedBy);

test("a code opens one door once", async () => {
  const { code } = await issue("sign-in");
  expect(await redeem(code)).toEqual({ purpose: "sign-in", emailKey: someone.emailKey, personId: someone.id });
  expect(await redeem(code)).toBeNull();
});

test("neither code nor token stands in the table", async () => {
  const { code, token } = await issue("sign-in");
  const row = JSON.stringify(await db.mailCode.findFirstOrThrow({ where: { emailKey: someone.emailKey } }));
  expect(row).not.toContain(code);
  expect(row).not.toContain(token);
});

test.each([
  ["sign-in", 15 * MINUTE],
  ["reset-password", 15 * MINUTE],
  ["verify-email", DAY],
] as const)("a code to %s ends after its time", async (purpose, lifetime) => {
  const { code, token } = await issue(purpose);
  expect(await redeem(code, later(lifetime), [purpose])).toBeNull();
  expect(await redeemLink(db, token, purpose, later(lifetime))).toBeNull();
  expect(await redeem(code, later(lifetime - 1), [purpose])).not.toBeNull();
});

test("five wrong tries void the code, and the right one comes too late; the link still works", async () => {
  const { code, token } = await issue("sign-in");
  for (let tries = 0; tries < 5; tries++) expect(await redeem(wrongCode(code))).toBeNull();
  expect(await redeem(code)).toBeNull();
  expect(await redeemLink(db, token, "sign-in", now)).not.toBeNull();
});

test("four wrong tries do not", async () => {
  const { code } = await issue("sign-in");
  for (let tries = 0; tries < 4; tries++) await redeem(wrongCode(code));
  expect(await redeem(code)).not.toBeNull();
});

test("five wrong tries elsewhere void the code there, and not in the browser that asked", async () => {
  const { code } = await issue("sign-in");
  for (let tries = 0; tries < 30; tries++) expect(await elsewhere(wrongCode(code), `browser ${tries % 7}`)).toBeNull();
  expect(await elsewhere(code)).toBeNull();
  expect(await redeem(code)).not.toBeNull();
});

test("a code may be typed on another device, and ends there too after five wrong tries by whomever", async () => {
  const first = await issue("sign-in");
  expect(await elsewhere(first.code)).not.toBeNull();
  const { code } = await issue("sign-in");
  for (let tries = 0; tries < 4; tries++) await elsewhere(wrongCode(code), `browser ${tries}`);
  expect(await elsewhere(code, "browser 9")).not.toBeNull();
});

test("who asks a code for another's address guesses at both ten times at most, and not at the owner's count", async () => {
  const owners = await issue("sign-in");
  const strangers = await issue("sign-in", now, "a stranger");
  const wrong = ["00000000", "00000001", "00000002"].find((code) => code !== owners.code && code !== strangers.code) ?? "";
  for (let tries = 0; tries < 10; tries++) await elsewhere(wrong, "a stranger");
  for (let tries = 0; tries < 10; tries++) await elsewhere(wrong);
  const rows = await db.mailCode.findMany({
    where: { emailKey: someone.emailKey },
    orderBy: { id: "asc" },
    select: { attempts: true, attemptsElsewhere: true },
  });
  expect(rows).toEqual([
    { attempts: 0, attemptsElsewhere: 5 },
    { attempts: 5, attemptsElsewhere: 5 },
  ]);
  expect(await elsewhere(strangers.code, "a stranger")).toBeNull();
  expect(await redeem(owners.code)).not.toBeNull();
});

test("a stranger's requests void nothing, however many", async () => {
  const { code, token } = await issue("sign-in");
  for (let letters = 0; letters < 14; letters++) await issue("sign-in", later(letters), letters % 2 ? null : `stranger ${letters}`);
  expect(await readLink(db, token, later(MINUTE))).not.toBeNull();
  expect(await redeem(code, later(MINUTE))).not.toBeNull();
});

test("tries from many browsers at once do not wait for one another without end", async () => {
  const codes = await Promise.all([HERE, "b", "c", null].map((askedBy) => issue("sign-in", now, askedBy)));
  const wrong =
    ["00000000", "00000001", "00000002", "00000003", "00000004"].find((code) => codes.every((issued) => issued.code !== code)) ?? "";
  const tries = [HERE, "b", "c", null, "d", HERE, "b", "c"];
  const results = await Promise.all(
    tries.map((askedBy, turn) =>
      db.$transaction((tx) =>
        redeemCode(
          tx,
          { purposes: ["sign-in"], emailKey: someone.emailKey, code: turn === 3 ? (codes[1]?.code ?? "") : wrong, askedBy },
          now,
        ),
      ),
    ),
  );
  expect(results.filter(Boolean)).toHaveLength(1);
});

test("twenty guesses at once count as twenty", async () => {
  const { code } = await issue("sign-in");
  await Promise.all(Array.from({ length: 20 }, () => redeem(wrongCode(code))));
  expect((await db.mailCode.findFirstOrThrow({ where: { emailKey: someone.emailKey }, select: { attempts: true } })).attempts).toBe(5);
  expect(await redeem(code)).toBeNull();
});

test("the same code typed twice at once opens once", async () => {
  const { code } = await issue("sign-in");
  const results = await Promise.all([redeem(code), redeem(code), redeem(code)]);
  expect(results.filter(Boolean)).toHaveLength(1);
});

test("the two newest codes and links that one browser asked for a purpose work, as letters overtake one another; the third ends", async () => {
  const first = await issue("sign-in");
  const second = await issue("sign-in", later(MINUTE));
  expect(await readLink(db, first.token, later(MINUTE))).not.toBeNull();
  const third = await issue("sign-in", later(2 * MINUTE));
  const at = later(2 * MINUTE);
  if (first.code !== second.code && first.code !== third.code) expect(await redeem(first.code, at)).toBeNull();
  expect(await readLink(db, first.token, at)).toBeNull();
  expect(await redeem(second.code, at)).not.toBeNull();
  // One sign-in is enough: the other open code ends with it.
  expect(await redeem(third.code, at)).toBeNull();
  expect(await readLink(db, third.token, at)).toBeNull();
});

test("five wrong tries void both of the two newest codes", async () => {
  const first = await issue("sign-in");
  const second = await issue("sign-in", later(MINUTE));
  const wrong = ["00000000", "00000001", "00000002"].find((code) => code !== first.code && code !== second.code) ?? "";
  for (let tries = 0; tries < 5; tries++) expect(await redeem(wrong, later(MINUTE))).toBeNull();
  expect(await redeem(first.code, later(MINUTE))).toBeNull();
  expect(await redeem(second.code, later(MINUTE))).toBeNull();
});

test("a code for one purpose does not serve another", async () => {
  const { code, token } = await issue("sign-in");
  expect(await redeem(code, now, ["reset-password"])).toBeNull();
  expect(await redeemLink(db, token, "reset-password", now)).toBeNull();
  expect(await redeem(code)).not.toBeNull();
});

test("a code of one address does not serve another", async () => {
  const { code } = await issue("sign-in");
  const other = await person({ password: null });
  await issueCode(db, { purpose: "sign-in", emailKey: other.emailKey, personId: other.id }, now);
  const mine = await db.mailCode.findFirstOrThrow({ where: { emailKey: someone.emailKey }, select: { codeHash: true } });
  const theirs = await db.mailCode.findFirstOrThrow({ where: { emailKey: other.emailKey }, select: { codeHash: true } });
  expect(mine.codeHash).not.toBe(theirs.codeHash);
  expect(await redeem(code)).not.toBeNull();
});

test("looking at a link uses nothing up", async () => {
  const { token, code } = await issue("sign-in");
  for (let looks = 0; looks < 10; looks++) expect(await readLink(db, token, now)).not.toBeNull();
  expect(await redeemLink(db, token, "sign-in", now)).not.toBeNull();
  expect(await readLink(db, token, now)).toBeNull();
  // Two keys to one door: the code went with the link.
  expect(await redeem(code)).toBeNull();
});
