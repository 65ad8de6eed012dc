import { beforeAll, expect, test } from "vitest";
import { findPerson, registerNumbersOf } from "#app/features/accounts/people.server.ts";
import { listSessions, openSession, readSession } from "#app/features/accounts/sessions.server.ts";
import { backToPage } from "#app/http/verb.server.ts";
import { db } from "#app/platform/db.server.ts";
import { loader as accountPage } from "#app/routes/account/account.tsx";
import { loader as profilePage, action as saveProfile } from "#app/routes/account/profile.tsx";
import { action as saveRegisters } from "#app/routes/account/registers.tsx";
import { loader as sessionsPage } from "#app/routes/account/sessions.tsx";
import { action as endOne } from "#app/routes/account/sessions-end.tsx";
import { action as endOthers } from "#app/routes/account/sessions-end-others.tsx";
import { action as changePassword } from "#app/routes/account/sessions-password.tsx";
import { PASSWORD, person } from "#tests/features/accounts/people-at-hand.ts";
import { call, somebodyWhoSells, viewerOf } from "./calls.ts";

beforeAll(somebodyWhoSells);

async function signedIn() {
  const someone = await person();
  const cookie = (await openSession(someone.id, "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0")).split(";")[0] ?? "";
  const sessionPublicId = (await readSession(cookie))?.publicId ?? "";
  return { ...someone, cookie, sessionPublicId, viewer: viewerOf(someone) };
}

test("strangers are asked to log in first, and come back", async () => {
  expect(await call(accountPage, { path: "/account" })).toMatchObject({ location: "/login?next=%2Faccount" });
  for (const door of [saveProfile, saveRegisters, endOne, endOthers, changePassword]) {
    expect((await call(door, { path: "/account/x", fields: {} })).location).toMatch(/^\/login/);
  }
});

test("name and language are saved; refused, they come back as typed", async () => {
  const { id, viewer } = await signedIn();
  expect(await call(saveProfile, { path: "/account/profile", viewer, fields: { name: " ", locale: "fr" } })).toMatchObject({
    status: 422,
    refusal: { values: { name: " ", locale: "fr" }, errors: { name: "Vul je naam in.", locale: "Kies Nederlands of Engels." } },
  });
  expect(await call(saveProfile, { path: "/account/profile", viewer, fields: { name: "Noor  Bakker ", locale: "en" } })).toMatchObject({
    status: 303,
    location: "/account?saved=profile",
  });
  expect(await findPerson(db, id)).toMatchObject({ name: "Noor Bakker", locale: "en" });
  expect(await call(profilePage, { path: "/account/profile" })).toMatchObject({ status: 303, location: "/account" });
});

test("a verb's address leads a visitor to its page, and leaves a refused form without JavaScript where it is", async () => {
  // After a refused post the router calls the loader too: a GET with the headers of the post.
  const afterPost = new Request("http://localhost:3000/account/profile", {
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
  });
  expect(backToPage(afterPost, "/account")).toBeNull();
  expect(() => backToPage(new Request("http://localhost:3000/account/profile"), "/account")).toThrow();
});

test("register numbers need consent each, and never a citizen service number", async () => {
  const { id, viewer } = await signedIn();
  const save = (fields: Record<string, string>) => call(saveRegisters, { path: "/account/registers", viewer, fields });
  expect(await save({ "number-vvn": "111222333", "consent-vvn": "on", "number-skj": "100012345" })).toMatchObject({
    status: 422,
    refusal: {
      values: { "number-vvn": "111222333", "number-skj": "100012345" },
      errors: { "number-vvn": expect.stringContaining("burgerservicenummer"), "consent-skj": expect.stringContaining("Geef toestemming") },
    },
  });
  expect(await registerNumbersOf(db, id)).toEqual([]);
  expect((await save({ "number-vvn": "49012345601", "consent-vvn": "on", "number-skj": "100012345", "consent-skj": "on" })).status).toBe(
    303,
  );
  expect((await call(accountPage, { path: "/account?saved=registers", viewer })).body).toMatchObject({
    saved: "registers",
    registers: { "number-vvn": "49012345601", "consent-vvn": "on" },
  });
  // Emptied fields take their numbers away.
  await save({ "number-vvn": "", "number-skj": "100012345", "consent-skj": "on" });
  expect(await registerNumbersOf(db, id)).toEqual([{ register: "skj", number: "100012345" }]);
});

test("the list shows this device and the others; one is ended, then all others", async () => {
  const { id, viewer, sessionPublicId } = await signedIn();
  await openSession(id, "curl/8.5.0");
  await openSession(id, "Mozilla/5.0 (iPhone) Safari/604.1");
  const at = new Date();
  const page = await call(sessionsPage, { path: "/account/sessions", viewer, sessionPublicId, at });
  const sessions = page.body.sessions as { publicId: string; here: boolean; device: string }[];
  expect(sessions.filter((session) => session.here)).toMatchObject([{ publicId: sessionPublicId, device: "Firefox · Windows" }]);
  const other = sessions.find((session) => !session.here)?.publicId ?? "";
  expect(await call(endOne, { path: "/account/sessions/end", viewer, sessionPublicId, fields: { session: other } })).toMatchObject({
    status: 303,
    location: "/account/sessions?done=ended",
  });
  expect(await call(endOne, { path: "/account/sessions/end", viewer, sessionPublicId, fields: { session: other } })).toMatchObject({
    status: 422,
    refusal: { errors: { form: "Dit apparaat was al uitgelogd." } },
  });
  expect((await call(endOthers, { path: "/account/sessions/end-others", viewer, sessionPublicId, fields: {} })).status).toBe(303);
  expect((await listSessions(id, at)).map((session) => session.publicId)).toEqual([sessionPublicId]);
});

test("a session of another person cannot be ended from here", async () => {
  const [mine, theirs] = [await signedIn(), await signedIn()];
  expect(
    (await call(endOne, { path: "/account/sessions/end", viewer: mine.viewer, fields: { session: theirs.sessionPublicId } })).status,
  ).toBe(422);
  expect(await readSession(theirs.cookie)).not.toBeNull();
});

test("a new password: refusals by field and without secrets, then done", async () => {
  const { viewer, sessionPublicId, cookie } = await signedIn();
  const change = (password: string, newPassword: string) =>
    call(changePassword, {
      path: "/account/sessions/password",
      viewer,
      sessionPublicId,
      fields: { username: viewer.email, password, newPassword },
    });
  const wrong = await change("niet dit wachtwoord", "kersenbloesem in maart");
  expect(wrong).toMatchObject({ status: 422, refusal: { errors: { password: expect.stringContaining("niet je huidige wachtwoord") } } });
  expect(JSON.stringify(wrong.refusal.values)).not.toContain("kersenbloesem");
  expect(await change(PASSWORD, "kort")).toMatchObject({ status: 422, refusal: { errors: { newPassword: expect.any(String) } } });
  expect(await change(PASSWORD, "kersenbloesem in maart")).toMatchObject({ status: 303, location: "/account/sessions?done=password" });
  expect(await readSession(cookie)).not.toBeNull();
});
