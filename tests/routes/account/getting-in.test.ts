import { beforeAll, expect, test } from "vitest";
import { createOfficeLink } from "#app/features/accounts/office-claim.server.ts";
import { readSession } from "#app/features/accounts/sessions.server.ts";
import { addGround } from "#app/features/enrolment/grounds.server.ts";
import { db } from "#app/platform/db.server.ts";
import { action as claim, loader as claimPage } from "#app/routes/account/claim-office.tsx";
import { action as login, loader as loginPage } from "#app/routes/account/login.tsx";
import { action as askCode, loader as askCodePage } from "#app/routes/account/login-code.tsx";
import { action as enterCode, loader as enterCodePage } from "#app/routes/account/login-code-enter.tsx";
import { action as logout, loader as logoutPage } from "#app/routes/account/logout.tsx";
import { action as follow, loader as linkPage } from "#app/routes/account/mail-link.tsx";
import { action as askReset } from "#app/routes/account/reset-password.tsx";
import { action as resetByCode } from "#app/routes/account/reset-password-code.tsx";
import { action as signUp, loader as signUpPage } from "#app/routes/account/signup.tsx";
import { action as verify, loader as verifyPage } from "#app/routes/account/verify-email.tsx";
import { action as sendAgain, loader as sendAgainPage } from "#app/routes/account/verify-email-again.tsx";
import { countLetters, letterTo, wrongCode } from "#tests/features/accounts/letters.ts";
import { PASSWORD, person } from "#tests/features/accounts/people-at-hand.ts";
import { makeCourse } from "#tests/features/enrolment/course-fixture.ts";
import { call, now, somebodyWhoSells, viewerOf } from "./calls.ts";

const NEXT = "/masterclasses/gemis/buy";
const query = `?next=${encodeURIComponent(NEXT)}`;

beforeAll(somebodyWhoSells);

test("a guest who buys: sign up, type the code, and back to the purchase with a session", async () => {
  const email = "anna@zorg.example";
  expect((await call(signUpPage, { path: `/signup${query}` })).body).toEqual({ next: NEXT, purchase: null });
  const started = await call(signUp, { path: "/signup", fields: { name: "Anna Bos", email, newPassword: PASSWORD, next: NEXT } });
  expect(started).toMatchObject({ status: 303, location: `/verify-email${query}` });
  // Nobody is in before the code is proven.
  expect(started.cookies).toMatch(/^kring-pending=/);
  expect(await readSession(started.cookies)).toBeNull();
  expect((await call(verifyPage, { path: `/verify-email${query}`, cookie: started.cookies })).body).toEqual({
    next: NEXT,
    purchase: null,
    email,
    sentAgain: false,
  });
  const letter = await letterTo(email);
  const done = await call(verify, {
    path: "/verify-email",
    fields: { email, code: `${letter.code.slice(0, 4)} ${letter.code.slice(4)}`, next: NEXT },
    cookie: started.cookies,
  });
  expect(done).toMatchObject({ status: 303, location: NEXT });
  expect((await readSession(done.cookies))?.viewer).toMatchObject({ email, name: "Anna Bos", emailVerified: true });
  expect((await call(login, { path: "/login", fields: { email, password: PASSWORD } })).status).toBe(303);
});

test("sign-up refused: what was typed comes back, the password does not", async () => {
  const answer = await call(signUp, { path: "/signup", fields: { name: "", email: "geen adres", newPassword: "kort", next: NEXT } });
  expect(answer.status).toBe(422);
  expect(answer.refusal.values).toEqual({ name: "", email: "geen adres", next: NEXT });
  expect(answer.refusal.errors).toMatchObject({ name: "Vul je naam in.", email: expect.stringContaining("e-mailadres") });
  const weak = await call(signUp, {
    path: "/signup",
    fields: { name: "Bo", email: "bo@zorg.example", newPassword: "welkom2026", next: "" },
  });
  expect(weak).toMatchObject({ status: 422, refusal: { errors: { newPassword: expect.stringContaining("Kies een ander") } } });
});

test("sign-up answers a known address exactly as a new one", async () => {
  const known = await person();
  const answers = await Promise.all(
    [known.email, "nieuw@zorg.example"].map((email) =>
      call(signUp, { path: "/signup", fields: { name: "Bo Vis", email, newPassword: PASSWORD, next: NEXT } }),
    ),
  );
  for (const answer of answers)
    expect(answer).toMatchObject({
      status: 303,
      location: `/verify-email${query}`,
      cookies: expect.stringMatching(/^kring-pending=[\w-]+$/),
    });
});

test("login: in, and on to where one was going", async () => {
  const { email, id } = await person();
  const answer = await call(login, { path: "/login", fields: { email, password: PASSWORD, next: NEXT } });
  expect(answer).toMatchObject({ status: 303, location: NEXT });
  expect((await readSession(answer.cookies))?.viewer.id).toBe(id);
  expect((await call(login, { path: "/login", fields: { email, password: PASSWORD, next: "" } })).location).toBe("/learn");
});

test("login refused: one message, the address kept, the password not", async () => {
  const { email } = await person();
  for (const address of [email, "nobody@zorg.example"]) {
    const answer = await call(login, { path: "/login", fields: { email: address, password: "niet dit", next: NEXT } });
    expect(answer).toMatchObject({
      status: 422,
      refusal: { values: { email: address, next: NEXT }, errors: { password: expect.stringContaining("horen niet bij elkaar") } },
    });
    expect(answer.refusal.values).not.toHaveProperty("password");
  }
});

test("too many tries: when to try again, in words", async () => {
  const fields = { email: "often@zorg.example", password: "niet dit", next: "" };
  for (let tries = 0; tries < 10; tries++) await call(login, { path: "/login", fields, clientAddress: "10.1.0.99" });
  const answer = await call(login, { path: "/login", fields, clientAddress: "10.1.0.99", at: new Date(now.getTime() + 3 * 60_000) });
  expect(answer).toMatchObject({
    status: 429,
    refusal: {
      errors: { form: "Er is te vaak een wachtwoord geprobeerd. Probeer het over 12 minuten opnieuw, of log in met een code uit je mail." },
      values: { email: "often@zorg.example" },
    },
  });
});

test.each(["https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example", "javascript:alert(1)"])(
  "next never leads off the site: %j",
  async (next) => {
    const { email } = await person();
    expect((await call(login, { path: "/login", fields: { email, password: PASSWORD, next } })).location).toBe("/learn");
    expect((await call(loginPage, { path: `/login?${new URLSearchParams({ next })}` })).body).toEqual({ next: "", purchase: null });
  },
);

test("who is signed in and opens a door again is sent on", async () => {
  const viewer = viewerOf(await person());
  for (const page of [loginPage, signUpPage, askCodePage, enterCodePage, verifyPage]) {
    expect(await call(page, { path: `/x${query}`, viewer })).toMatchObject({ status: 303, location: NEXT });
  }
});

test("who works in the office and opens a door while signed in is sent to the office", async () => {
  const viewer = viewerOf(await person(), { role: "office" });
  for (const page of [loginPage, signUpPage, askCodePage, enterCodePage, verifyPage])
    expect(await call(page, { path: "/x", viewer })).toMatchObject({ status: 303, location: "/office" });
});

test("a flood at the doors is answered at once and politely, the same for every address, with what was typed kept", async () => {
  const { email } = await person();
  const knock = (address: string, turn: number) =>
    call(login, { path: "/login", fields: { email: address, password: "niet dit", next: NEXT }, clientAddress: `192.0.2.${turn}` });
  const flood = await Promise.all(Array.from({ length: 120 }, (_, turn) => knock(turn % 2 ? email : `nobody-${turn}@zorg.example`, turn)));
  const busy = flood.filter(({ status }) => status === 503);
  expect(busy.length).toBeGreaterThan(0);
  expect(flood.length - busy.length).toBeGreaterThanOrEqual(40);
  for (const { refusal } of busy) expect(refusal.errors).toEqual({ form: expect.stringContaining("heel druk") });
  const kept = new Set(busy.map(({ refusal }) => refusal.values.email));
  expect(kept.has(email)).toBe(true);
  expect(kept.size).toBeGreaterThan(1);
  // Afterwards the door is as open as before.
  expect((await knock("nobody@zorg.example", 200)).status).toBe(422);
});

test("login by code: ask, type, in; a wrong code is refused with the address kept", async () => {
  const { email, id } = await person();
  const asked = await call(askCode, { path: "/login/code", fields: { email, next: NEXT } });
  expect(asked).toMatchObject({ status: 303, location: `/login/code/enter${query}` });
  const { code } = await letterTo(email);
  const wrong = await call(enterCode, {
    path: "/login/code/enter",
    fields: { email, code: wrongCode(code), next: NEXT },
  });
  expect(wrong).toMatchObject({
    status: 422,
    refusal: { values: { email, next: NEXT }, errors: { code: expect.stringContaining("werkt niet") } },
  });
  expect((await call(enterCode, { path: "/login/code/enter", fields: { email, code: "12", next: "" } })).refusal.errors.code).toBe(
    "Vul de zes cijfers uit de mail in.",
  );
  const done = await call(enterCode, { path: "/login/code/enter", fields: { email, code, next: NEXT } });
  expect(done).toMatchObject({ status: 303, location: NEXT });
  expect((await readSession(done.cookies))?.viewer.id).toBe(id);
});

test("asking a code refused: no address", async () => {
  expect(await call(askCode, { path: "/login/code", fields: { email: "x", next: NEXT } })).toMatchObject({
    status: 422,
    refusal: { values: { email: "x", next: NEXT }, errors: { email: expect.any(String) } },
  });
  expect(await call(askReset, { path: "/reset-password", fields: { email: "x", next: NEXT } })).toMatchObject({
    status: 422,
    refusal: { values: { email: "x", next: NEXT }, errors: { email: expect.any(String) } },
  });
  expect(await call(sendAgain, { path: "/verify-email/again", fields: { email: "x", next: NEXT } })).toMatchObject({
    status: 422,
    refusal: { errors: { email: expect.any(String) } },
  });
});

test("unknown addresses get the same answer to every request for a code", async () => {
  for (const [door, path, location] of [
    [askCode, "/login/code", "/login/code/enter"],
    [askReset, "/reset-password", "/reset-password/code"],
    [sendAgain, "/verify-email/again", "/verify-email?again=1"],
  ] as const) {
    expect(await call(door, { path, fields: { email: "nobody@zorg.example", next: "" } })).toMatchObject({ status: 303, location });
  }
  expect(await countLetters("nobody@zorg.example")).toBe(0);
});

test("another letter after sign-up keeps the sign-up", async () => {
  const email = "dina@zorg.example";
  const started = await call(signUp, { path: "/signup", fields: { name: "Dina", email, newPassword: PASSWORD, next: NEXT } });
  const again = await call(sendAgain, { path: "/verify-email/again", fields: { email, next: NEXT }, cookie: started.cookies });
  expect(again).toMatchObject({ status: 303, location: `/verify-email${query}&again=1` });
  const { code } = await letterTo(email);
  expect((await call(verify, { path: "/verify-email", fields: { email, code, next: NEXT }, cookie: again.cookies })).location).toBe(NEXT);
  expect((await call(login, { path: "/login", fields: { email, password: PASSWORD } })).status).toBe(303);
  expect(await call(sendAgainPage, { path: `/verify-email/again${query}` })).toMatchObject({
    status: 303,
    location: `/verify-email${query}`,
  });
});

test("after five wrong codes on one page it says that the code ended, for any address; a typing error counts for nothing", async () => {
  const { email } = await person();
  await call(askCode, { path: "/login/code", fields: { email, next: NEXT } });
  const wrong = wrongCode((await letterTo(email)).code);
  for (const address of [email, "nobody@zorg.example"]) {
    let tries = "0";
    const type = async (code: string) => {
      const { refusal } = await call(enterCode, { path: "/login/code/enter", fields: { email: address, code, next: NEXT, tries } });
      tries = refusal.values.tries ?? "";
      return refusal;
    };
    expect((await type("12")).values.tries).toBe("0");
    for (let turn = 0; turn < 4; turn++) expect((await type(wrong)).errors.code).toContain("werkt niet");
    const last = await type(wrong);
    expect(last).toMatchObject({ values: { ended: "yes", email: address }, errors: { form: "Deze code is vervallen. Vraag een nieuwe." } });
  }
});

test("a browser that was in before is let in while strangers are kept waiting", async () => {
  const { email, id } = await person();
  const before = await call(login, { path: "/login", fields: { email, password: PASSWORD } });
  expect(before.cookies).toMatch(/kring-known=[\w-]+/);
  const stranger = { path: "/login", fields: { email, password: "niet dit" }, clientAddress: "203.0.113.5" };
  for (let tries = 0; tries < 11; tries++) await call(login, stranger);
  const fields = { email, password: PASSWORD };
  expect((await call(login, { path: "/login", fields, clientAddress: "203.0.113.5" })).status).toBe(429);
  const known = before.cookies.split("; ").find((cookie) => cookie.startsWith("kring-known=")) ?? "";
  const inside = await call(login, { path: "/login", fields, clientAddress: "203.0.113.5", cookie: known });
  expect((await readSession(inside.cookies))?.viewer.id).toBe(id);
});

test("a stranger's guesses elsewhere end nothing in the browser that asked, however many come", async () => {
  const { email, id } = await person();
  const asked = await call(askCode, { path: "/login/code", fields: { email, next: NEXT } });
  const { code } = await letterTo(email);
  const path = "/login/code/enter";
  for (let tries = 0; tries < 60; tries++)
    await call(enterCode, { path, fields: { email, code: wrongCode(code), next: "" }, clientAddress: `203.0.113.${tries}` });
  // Elsewhere the code is as good as gone, also for who has it; the door itself is closed there for a while.
  expect((await call(enterCode, { path, fields: { email, code, next: "" }, clientAddress: "198.51.100.1" })).status).toBe(429);
  const done = await call(enterCode, { path, fields: { email, code, next: NEXT }, clientAddress: "198.51.100.2", cookie: asked.cookies });
  expect(done).toMatchObject({ status: 303, location: NEXT });
  expect((await readSession(done.cookies))?.viewer.id).toBe(id);
});

test("a form that comes after its session ended is held, ready to be sent again; a button alone leads back to its page", async () => {
  const late = (action: string) => `/login?${new URLSearchParams({ late: action })}`;
  const fields = { name: "Noor", locale: "en", password: "geheim" };
  const held = await call(login, { path: late("/account/profile"), fields });
  expect(held.status).toBe(401);
  expect(held.body).toEqual({
    action: "/account/profile",
    fields: [
      ["name", "Noor"],
      ["locale", "en"],
    ],
    // On the form's own page, where a script sent it, the same is a refusal.
    values: { name: "Noor", locale: "en" },
    errors: { form: expect.stringContaining("Je bent niet meer ingelogd. Wat je typte staat er nog.") },
  });
  expect(await call(login, { path: late("/account/sessions/end"), fields: { session: "x" } })).toMatchObject({
    status: 303,
    location: "/login?next=%2Faccount%2Fsessions%2Fend",
  });
  // Made up, it is the sign-in form.
  expect((await call(login, { path: late("//evil.example"), fields })).refusal.errors).toHaveProperty("email");
});

test("names with signs nobody sees are refused in words; joiners between letters stay", async () => {
  const nameOf = async (name: string) =>
    (await call(signUp, { path: "/signup", fields: { name, email: "x", newPassword: PASSWORD, next: "" } })).refusal.errors.name;
  for (const name of ["Noor\u202ebv", "No\u0000or", "No\u200bor", "\u200dNoor", "Noor\u200c", "No\u00ador"])
    expect(await nameOf(name)).toContain("onzichtbaar teken");
  for (const name of ["Noor de Wit", "Zoë", "می\u200cخواهم", "ශ්\u200dරී", "Jan\tBos"]) expect(await nameOf(name)).toBeUndefined();
});

test("verify refused: the message says what to do", async () => {
  expect(await call(verify, { path: "/verify-email", fields: { email: "dora@zorg.example", code: "123456", next: NEXT } })).toMatchObject({
    status: 422,
    refusal: { values: { email: "dora@zorg.example", next: NEXT }, errors: { code: expect.stringContaining("vraag je een nieuwe") } },
  });
});

test("reset: refusals keep the code usable, success lets in and on", async () => {
  const { email, id } = await person();
  await call(askReset, { path: "/reset-password", fields: { email, next: NEXT } });
  const { code } = await letterTo(email);
  const reset = (fields: Record<string, string>) =>
    call(resetByCode, { path: "/reset-password/code", fields: { email, next: NEXT, ...fields } });
  expect(await reset({ code, newPassword: "kort" })).toMatchObject({
    status: 422,
    refusal: { values: { email, next: NEXT }, errors: { newPassword: expect.stringContaining("10 tekens") } },
  });
  expect(await reset({ code: wrongCode(code), newPassword: "kersenbloesem in maart" })).toMatchObject({
    status: 422,
    refusal: { errors: { code: expect.any(String) } },
  });
  const done = await reset({ code, newPassword: "kersenbloesem in maart" });
  // First to the page that says so, and from there on.
  expect(done).toMatchObject({ status: 303, location: `/account/sessions?done=password&next=${encodeURIComponent(NEXT)}` });
  expect((await readSession(done.cookies))?.viewer.id).toBe(id);
});

test("a mailed link: looking changes nothing, the button works once, then it says so", async () => {
  const { email } = await person();
  await call(askCode, { path: "/login/code", fields: { email, next: NEXT } });
  const { token, url } = await letterTo(email);
  const params = { token };
  for (let looks = 0; looks < 3; looks++) {
    expect(await call(linkPage, { path: `${url.pathname}${url.search}`, params })).toMatchObject({
      status: 200,
      body: { next: NEXT, link: { purpose: "sign-in", email } },
    });
  }
  expect(await call(follow, { path: url.pathname, params, fields: { next: NEXT } })).toMatchObject({ status: 303, location: NEXT });
  expect(await call(follow, { path: url.pathname, params, fields: { next: NEXT } })).toMatchObject({
    status: 410,
    refusal: { errors: { form: expect.stringContaining("één keer") } },
  });
  expect(await call(linkPage, { path: url.pathname, params })).toMatchObject({ status: 410, body: { link: null } });
});

test("a reset link refuses a weak password", async () => {
  const { email } = await person();
  await call(askReset, { path: "/reset-password", fields: { email, next: "" } });
  const { token, url } = await letterTo(email);
  expect(await call(follow, { path: url.pathname, params: { token }, fields: { newPassword: "1234567890", next: "" } })).toMatchObject({
    status: 422,
    refusal: { errors: { newPassword: expect.stringContaining("Kies een ander") } },
  });
});

test("logout is a post; a visit says what goes with it and ends nothing", async () => {
  const somebody = await person();
  const inside = await call(login, { path: "/login", fields: { email: somebody.email, password: PASSWORD } });
  expect(await call(logoutPage, { path: "/logout" })).toMatchObject({ status: 303, location: "/" });
  const visit = { path: "/logout", cookie: inside.cookies, viewer: viewerOf(somebody) };
  // Nobody came here by the menu: the page waits for the button.
  expect(await call(logoutPage, visit)).toMatchObject({ status: 200, body: { personId: somebody.id, pressed: false, back: "/learn" } });
  expect(await readSession(inside.cookies)).not.toBeNull();
  expect(await call(logout, { path: "/logout", fields: {}, cookie: inside.cookies })).toMatchObject({ status: 303, location: "/" });
  expect(await readSession(inside.cookies)).toBeNull();
});

test("signing in as somebody else ends the session that was there", async () => {
  const [first, second] = [await person(), await person()];
  const before = await call(login, { path: "/login", fields: { email: first.email, password: PASSWORD } });
  await call(login, { path: "/login", fields: { email: second.email, password: PASSWORD }, cookie: before.cookies });
  expect(await db.session.count({ where: { personId: first.id } })).toBe(0);
});

test("the first office account: the form refuses kindly, then lets in", async () => {
  const token = (await createOfficeLink(now))?.split("/").at(-1) ?? "";
  const path = `/office/claim/${token}`;
  expect(await call(claimPage, { path, params: { token } })).toMatchObject({ status: 200, body: { works: true } });
  const fields = { name: "Kantoor", email: "kantoor@aanbieder.example", newPassword: "kort" };
  expect(await call(claim, { path, params: { token }, fields })).toMatchObject({
    status: 422,
    refusal: { values: { name: "Kantoor", email: "kantoor@aanbieder.example" }, errors: { newPassword: expect.any(String) } },
  });
  const done = await call(claim, { path, params: { token }, fields: { ...fields, newPassword: PASSWORD } });
  expect(done).toMatchObject({ status: 303, location: "/office" });
  expect((await readSession(done.cookies))?.viewer).toMatchObject({ role: "office", emailVerified: true });
  expect(await call(claim, { path, params: { token }, fields: { ...fields, newPassword: PASSWORD } })).toMatchObject({ status: 410 });
  expect(await call(claimPage, { path, params: { token } })).toMatchObject({ status: 410, body: { works: false } });
});

test("who works in the office and follows nothing begins in the office, unless they were going somewhere", async () => {
  const office = await person({ role: "office" });
  const goingTo = async (email: string, next: string) =>
    (await call(login, { path: "/login", fields: { email, password: PASSWORD, next } })).location;
  expect(await goingTo(office.email, "")).toBe("/office");
  expect(await goingTo(office.email, "/learn")).toBe("/learn");
  const ground = { personId: office.id, ...(await makeCourse()), kind: "gift", source: "gift", mode: "live" } as const;
  await addGround(db, { ...ground, startsAt: now, endsAt: null }, now);
  expect(await goingTo(office.email, "")).toBe("/learn");
});
