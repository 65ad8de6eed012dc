import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server.js";
import { expect, test } from "vitest";
import type { ReturnAnswer } from "#app/features/payments/return-page.server.ts";
import Thanks from "#app/routes/checkout/thanks.tsx";

type Known = Extract<ReturnAnswer, { kind: "known" }>;

/** The page as a browser without JavaScript gets it. */
async function page(answer: object, signedIn: boolean): Promise<string> {
  const loaded = { answer, sessionId: "cs_test_1", signedIn, contact: { phone: "020", email: "hulp@example.org" } };
  const { dataRoutes, query } = createStaticHandler([{ id: "page", path: "*", Component: Thanks, loader: () => loaded }]);
  const context = await query(new Request("http://localhost:3000/checkout/thanks"));
  if (context instanceof Response) throw new Error("A page was expected.");
  return renderToStaticMarkup(
    createElement(StaticRouterProvider, { router: createStaticRouter(dataRoutes, context), context, hydrate: false }),
  );
}
const shown = (answer: Partial<Known>) =>
  page({ kind: "known", reference: "K2026-1", courseSlug: "gemis", title: "Gemis", startsOn: null, ...answer }, true);
const buttons = (html: string) =>
  [...html.matchAll(/<a [^>]*class="button[^>]*>/g)].map(([tag]) => [/button-(\w+)/.exec(tag)?.[1], /href="([^"]*)"/.exec(tag)?.[1]]);
const again = ["quiet", "/checkout/thanks?session_id=cs_test_1"];
const retry = ["primary", "/masterclasses/gemis/buy"];

test.each([
  ["paid", [["primary", "/learn/gemis"]]],
  ["waiting", [again]],
  ["processing", [again]],
  ["open", [retry, again]],
  ["failed", [retry]],
  ["expired", [retry]],
  ["checking", []],
  ["refunded", []],
] as const)("%s leaves just the ways on that fit", async (status, expected) => {
  const html = await shown({ status });
  expect(buttons(html)).toEqual(expected);
  expect(html).toContain('<span lang="nl">Gemis</span>');
  expect(html).toContain("/account/orders/K2026-1");
});

test("nobody is told to pay again while money may be on its way", async () => {
  for (const status of ["waiting", "processing", "checking"] as const) expect(await shown({ status })).toContain("Betaal niet opnieuw");
  for (const status of ["failed", "expired"] as const) expect(await shown({ status })).toContain("niets afgeschreven");
});

test("whose money went back reads that, and not that they are enrolled", async () => {
  const html = await shown({ status: "refunded" });
  expect(html).toContain("<h1>Je betaling is terugbetaald</h1>");
  expect(html).not.toContain("Je bent ingeschreven");
});

test("who chose to wait reads from which day, and is not sent to a closed door", async () => {
  const html = await shown({ status: "paid", startsOn: new Date("2026-12-15T10:00:00Z") });
  expect(html).toContain("15 december 2026");
  expect(buttons(html)).toEqual([["primary", "/learn"]]);
});

test("without a payment to show, only who is not signed in is asked to sign in", async () => {
  const guest = await page({ kind: "neutral" }, false);
  expect(guest).toContain("Log in om je bestellingen te zien");
  const buyer = await page({ kind: "neutral" }, true);
  expect(buyer).toContain("<h1>Je betaling</h1>");
  expect(buyer).not.toContain("Log in");
  expect(buttons(buyer)).toEqual([["primary", "/account/orders"]]);
});
