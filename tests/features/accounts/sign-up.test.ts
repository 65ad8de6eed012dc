import { expect, test } from "vitest";
import { askForCode } from "#app/features/accounts/code-asked.server.ts";
import { followMailLink, readMailLink } from "#app/features/accounts/mail-links.server.ts";
import { openPending } from "#app/features/accounts/pending-address.server.ts";
import { signInWithPassword, verifyAddress } from "#app/features/accounts/sign-in.server.ts";
import { signUp } from "#app/features/accounts/sign-up.server.ts";
import { DAY, MINUTE } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { countLetters, letterTo, newestLetter, signature, wrongCode } from "./letters.ts";
import { auditOf, PASSWORD, passwordHashOf, person } from "./people-at-hand.ts";

const now = new Date("2026-11-22T09:00:00Z");
const soon = new Date(now.getTime() + MINUTE);

async function start(email: string, more: { password?: string; name?: string; locale?: string; next?: string } = {}) {
  const result = await signUp({ name: "Noor de Wit", password: PASSWORD, locale: "nl", signature, email, ...more }, now);
  if (!result.ok) throw new Error(result.reason);
  return result.pending;
}
const signsIn = async (email: string, password = PASSWORD) => (await signInWithPassword({ email, password }, soon)).ok;

test("sign up, type the code, and the password works", async () => {
  const email = "Anna@Zorg.example";
  const pending = await start(email);
  const { code, kind } = await letterTo(email);
  expect(kind).toBe("accounts.verify-email");
  expect(await signsIn(email)).toBe(false);
  const result = await verifyAddress({ email: "anna@zorg.example", code, pending }, soon);
  expect(result.ok).toBe(true);
  expect(await signsIn(email)).toBe(true);
  if (result.ok)
    expect(await auditOf(result.personId)).toEqual([
      "accounts.signed-up",
      "accounts.verified",
      "accounts.signed-in",
      "accounts.signed-in",
      // Written by a job, so after the others.
      "accounts.sign-in-refused",
    ]);
});

test("the letter carries where the visitor was going, and signs with the provider", async () => {
  await start("bram@zorg.example", { next: "/masterclasses/x/buy", locale: "en" });
  const letter = await letterTo("bram@zorg.example");
  expect(letter.url.searchParams.get("next")).toBe("/masterclasses/x/buy");
  expect(letter.text).toContain("Cursusbureau");
  expect(letter.locale).toBe("en");
  expect(letter.subject).toBe("Your code to confirm your email address");
});

test("a stranger's words do not reach strangers: no name in a letter to an address that is not proven", async () => {
  await start("cato@zorg.example", { name: "WIN NOW http://spam.example" });
  expect((await letterTo("cato@zorg.example")).text).not.toContain("spam");
});

test("a known address gets the same answer and another letter; nothing of the account changes", async () => {
  const known = await person();
  const before = await passwordHashOf(known.id);
  const pending = await start(known.email.toUpperCase(), { password: "een heel ander wachtwoord", name: "Iemand Anders" });
  expect(openPending(pending, now)?.email).toBe(known.email.toUpperCase());
  const letter = await letterTo(known.email);
  expect(letter.kind).toBe("accounts.already-registered");
  expect(letter.text).toContain("Dag Noor de Wit");
  expect(await passwordHashOf(known.id)).toBe(before);
  // The code in it signs in, typed on the page where any sign-up leads.
  expect(await verifyAddress({ email: known.email, code: letter.code, pending }, soon)).toEqual({ ok: true, personId: known.id });
  expect(await passwordHashOf(known.id)).toBe(before);
  expect((await db.person.findUniqueOrThrow({ where: { id: known.id }, select: { name: true } })).name).toBe("Noor de Wit");
});

test("wrong codes get the same answer for new, known and unknown addresses, however often", async () => {
  const known = await person();
  await start(known.email);
  await start("dora@zorg.example");
  await askForCode("verify-email", { email: "nobody@zorg.example" });
  for (const email of [known.email, "dora@zorg.example", "nobody@zorg.example", "never@zorg.example"]) {
    const code = wrongCode((await newestLetter(email))?.code ?? "");
    for (let tries = 0; tries < 7; tries++)
      expect(await verifyAddress({ email, code, pending: null }, soon)).toEqual({ ok: false, reason: "wrong" });
  }
  expect(await countLetters("nobody@zorg.example")).toBe(0);
});

test("a password typed by somebody else at sign-up never enters the account", async () => {
  await start("eva@zorg.example", { password: "wachtwoord van de indringer" });
  const { code } = await letterTo("eva@zorg.example");
  const result = await verifyAddress({ email: "eva@zorg.example", code, pending: null }, soon);
  expect(result.ok && (await passwordHashOf(result.personId))).toBeNull();
  expect(await signsIn("eva@zorg.example", "wachtwoord van de indringer")).toBe(false);
});

test("of two sign-ups with one address the one that proves it counts, and there is one person", async () => {
  await start("fien@zorg.example", { password: "wachtwoord van de indringer", name: "Indringer" });
  const pending = await start("fien@zorg.example", { name: "Fien Bos" });
  const { code } = await letterTo("fien@zorg.example");
  const result = await verifyAddress({ email: "fien@zorg.example", code, pending }, soon);
  expect(result.ok).toBe(true);
  expect(await signsIn("fien@zorg.example")).toBe(true);
  expect(await db.person.findMany({ where: { emailKey: "fien@zorg.example" }, select: { name: true } })).toEqual([{ name: "Fien Bos" }]);
});

test("signing up in two tabs at once makes one person", async () => {
  await Promise.all([start("gijs@zorg.example"), start("gijs@zorg.example"), start("gijs@zorg.example")]);
  expect(await db.person.count({ where: { emailKey: "gijs@zorg.example" } })).toBe(1);
});

test("the link in the same browser needs only its button", async () => {
  const pending = await start("hugo@zorg.example");
  const { token } = await letterTo("hugo@zorg.example");
  expect(await readMailLink(token, pending, soon)).toEqual({ purpose: "verify-email", email: "hugo@zorg.example", asksPassword: false });
  expect((await followMailLink({ token, newPassword: null, pending, signature }, soon)).ok).toBe(true);
  expect(await signsIn("hugo@zorg.example")).toBe(true);
  expect(await followMailLink({ token, newPassword: null, pending, signature }, soon)).toEqual({ ok: false, reason: "link-ended" });
});

test("the link on another device asks for the password there", async () => {
  await start("iris@zorg.example", { password: "wachtwoord van de indringer" });
  const { token } = await letterTo("iris@zorg.example");
  expect((await readMailLink(token, null, soon))?.asksPassword).toBe(true);
  expect(await followMailLink({ token, newPassword: null, pending: null, signature }, soon)).toEqual({
    ok: false,
    reason: "password-short",
  });
  expect((await followMailLink({ token, newPassword: PASSWORD, pending: null, signature }, soon)).ok).toBe(true);
  expect(await signsIn("iris@zorg.example", "wachtwoord van de indringer")).toBe(false);
  expect(await signsIn("iris@zorg.example")).toBe(true);
});

test("a weak password is refused before anything happens", async () => {
  expect(await signUp({ name: "J", email: "joep@zorg.example", password: "Welkom2026", locale: "nl", signature }, now)).toEqual({
    ok: false,
    reason: "password-common",
  });
  expect(await db.person.count({ where: { emailKey: "joep@zorg.example" } })).toBe(0);
});

test("what the browser keeps is sealed, ends after a day, and cannot be made up", async () => {
  const pending = await start("kim@zorg.example");
  expect(pending).not.toContain("kim");
  expect(openPending(pending, new Date(now.getTime() + DAY - 1))?.signUp?.name).toBe("Noor de Wit");
  expect(openPending(pending, new Date(now.getTime() + DAY))).toBeNull();
  expect(
    openPending(
      pending.replace(/^./, (first) => (first === "A" ? "B" : "A")),
      now,
    ),
  ).toBeNull();
  expect(openPending("nonsense", now)).toBeNull();
});
