import { type ComponentType, createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server.js";
import { beforeAll, expect, test } from "vitest";
import AccountPage, { loader as account } from "#app/routes/account/account.tsx";
import LoginPage, { loader as login } from "#app/routes/account/login.tsx";
import EnterCodePage, { loader as enterCode } from "#app/routes/account/login-code-enter.tsx";
import SessionsPage, { loader as sessions } from "#app/routes/account/sessions.tsx";
import SignUpPage, { loader as signUp } from "#app/routes/account/signup.tsx";
import { afterReset } from "#app/routes/account/verb-paths.ts";
import VerifyPage, { loader as verify } from "#app/routes/account/verify-email.tsx";
import { pageTitle } from "#app/routes/page-title.ts";
import { person } from "#tests/features/accounts/people-at-hand.ts";
import { oneCourse, publishOnly } from "#tests/support/courses.ts";
import { call, now, viewerOf } from "./calls.ts";

const SLUG = "gemis-is-geen-alleen-zijn";
const next = `/masterclasses/${SLUG}/buy?from=a`;
const query = `?next=${encodeURIComponent(next)}`;

beforeAll(async () => {
  await publishOnly([oneCourse], now);
});

/** A page as a browser without JavaScript gets it. */
async function shown(page: ComponentType, loaded: object, answered?: unknown): Promise<string> {
  const routes = [{ id: "page", path: "*", Component: page, loader: () => loaded }];
  const { dataRoutes, query: visit } = createStaticHandler(routes);
  const context = await visit(new Request("http://localhost:3000/x"));
  if (context instanceof Response) throw new Error("A page was expected.");
  if (answered) context.actionData = { page: answered };
  return renderToStaticMarkup(
    createElement(StaticRouterProvider, { router: createStaticRouter(dataRoutes, context), context, hydrate: false }),
  );
}

test("who is buying reads on every page what comes after it; nobody else does", async () => {
  for (const [door, page, path] of [
    [signUp, SignUpPage, "/signup"],
    [verify, VerifyPage, "/verify-email"],
    [login, LoginPage, "/login"],
  ] as const) {
    const html = await shown(page, (await call(door, { path: `${path}${query}` })).body);
    expect(html).toContain('<li aria-current="step">Account</li><li>Bestelling</li><li>Betalen</li>');
    expect(html).toContain('Daarna bestel je <strong lang="nl">Gemis is geen alleen-zijn</strong> (€');
    expect(await shown(page, (await call(door, { path })).body)).not.toContain('aria-current="step"');
    for (const elsewhere of ["", "?next=/learn", "?next=/masterclasses/nooit-van-gehoord/buy", `?next=/masterclasses/${SLUG}`])
      expect((await call(door, { path: `${path}${elsewhere}` })).body.purchase).toBeNull();
  }
});

test("sign-in is a button on the sign-up page, above the form, and the other way round", async () => {
  const signUpHtml = await shown(SignUpPage, (await call(signUp, { path: `/signup${query}` })).body);
  expect(signUpHtml).toMatch(/<a [^>]*class="button[^>]*href="\/login\?next=[^>]*>Log in<[\s\S]*<form/);
  expect(signUpHtml).toMatch(/akkoord met <a [^>]*>onze voorwaarden<\/a>\. Lees ook <a [^>]*>wat we met je gegevens doen<\/a>\./);
  expect(await shown(LoginPage, (await call(login, { path: "/login" })).body)).toMatch(/<a [^>]*class="button[^>]*href="\/signup"/);
});

test("orders and certificates are found from one's own details", async () => {
  const html = await shown(AccountPage, (await call(account, { path: "/account", viewer: viewerOf(await person()) })).body);
  expect(html).toMatch(/href="\/account\/orders"[^>]*>Bestellingen en betaalbewijzen</);
  expect(html).toMatch(/href="\/certificates"[^>]*>Certificaten</);
});

test("a code that ended leaves a button for a new one, and no field for the old", async () => {
  const refusal = { values: { email: "a@zorg.example", ended: "yes" }, errors: { form: "Deze code is vervallen. Vraag een nieuwe." } };
  const byCode = await shown(EnterCodePage, (await call(enterCode, { path: `/login/code/enter${query}` })).body, refusal);
  expect(byCode).toContain("Deze code is vervallen");
  expect(byCode).toMatch(/href="\/login\/code\?next=[^>]*>Vraag een nieuwe code</);
  expect(byCode).not.toContain('name="code"');
  const verifying = await shown(VerifyPage, (await call(verify, { path: "/verify-email" })).body, refusal);
  expect(verifying).toContain("Deze code is vervallen");
  expect(verifying).toContain("Stuur een nieuwe code");
  expect(verifying).not.toContain('name="code"');
});

test("what came too late stands on the sign-in page to be sent again, with the way in on another tab", async () => {
  const loaded = (await call(login, { path: "/login" })).body;
  const answer = { action: "/office/provider", fields: [["tradeName", 'De "Kring" <b>']], values: {}, errors: { form: "x" } };
  const html = await shown(LoginPage, loaded, answer);
  expect(html).toContain(
    '<form method="post" action="/office/provider"><input type="hidden" name="tradeName" value="De &quot;Kring&quot; &lt;b&gt;"/>',
  );
  expect(html).toMatch(/<a href="\/login" target="_blank" rel="noopener">Log in op een nieuw tabblad</);
  expect(html).not.toContain('name="password"');
});

test("a new password is said to be saved, with the way on", async () => {
  const viewer = viewerOf(await person());
  const page = async (path: string) => shown(SessionsPage, (await call(sessions, { path, viewer })).body);
  const html = await page(afterReset("/learn"));
  expect(html).toContain("Je wachtwoord is veranderd. Op andere apparaten ben je uitgelogd.");
  expect(html).toMatch(/href="\/learn"[^>]*>Ga verder</);
  expect(await page(afterReset(""))).not.toContain("Ga verder");
  expect(await page(afterReset("/account/sessions"))).not.toContain("Ga verder");
  expect(await page("/account/sessions?done=password&next=//evil.example")).not.toContain("Ga verder");
});

test("page titles end with the provider's name where the frame knows it", () => {
  expect(pageTitle("Inloggen", [{ id: "root", data: { site: { name: "Voorbeeldacademie" } } }])).toEqual({
    title: "Inloggen – Voorbeeldacademie",
  });
  expect(pageTitle("Inloggen", [{ id: "root", data: null }])).toEqual({ title: "Inloggen" });
  expect(pageTitle("", [{ id: "root", data: { site: { name: "Voorbeeldacademie" } } }])).toEqual({ title: "Voorbeeldacademie" });
});
