import { afterEach, expect, test, vi } from "vitest";
import { dataKeyOf, readDataKey, secretKeyProblem } from "#app/features/accounts/data-key.server.ts";
import { issueCode } from "#app/features/accounts/mail-codes.server.ts";
import { claimOffice, createOfficeLink, officeLinkWorks } from "#app/features/accounts/office-claim.server.ts";
import {
  findPerson,
  hasPassword,
  registerNumbersOf,
  saveLocale,
  saveProfile,
  saveRegisterNumbers,
} from "#app/features/accounts/people.server.ts";
import { signInWithPassword } from "#app/features/accounts/sign-in.server.ts";
import { signUp } from "#app/features/accounts/sign-up.server.ts";
import { sweepAccounts } from "#app/features/accounts/sweep.server.ts";
import { DAY, HOUR } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { signature } from "./letters.ts";
import { auditOf, PASSWORD, person } from "./people-at-hand.ts";

const now = new Date("2026-11-22T09:00:00Z");
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);

afterEach(() => vi.unstubAllEnvs());

test("a person as other rooms know them", async () => {
  const { id, email } = await person();
  expect(await findPerson(db, id)).toEqual({ id, name: "Noor de Wit", email, locale: "nl", role: "learner" });
  expect(await findPerson(db, "0190b6e0-0000-7000-8000-000000000000")).toBeNull();
  await saveProfile(db, id, { name: "Noor Bakker", locale: "en" }, now);
  expect(await findPerson(db, id)).toMatchObject({ name: "Noor Bakker", locale: "en" });
  await saveLocale(db, id, "nl");
  expect(await findPerson(db, id)).toMatchObject({ locale: "nl" });
  expect(await hasPassword(id)).toBe(true);
  expect(await hasPassword((await person({ password: null })).id)).toBe(false);
});

test("register numbers: several, each with the moment of consent; emptied is gone, unmentioned stays", async () => {
  const { id } = await person();
  const consents = async () =>
    Object.fromEntries(
      (await db.registerNumber.findMany({ where: { personId: id }, select: { register: true, consentAt: true } })).map((row) => [
        row.register,
        row.consentAt,
      ]),
    );
  await saveRegisterNumbers(
    db,
    id,
    [
      { register: "skj", number: " 100012345 " },
      { register: "vvn", number: "49012345601" },
    ],
    now,
  );
  expect(await registerNumbersOf(db, id)).toEqual([
    { register: "vvn", number: "49012345601" },
    { register: "skj", number: "100012345" },
  ]);
  await saveRegisterNumbers(
    db,
    id,
    [
      { register: "skj", number: "100012345" },
      { register: "vvn", number: "49012345602" },
    ],
    later(DAY),
  );
  expect(await consents()).toEqual({ skj: now, vvn: later(DAY) });
  await saveRegisterNumbers(db, id, [{ register: "vvn", number: "" }], later(2 * DAY));
  expect(await registerNumbersOf(db, id)).toEqual([{ register: "skj", number: "100012345" }]);
  expect(await auditOf(id)).toContain("accounts.register-numbers-saved");
});

test("an unchecked register number is a bug, not a row", async () => {
  const { id } = await person();
  await expect(saveRegisterNumbers(db, id, [{ register: "vvn", number: "111222333" }], now)).rejects.toThrow();
  await expect(saveRegisterNumbers(db, id, [{ register: "bsn", number: "111222333" }], now)).rejects.toThrow();
});

test("a data key is made once, also when asked for by several at once", async () => {
  const { id } = await person({ password: null });
  const keys = await Promise.all(Array.from({ length: 6 }, () => db.$transaction((tx) => dataKeyOf(tx, id))));
  expect(new Set(keys.map(({ key }) => key.toString("hex"))).size).toBe(1);
  expect(keys[0]?.key).toHaveLength(32);
  const row = await db.personDataKey.findUniqueOrThrow({ where: { personId: id }, select: { wrapKeyId: true, wrappedKey: true } });
  expect(row.wrapKeyId).toBe(keys[0]?.keyId);
  expect(Buffer.from(row.wrappedKey).includes(keys[0]?.key ?? Buffer.alloc(1))).toBe(false);
});

test("another person's wrapped key opens nothing, nor does another SECRET_KEY", async () => {
  const [mine, theirs] = [await person({ password: null }), await person({ password: null })];
  await dataKeyOf(db, mine.id);
  const { wrappedKey, wrapKeyId } = await db.personDataKey.findUniqueOrThrow({
    where: { personId: mine.id },
    select: { wrappedKey: true, wrapKeyId: true },
  });
  await db.personDataKey.create({ data: { personId: theirs.id, wrappedKey, wrapKeyId }, select: { personId: true } });
  await expect(dataKeyOf(db, theirs.id)).rejects.toThrow();
  await db.personDataKey.delete({ where: { personId: theirs.id }, select: { personId: true } });
  await db.personDataKey.update({ where: { personId: mine.id }, data: { wrapKeyId: "00000000" }, select: { personId: true } });
  await expect(dataKeyOf(db, mine.id)).rejects.toThrow(/another SECRET_KEY/);
  await db.personDataKey.update({ where: { personId: mine.id }, data: { wrapKeyId }, select: { personId: true } });
});

test("with another SECRET_KEY the site is told before it starts, and reading is refused instead of breaking", async () => {
  const [writer, silent] = [await person({ password: null }), await person({ password: null })];
  const { keyId: stored } = await dataKeyOf(db, writer.id);
  expect(await secretKeyProblem()).toBeNull();
  expect(await readDataKey(db, writer.id)).toMatchObject({ ok: true, keyId: stored });
  expect(await readDataKey(db, silent.id)).toEqual({ ok: false, reason: "none" });
  await db.personDataKey.update({ where: { personId: writer.id }, data: { wrapKeyId: "00000000" }, select: { personId: true } });
  expect(await secretKeyProblem()).toEqual({ stored: "00000000", current: stored });
  expect(await readDataKey(db, writer.id)).toEqual({ ok: false, reason: "other-secret-key" });
});

test("the first office account comes by a link that works once, a day, and only the newest", async () => {
  const tokenOf = (path: string | null) => path?.split("/").at(-1) ?? "";
  const first = tokenOf(await createOfficeLink(now));
  const path = await createOfficeLink(later(HOUR));
  const token = tokenOf(path);
  expect(path).toMatch(/^\/office\/claim\/[\w-]{43}$/);
  expect(await officeLinkWorks(first, later(HOUR))).toBe(false);
  expect(await officeLinkWorks(token, later(HOUR))).toBe(true);
  expect(await officeLinkWorks(token, later(HOUR + DAY))).toBe(false);
  const other = await issueCode(db, { purpose: "sign-in", emailKey: "x@y.example", personId: null }, now);
  expect(await officeLinkWorks(other.token, now)).toBe(false);

  const claim = { name: "Kantoor", email: "kantoor@aanbieder.example", password: PASSWORD, locale: "nl" };
  expect(await claimOffice({ ...claim, token, password: "kort" }, later(HOUR))).toEqual({ ok: false, reason: "password-short" });
  expect(await claimOffice({ ...claim, token: first }, later(HOUR))).toEqual({ ok: false, reason: "link-ended" });
  const results = await Promise.all([claimOffice({ ...claim, token }, later(HOUR)), claimOffice({ ...claim, token }, later(HOUR))]);
  expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
  const office = await db.person.findUniqueOrThrow({
    where: { emailKey: claim.email },
    select: { id: true, role: true, emailVerifiedAt: true },
  });
  expect(office).toMatchObject({ role: "office", emailVerifiedAt: later(HOUR) });
  expect((await signInWithPassword(claim, now)).ok).toBe(true);
  expect(await auditOf(office.id)).toContain("accounts.office-claimed");
  expect(await createOfficeLink(now)).toBeNull();
});

test("the nightly sweep forgets ended sessions, old codes and sign-ups nobody confirmed; it spares the rest", async () => {
  const kept = await person();
  await signUp({ name: "Lot", email: "lot@zorg.example", password: PASSWORD, locale: "nl", signature }, now);
  await sweepAccounts(later(29 * DAY));
  expect(await db.person.count({ where: { emailKey: "lot@zorg.example" } })).toBe(1);
  expect(await db.mailCode.count({ where: { emailKey: "lot@zorg.example" } })).toBe(0);
  await sweepAccounts(later(31 * DAY));
  expect(await db.person.count({ where: { emailKey: "lot@zorg.example" } })).toBe(0);
  expect(await findPerson(db, kept.id)).not.toBeNull();
});
