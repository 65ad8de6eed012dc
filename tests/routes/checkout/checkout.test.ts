import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server.js";
import { describe, expect, test } from "vitest";
import { openSession } from "#app/features/accounts/sessions.server.ts";
import { coursePage } from "#app/features/catalogue/courses.server.ts";
import { BuyForm } from "#app/features/payments/buy-form.tsx";
import { ReceiptView } from "#app/features/payments/receipt-view.tsx";
import { reconcileOpen } from "#app/features/payments/reconcile.server.ts";
import { accessStart, withdrawalTexts } from "#app/features/payments/withdrawal.ts";
import type { RequestContext } from "#app/http/context.server.ts";
import { contentSecurityPolicy } from "#app/http/security.server.ts";
import { db } from "#app/platform/db.server.ts";
import { saleFor } from "#app/routes/catalogue/sale.server.ts";
import { action as buyAction, loader as buyLoader } from "#app/routes/checkout/buy.tsx";
import { loader as orderLoader } from "#app/routes/checkout/order.tsx";
import { loader as ordersLoader } from "#app/routes/checkout/orders.tsx";
import { loader as thanksLoader } from "#app/routes/checkout/thanks.tsx";
import { action as hook, loader as hookPage } from "#app/routes/hooks/stripe.ts";
import { contextOf, deliver, forward, now, openShop, panel, SHOP_ORIGIN, sandboxOrigin, stripe } from "#tests/support/stripe-shop.ts";
import {
  courseForSale,
  mayEnter,
  outcome,
  paidUnnoticed,
  sessionIn,
  setPrice,
  somebody,
  stateOf,
  type TestCourse,
} from "#tests/support/stripe-stories.ts";

openShop();

type Viewer = RequestContext["viewer"];

const visit = (course: TestCourse, viewer: Viewer) =>
  buyLoader({
    request: new Request(`${SHOP_ORIGIN}/masterclasses/${course.slug}/buy`),
    params: { slug: course.slug },
    context: contextOf(viewer),
  });
const press = (course: TestCourse, viewer: Viewer, fields: Record<string, string> = {}) =>
  buyAction({
    request: new Request(`${SHOP_ORIGIN}/masterclasses/${course.slug}/buy`, {
      method: "POST",
      body: new URLSearchParams({
        offerId: course.offerId,
        amountCents: String(course.amountCents),
        withdrawalChoice: "start-now",
        withdrawalVersion: withdrawalTexts("service", "nl", fields.vatId || null).version,
        ...fields,
      }),
    }),
    params: { slug: course.slug },
    context: contextOf(viewer),
  });
const post = (course: TestCourse, viewer: Viewer, body: BodyInit) =>
  buyAction({
    request: new Request(`${SHOP_ORIGIN}/masterclasses/${course.slug}/buy`, { method: "POST", body }),
    params: { slug: course.slug },
    context: contextOf(viewer),
  });
const leave = (course: TestCourse, viewer: Viewer) =>
  buyLoader({
    request: new Request(`${SHOP_ORIGIN}/masterclasses/${course.slug}/buy?back=1`),
    params: { slug: course.slug },
    context: contextOf(viewer),
  });
/** The order form as markup. */
async function shown(given: { values?: Record<string, string> }): Promise<string> {
  const offer = { id: "o", amountCents: 9500, currency: "EUR", vatTreatment: "standard_21" as const, vatBasisPoints: 2100, vatCents: 1649 };
  const form = createElement(BuyForm, {
    page: { offer, withdrawal: { consumer: withdrawalTexts("service", "nl"), business: withdrawalTexts("service", "nl", "NL") } },
    action: "/x",
    locale: "nl",
    ...given,
  });
  const handler = createStaticHandler([{ path: "/", element: form }]);
  const context = await handler.query(new Request(SHOP_ORIGIN));
  if (context instanceof Response) throw context;
  const router = createStaticRouter(handler.dataRoutes, context);
  return renderToStaticMarkup(createElement(StaticRouterProvider, { router, context, hydrate: false }));
}
const comeBack = (sessionId: string, viewer: Viewer) =>
  thanksLoader({ request: new Request(`${SHOP_ORIGIN}/checkout/thanks?session_id=${sessionId}`), params: {}, context: contextOf(viewer) });
const leadsTo = (answer: unknown) => (answer instanceof Response ? [answer.status, answer.headers.get("location")] : answer);
const thrown = async (work: Promise<unknown>) =>
  leadsTo(
    await work.then(
      () => "nothing was thrown",
      (error: unknown) => error,
    ),
  );
/** Status and field errors of a refused form. */
const refusal = (answer: unknown) => {
  const { data, init } = answer as { data: { errors: Record<string, string>; values: Record<string, string> }; init: { status: number } };
  return { status: init.status, ...data };
};

describe("the page before paying", () => {
  test("shows price, tax, access and both withdrawal texts, with nothing chosen beforehand", async () => {
    const course = await courseForSale();
    const page = await visit(course, await somebody());
    expect(page).toMatchObject({
      title: "Eenzaamheid begrijpen",
      accessMonths: 12,
      sandbox: true,
      reviewed: false,
      owned: false,
      offer: { id: course.offerId, amountCents: 9500, vatCents: 1649 },
    });
    expect(page.price.map(({ value }) => value.replace(/\s/g, " "))).toEqual(["€ 78,51", "€ 16,49", "€ 95,00"]);
    expect(page.withdrawal.consumer.wait).toContain("alles terug");
    expect(page.withdrawal.business.wait).not.toContain("alles terug");
  });

  test("sends a guest to sign up and back here, and an unverified buyer to verify first", async () => {
    const course = await courseForSale();
    const back = encodeURIComponent(`/masterclasses/${course.slug}/buy`);
    expect(await thrown(visit(course, null))).toEqual([303, `/signup?next=${back}`]);
    expect(await thrown(press(course, null))).toEqual([303, `/signup?next=${back}`]);
    expect(await thrown(visit(course, { ...(await somebody()), emailVerified: false }))).toEqual([303, `/verify-email?next=${back}`]);
  });

  test("does not exist for a course that is not for sale", async () => {
    const course = await courseForSale({ offered: false });
    expect(await thrown(visit(course, await somebody()))).toEqual([404, null]);
    expect(await thrown(press(course, await somebody()))).toEqual([404, null]);
  });
});

describe("pressing Pay", () => {
  test("leads with 303 to the payment page, on an origin that the page's own policy allows forms to go to", async () => {
    const answer = await press(await courseForSale(), await somebody());
    const [status, url] = leadsTo(answer) as [number, string];
    expect(status).toBe(303);
    expect(new URL(url).origin).toBe(sandboxOrigin());
    expect(new URL(url).origin).not.toBe(SHOP_ORIGIN);
    expect(contentSecurityPolicy("n")).toContain(`form-action 'self' ${new URL(url).origin}`);
  });

  test("with no start chosen is asked which one, with what was typed kept, and nothing is ordered", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    const answer = refusal(await press(course, buyer, { withdrawalChoice: "", company: "Zorggroep", vatId: "NL123456789B01" }));
    expect(answer).toMatchObject({
      status: 422,
      errors: { withdrawalChoice: "Kies wanneer je wilt beginnen." },
      values: { company: "Zorggroep", vatId: "NL123456789B01" },
    });
    const without = new URLSearchParams({ offerId: course.offerId, amountCents: "9500", company: "Zorggroep" });
    expect(refusal(await post(course, buyer, without))).toMatchObject({
      status: 422,
      errors: answer.errors,
      values: { company: "Zorggroep" },
    });
    expect(await db.order.count()).toBe(0);
    const markup = await shown({ values: { company: "Zorggroep" } });
    expect(markup).toContain("Zorggroep");
    expect(markup).not.toContain("checked");
  });

  test("with a VAT number typed beside the text for consumers is asked again, beside the text that holds", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    const seen = { withdrawalVersion: withdrawalTexts("service", "nl").version, withdrawalChoice: "wait", vatId: "NL123456789B01" };
    const answer = refusal(await press(course, buyer, seen));
    expect(answer).toMatchObject({ status: 409, values: { vatId: "NL123456789B01" } });
    expect(answer.errors.withdrawalChoice).toContain("btw-nummer");
    expect(answer.values).not.toHaveProperty("withdrawalChoice");
    expect(await db.order.count()).toBe(0);
    const markup = await shown({ values: answer.values });
    expect(markup).toContain("de bedenktijd voor consumenten geldt daarvoor niet");
    expect(markup).not.toContain("alles terug");
  });

  test("with something wrong keeps the choice beside the text it was made beside, and beside no other", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    const consumer = withdrawalTexts("service", "nl").version;
    const wrongCompany = refusal(await press(course, buyer, { company: "Zorg\0groep" }));
    expect(await shown({ values: wrongCompany.values })).toMatch(/checked=""[^>]*value="start-now"|value="start-now"[^>]*checked=""/);
    const wrongVatId = refusal(await press(course, buyer, { vatId: "kaas", withdrawalVersion: consumer }));
    expect(wrongVatId.errors).toHaveProperty("vatId");
    const markup = await shown({ values: wrongVatId.values });
    expect(markup).toContain("de bedenktijd voor consumenten geldt daarvoor niet");
    expect(markup).not.toContain("checked");
  });

  test.each([
    ["kaas", 422],
    ["NL12", 422],
    ["nl 1234.56.789 b01", 303],
  ])("with %s as VAT number answers %i", async (vatId, status) => {
    const answer = await press(await courseForSale(), await somebody(), { vatId });
    if (answer instanceof Response) expect(answer.status).toBe(status);
    else expect(refusal(answer)).toMatchObject({ status, errors: { vatId: expect.stringContaining("btw-nummer uit de EU") } });
    expect(await db.order.findMany({ select: { vatId: true } })).toEqual(status === 303 ? [{ vatId: "NL123456789B01" }] : []);
  });

  test("with characters that cannot be kept, or with no form at all, is refused and never breaks", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    expect(refusal(await press(course, buyer, { company: "Zorg\0groep" }))).toMatchObject({
      status: 422,
      errors: { company: expect.stringContaining("tekens") },
    });
    const files = new FormData();
    files.append("company", new File(["x"], "x.txt"));
    files.append("vatId", "a");
    files.append("vatId", "b");
    expect(refusal(await post(course, buyer, files)).status).toBe(422);
    expect(refusal(await post(course, buyer, "niet eens een formulier")).status).toBe(422);
    expect(await thrown(visit({ ...course, slug: "\0" }, buyer))).toEqual([404, null]);
    expect(await thrown(press({ ...course, slug: "\0" }, buyer))).toEqual([404, null]);
  });

  test("with another price than ours is asked again, with what was typed kept", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    await setPrice(course.slug, 12_000);
    const answer = refusal(await press(course, buyer, { company: "Zorggroep" }));
    expect(answer).toMatchObject({ status: 409, values: { company: "Zorggroep" } });
    expect(answer.errors.form?.replace(/\s/g, " ")).toContain("€ 120,00");
    expect((await stripe().checkout.sessions.list()).data).toEqual([]);
  });

  test("for a course one has leads to the course", async () => {
    const { course, buyer } = await paidUnnoticed();
    await deliver();
    expect(leadsTo(await press(course, buyer))).toEqual([303, `/learn/${course.slug}`]);
  });

  test("while the service is down, or with a wrong VAT number, gives the form back", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    expect(refusal(await press(course, buyer, { vatId: "12" }))).toMatchObject({
      status: 422,
      errors: { vatId: expect.stringContaining("NL123456789B01") },
    });
    await panel("faults", { answers: [{ path: "/v1/customers", method: "POST", status: 429, times: 9 }] });
    expect(refusal(await press(course, buyer, { company: "Zorggroep" }))).toMatchObject({
      status: 503,
      values: { company: "Zorggroep" },
      errors: { form: expect.stringMatching(/niets afgeschreven.*Bel \+31 20 000 00 00 of mail bureau@example\.org/) },
    });
  });

  test("again while nobody can see whether the first page was paid, is told just that, and never that nothing was charged", async () => {
    const { course, buyer } = await paidUnnoticed();
    for (const company of ["", "Zorggroep"]) {
      await panel("faults", { answers: [{ path: "/v1/checkout/sessions", method: "GET", status: 500, times: 3 }] });
      const { status, errors } = refusal(await press(course, buyer, { company }));
      expect([status, errors.form]).toEqual([503, expect.stringContaining("niet zien of je al betaald hebt")]);
      expect(errors.form).not.toContain("niets afgeschreven");
    }
    expect(await db.order.count()).toBe(1);
  });

  test("for something else while the old page cannot be closed keeps the order as it was", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    await press(course, buyer);
    await panel("faults", { answers: [{ path: "/expire", method: "POST", status: 500, times: 3 }] });
    const answer = refusal(await press(course, buyer, { company: "Zorggroep" }));
    expect(answer).toMatchObject({ status: 503, values: { company: "Zorggroep" } });
    expect(answer.errors.form).not.toContain("niets afgeschreven");
    expect(await db.order.findMany({ select: { state: true, company: true } })).toEqual([{ state: "open", company: null }]);
  });
});

describe("leaving the payment page without paying", () => {
  test("leads back to the form as it was filled in, and says that nothing was charged", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    const [, url] = leadsTo(await press(course, buyer, { company: "Zorggroep", withdrawalChoice: "wait" })) as [number, string];
    const { reference } = await db.order.findFirstOrThrow({});
    expect((await leave(course, buyer)).begun).toEqual({
      reference,
      surelyUnpaid: true,
      values: {
        withdrawalChoice: "wait",
        withdrawalVersion: withdrawalTexts("service", "nl").version,
        company: "Zorggroep",
        companyReference: "",
        vatId: "",
      },
    });
    expect((await visit(course, buyer)).begun).toMatchObject({ surelyUnpaid: false, values: { company: "Zorggroep" } });
    // Going on leads to the same payment page.
    expect(leadsTo(await press(course, buyer, { company: "Zorggroep", withdrawalChoice: "wait" }))).toEqual([303, url]);
    expect((await leave(course, await somebody())).begun).toBeNull();
  });

  test("leads to the same choice only while its text is the same", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    await press(course, buyer, { withdrawalChoice: "wait" });
    expect(await shown({ values: (await leave(course, buyer)).begun?.values ?? {} })).toContain("checked");
    await db.order.updateMany({ data: { withdrawalVersion: "of long ago" } });
    expect(await shown({ values: (await leave(course, buyer)).begun?.values ?? {} })).not.toContain("checked");
  });

  test("while the bank has the last word offers no second payment, and says which order it is about", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    const [, url] = leadsTo(await press(course, buyer)) as [number, string];
    await panel("pay", { session: sessionIn(url), method: "sepa_debit" });
    const { reference } = await db.order.findFirstOrThrow({});
    expect(await leave(course, buyer)).toMatchObject({ begun: null, held: { reference, by: "bank" }, typedBefore: null });
    expect((await visit(course, await somebody())).held).toBeNull();
  });

  test("after having paid in another tab says that one has the course", async () => {
    const { course, buyer } = await paidUnnoticed();
    expect(await leave(course, buyer)).toMatchObject({ owned: true, begun: null });
  });

  test("while Stripe cannot be read keeps the form and claims nothing", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    await press(course, buyer);
    await panel("faults", { answers: [{ path: "/v1/checkout/sessions", method: "GET", status: 500, times: 3 }] });
    expect((await leave(course, buyer)).begun).toMatchObject({ surelyUnpaid: false, values: { withdrawalChoice: "start-now" } });
  });
});

describe("coming back from paying", () => {
  test("tells the true state at once, without any message from Stripe", async () => {
    const { sessionId, buyer, course } = await paidUnnoticed();
    expect((await comeBack(sessionId, buyer)).answer).toMatchObject({ kind: "known", status: "paid", courseSlug: course.slug });
    expect(await mayEnter(buyer, course)).toBe(true);
  });

  test("names the first day for who chose to wait", async () => {
    const { sessionId, buyer } = await paidUnnoticed({ withdrawalChoice: "wait" });
    const startsOn = accessStart("wait", now());
    for (let turn = 0; turn < 2; turn++) {
      const { answer } = await comeBack(sessionId, buyer);
      expect(answer.kind === "known" && Math.abs(Number(answer.startsOn) - startsOn.getTime())).toBeLessThan(60_000);
    }
  });

  test("ten times changes nothing, and someone else with the same address learns nothing", async () => {
    const { sessionId, orderId, buyer } = await paidUnnoticed();
    await comeBack(sessionId, buyer);
    const once = await outcome(orderId);
    for (let turn = 0; turn < 9; turn++) await comeBack(sessionId, buyer);
    expect(await outcome(orderId)).toEqual(once);
    const thief = await somebody();
    expect((await comeBack(sessionId, thief)).answer).toEqual({ kind: "neutral" });
    expect(await db.enrolment.count({ where: { personId: thief.id } })).toBe(0);
  });

  test("in another browser, without a session, still enrols and tells nothing", async () => {
    const { sessionId, orderId } = await paidUnnoticed();
    expect((await comeBack(sessionId, null)).answer).toEqual({ kind: "neutral" });
    expect(await stateOf(orderId)).toBe("paid");
  });

  test("carries the session cookie, because it is Lax and the payment page is another site", async () => {
    expect(new URL(sandboxOrigin()).hostname).not.toBe(new URL(SHOP_ORIGIN).hostname);
    expect(await openSession((await somebody()).id, "test")).toContain("SameSite=Lax");
  });

  test("after the money went back no longer says that one is enrolled", async () => {
    const { sessionId, buyer, course } = await paidUnnoticed();
    await comeBack(sessionId, buyer);
    await panel("refund", { session: sessionId });
    await deliver();
    expect((await comeBack(sessionId, buyer)).answer).toMatchObject({ kind: "known", status: "refunded" });
    expect(await mayEnter(buyer, course)).toBe(false);
  });

  test("without having paid says so, with an unknown or missing session tells nothing", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    const [, url] = leadsTo(await press(course, buyer)) as [number, string];
    expect((await comeBack(sessionIn(url), buyer)).answer).toMatchObject({ status: "open" });
    expect((await comeBack("cs_test_nobody", buyer)).answer).toEqual({ kind: "neutral" });
    for (const nonsense of ["", "%00", "cs_test_%00", "x".repeat(5000)])
      expect((await comeBack(nonsense, buyer)).answer).toEqual({ kind: "neutral" });
  });

  test("while Stripe cannot be read says that it is being processed, never that it failed", async () => {
    const { sessionId, buyer } = await paidUnnoticed();
    await panel("faults", { answers: [{ path: "/v1/checkout/sessions", method: "GET", status: 500, times: 3 }] });
    expect((await comeBack(sessionId, buyer)).answer).toMatchObject({ status: "processing" });
  });
});

describe("orders and receipts", () => {
  const receipt = (reference: string, viewer: Viewer) =>
    orderLoader({ request: new Request(`${SHOP_ORIGIN}/account/orders/${reference}`), params: { reference }, context: contextOf(viewer) });

  test("a buyer sees their own order with seller, tax and withdrawal text; nobody else does", async () => {
    const { orderId, buyer } = await paidUnnoticed({ company: "Zorggroep", companyReference: "KP-7" });
    await deliver();
    const { reference } = await db.order.findUniqueOrThrow({ where: { id: orderId } });
    const list = await ordersLoader({ request: new Request(`${SHOP_ORIGIN}/account/orders`), params: {}, context: contextOf(buyer) });
    expect(list.orders.map((order) => order.reference)).toEqual([reference]);
    const page = await receipt(reference, buyer);
    expect(page).toMatchObject({ paid: true, playMoney: true, state: "paid", withdrawal: { free: true } });
    expect(page.amounts.map(({ label, value }) => `${label} ${value.replace(/\s/g, " ")}`)).toEqual([
      "Prijs zonder btw € 78,51",
      "Btw 21% € 16,49",
      "Totaal € 95,00",
    ]);
    expect(await thrown(receipt("\0", buyer))).toEqual([404, null]);
    const printed = JSON.stringify(page).replace(/\s/g, " ");
    for (const words of [
      "Zorggroep",
      "KP-7",
      "€ 95,00",
      "€ 16,49",
      "Btw 21%",
      "Proefkring BV",
      "12345678",
      "Ik verzoek uitdrukkelijk",
      "iDEAL",
    ])
      expect(printed).toContain(words);
    expect(await thrown(receipt(reference, await somebody()))).toEqual([404, null]);
    expect(await thrown(receipt(reference, null))).toEqual([303, `/login?next=${encodeURIComponent(`/account/orders/${reference}`)}`]);
  });

  test("the way to the course is shown while the order gives access to it, and not after the money went back", async () => {
    const { orderId, buyer, sessionId } = await paidUnnoticed();
    const { reference } = await db.order.findUniqueOrThrow({ where: { id: orderId } });
    expect(await receipt(reference, buyer)).toMatchObject({ paid: false, toCourse: false });
    await deliver();
    expect(await receipt(reference, buyer)).toMatchObject({ paid: true, toCourse: true });
    await panel("refund", { session: sessionId });
    await deliver();
    expect(await receipt(reference, buyer)).toMatchObject({ paid: true, state: "refunded", toCourse: false });
  });

  test("an order with a VAT number offers no consumer's withdrawal, on the page nor in the letter", async () => {
    const { orderId, buyer } = await paidUnnoticed({ vatId: "NL123456789B01" });
    await deliver();
    const { reference } = await db.order.findUniqueOrThrow({ where: { id: orderId } });
    const page = await receipt(reference, buyer);
    expect(page.withdrawal).toMatchObject({ free: false, text: expect.stringContaining("geldt daarvoor niet") });
    const markup = renderToStaticMarkup(createElement(ReceiptView, page));
    expect(markup).toContain("Besteld met een btw-nummer");
    expect(markup).not.toMatch(/herroep/i);
    const letter = await db.outboxMail.findUniqueOrThrow({ where: { key: `receipt:${orderId}` }, select: { text: true } });
    expect(letter.text).toContain("geldt daarvoor niet");
    expect(letter.text).not.toMatch(/herroep/i);
  });

  test("an order that nobody paid is no receipt, and stays in the list when it has lapsed", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    await press(course, buyer);
    const { reference } = await db.order.findFirstOrThrow({});
    expect(await receipt(reference, buyer)).toMatchObject({ paid: false, state: "open" });
    await forward(3700);
    await panel("deliver", {});
    await reconcileOpen(now());
    const list = await ordersLoader({ request: new Request(`${SHOP_ORIGIN}/account/orders`), params: {}, context: contextOf(buyer) });
    expect(list.orders).toMatchObject([{ reference, state: "expired", lines: [{ courseSlug: course.slug }] }]);
    expect(await receipt(reference, buyer)).toMatchObject({ paid: false, state: "expired", courseSlug: course.slug });
  });

  test("the right to withdraw is told of what was paid or is being paid, and of nothing else", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    await press(course, buyer);
    const { id, reference } = await db.order.findFirstOrThrow({});
    const unpaid = await receipt(reference, buyer);
    expect(unpaid.withdrawal).toBeNull();
    expect(renderToStaticMarkup(createElement(ReceiptView, unpaid))).not.toMatch(/bedenktijd|herroep/i);
    const { sessionId } = await db.paymentAttempt.findFirstOrThrow({ where: { orderId: id } });
    await panel("pay", { session: sessionId, method: "sepa_debit" });
    await comeBack(sessionId ?? "", buyer);
    expect(await receipt(reference, buyer)).toMatchObject({ paid: false, state: "waiting-for-bank", withdrawal: { free: true } });
    await db.order.update({ where: { id }, data: { state: "failed", openKey: null } });
    expect((await receipt(reference, buyer)).withdrawal).toBeNull();
  });

  test("who orders again after an order lapsed finds what they typed, chooses anew when to begin, and nobody else sees any of it", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    await press(course, buyer, { company: "Zorggroep", companyReference: "KP-7", withdrawalChoice: "wait" });
    expect((await visit(course, buyer)).typedBefore).toBeNull();
    await forward(3700);
    await panel("deliver", {});
    await reconcileOpen(now());
    const { begun, typedBefore } = await visit(course, buyer);
    expect(begun).toBeNull();
    expect(typedBefore).toEqual({ company: "Zorggroep", companyReference: "KP-7", vatId: "" });
    expect(await shown({ values: typedBefore ?? {} })).not.toContain("checked");
    expect((await visit(course, await somebody())).typedBefore).toBeNull();
    expect((await visit(await courseForSale(), buyer)).typedBefore).toBeNull();
  });
});

describe("the course's own page", () => {
  const offered = async (course: TestCourse, viewer: Viewer) => {
    const page = await coursePage(course.slug, now());
    if (!page) throw new Error("no page");
    return saleFor(page, { viewer, now: now() });
  };

  test("leads who has an order under way to that order instead of selling a second one; to others it sells", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    expect(await offered(course, buyer)).toMatchObject({ kind: "for-sale" });
    await press(course, buyer);
    const { id, reference } = await db.order.findFirstOrThrow({});
    expect(await offered(course, buyer)).toEqual({ kind: "ordered", reference, by: "buyer" });
    const { sessionId } = await db.paymentAttempt.findFirstOrThrow({ where: { orderId: id } });
    await panel("pay", { session: sessionId, method: "sepa_debit" });
    await comeBack(sessionId ?? "", buyer);
    expect(await offered(course, buyer)).toEqual({ kind: "ordered", reference, by: "bank" });
    expect(await offered(course, await somebody())).toMatchObject({ kind: "for-sale" });
    expect(await offered(course, null)).toMatchObject({ kind: "for-sale" });
  });

  test("sells again once an order lapsed unpaid", async () => {
    const course = await courseForSale();
    const buyer = await somebody();
    await press(course, buyer);
    await forward(3700);
    await panel("deliver", {});
    await reconcileOpen(now());
    expect(await offered(course, buyer)).toMatchObject({ kind: "for-sale" });
  });
});

test("the hook answers only POST", async () => {
  expect(hookPage().status).toBe(405);
  const put = await hook({
    request: new Request(`${SHOP_ORIGIN}/hooks/stripe`, { method: "PUT", body: "{}" }),
    params: {},
    context: contextOf(null),
  });
  expect(put.status).toBe(405);
});
