import { describe, expect, test } from "vitest";
import { client, forward, order, origin, panel, restart, shop, withSandbox } from "./harness.ts";

withSandbox({ redirectWaitMs: 3000 });

const SHOP = "http://localhost:3000";
const buyer = { email: "koper@example.org", name: "Kim Koper" };
const card = (number: string) => ({ ...buyer, method: "card", number, expiry: "12/34", cvc: "123" });

/** A browser without JavaScript and without cookies: it follows no redirect by itself. */
async function get(path: string) {
  const response = await fetch(new URL(path, origin()), { redirect: "manual" });
  return { status: response.status, location: response.headers.get("location"), headers: response.headers, text: await response.text() };
}
async function post(path: string, fields: Record<string, string>) {
  const response = await fetch(new URL(path, origin()), { method: "POST", redirect: "manual", body: new URLSearchParams(fields) });
  return { status: response.status, location: response.headers.get("location"), text: await response.text() };
}
const start = async (changes: Parameters<typeof order>[0] = {}, cents?: number) => {
  const session = await client().checkout.sessions.create(order(changes, cents));
  return { id: session.id, page: `/c/pay/${session.id}` };
};
const state = (id: string) => client().checkout.sessions.retrieve(id);
/** Chooses a bank method and answers at the bank. */
async function atBank(page: string, method: string, answer: string, extra: Record<string, string> = {}) {
  const chosen = await post(page, { ...buyer, method, ...extra });
  expect([chosen.status, chosen.location]).toEqual([303, `${page}/bank`]);
  const bank = await get(`${page}/bank`);
  const attempt = /name="attempt" value="(\w+)"/.exec(bank.text)?.[1] ?? "";
  return { bank, attempt, done: await post(`${page}/bank`, { attempt, answer }) };
}

describe("the page", () => {
  test("says that no money moves, and shows shop, line, total and e-mail address in Dutch", async () => {
    const { page } = await start({ customer_email: "vast@example.org" });
    const { text, status } = await get(page);
    expect(status).toBe(200);
    for (const part of [
      "Oefenomgeving: er gaat geen geld om",
      "<h1>Kring</h1>",
      "Eenzaamheid begrijpen",
      "295,00",
      'value="vast@example.org" readonly',
      'lang="nl"',
      "Terug naar Kring",
    ])
      expect(text).toContain(part);
  });

  test("speaks English when the session does", async () => {
    const { page } = await start({ locale: "en" });
    const { text } = await get(page);
    for (const part of ['lang="en"', "Practice environment: no money moves", "Pay €295.00"]) expect(text).toContain(part);
  });

  test("has no script, forbids all scripts, and lets its form end at the shop", async () => {
    const { page } = await start();
    const { text, headers } = await get(page);
    const policy = headers.get("content-security-policy") ?? "";
    expect(text).not.toMatch(/<script|\son\w+=/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`form-action 'self' ${SHOP}`);
    expect(policy).not.toContain("unsafe-inline");
  });

  test("labels every field that can be filled in", async () => {
    const { page } = await start({
      billing_address_collection: "required",
      allowed_payment_method_types: ["card", "ideal", "sepa_debit"],
      consent_collection: { terms_of_service: "required" },
      tax_id_collection: { enabled: true },
    });
    const { text } = await get(page);
    const ids = Array.from(text.matchAll(/<(?:input|select)[^>]* id="([^"]+)"/g), (match) => match[1]);
    expect(ids).toEqual(expect.arrayContaining(["email", "name", "line1", "country", "method-card", "number", "iban", "terms", "tax_id"]));
    for (const id of ids) expect(text, String(id)).toContain(`for="${id}"`);
    // Nothing is chosen or ticked beforehand.
    expect(text).not.toMatch(/<input[^>]* checked/);
  });

  test("offers SEPA only when the session allows it, and only what it allows", async () => {
    const plain = (await get((await start()).page)).text;
    for (const part of ["iDEAL | Wero", "Kaart", "Bancontact"]) expect(plain).toContain(part);
    expect(plain).not.toContain("SEPA-incasso");
    const sepa = (await get((await start({ allowed_payment_method_types: ["sepa_debit", "ideal"] })).page)).text;
    expect(sepa).toContain("SEPA-incasso");
    expect(sepa).not.toContain("Bancontact");
  });

  test("shows what a shop wrote as text, never as markup", async () => {
    const line = order().line_items?.[0];
    const { page } = await start({
      line_items: [
        { ...line, price_data: { currency: "eur", unit_amount: 100, product_data: { name: '<img src=x onerror="alert(1)">' } } },
      ],
    });
    const { text } = await get(page);
    expect(text).not.toContain("<img");
    expect(text).toContain("&#60;img");
  });
});

describe("paying", () => {
  test("with iDEAL | Wero: the bank approves, and the buyer comes back to the shop with the session's id", async () => {
    const { id, page } = await start();
    const { bank, done } = await atBank(page, "ideal", "approve");
    for (const part of ["Betaling goedkeuren", "Betaling weigeren", "Later", "295,00"]) expect(bank.text).toContain(part);
    expect([done.status, done.location]).toEqual([303, `${SHOP}/bedankt?session=${id}`]);
    expect(await state(id)).toMatchObject({
      payment_status: "paid",
      customer_details: { email: "koper@example.org", name: "Kim Koper", address: { country: "NL" } },
    });
  });

  test("with Bancontact, refused: back on the page with a clear message, and still payable", async () => {
    const { id, page } = await start();
    const { done } = await atBank(page, "bancontact", "refuse");
    expect(done.location).toBe(`${page}?notice=refused`);
    const again = await get(done.location ?? "");
    expect(again.text).toContain("De betaling is geweigerd. Er is niets afgeschreven.");
    expect(again.text).toContain('role="alert"');
    expect(again.text).toContain('value="koper@example.org"');
    expect((await state(id)).status).toBe("open");
    expect((await atBank(page, "bancontact", "approve")).done.location).toContain("/bedankt");
  });

  test("later: the buyer leaves the bank, nothing is decided, the page still works", async () => {
    const { id, page } = await start();
    const { done, attempt } = await atBank(page, "ideal", "later");
    expect(done.location).toBe(`${SHOP}/masterclass`);
    expect((await state(id)).status).toBe("open");
    expect((await get(page)).status).toBe(200);
    expect((await post(`${page}/bank`, { attempt, answer: "approve" })).location).toContain("/bedankt");
  });

  test.each([
    ["4242 4242 4242 4242", /\/bedankt/, "paid"],
    ["4000 0000 0000 0259", /\/bedankt/, "paid"],
    ["4000 0000 0000 0002", /notice=refused/, "unpaid"],
    ["4000 0027 6000 3184", /\/bank$/, "unpaid"],
  ])("with card %s", async (number, goesTo, status) => {
    const { id, page } = await start();
    expect((await post(page, card(number))).location).toMatch(goesTo);
    expect((await state(id)).payment_status).toBe(status);
  });

  test("with 3-D Secure approved at the bank", async () => {
    const { id, page } = await start();
    await post(page, card("4000002760003184"));
    const bank = await get(`${page}/bank`);
    expect(bank.text).toContain("3-D Secure");
    const attempt = /name="attempt" value="(\w+)"/.exec(bank.text)?.[1] ?? "";
    expect((await post(`${page}/bank`, { attempt, answer: "approve" })).location).toContain("/bedankt");
    const [charge] = (await client().charges.list()).data;
    expect(charge?.payment_method_details?.card).toMatchObject({ last4: "3184", three_d_secure: { result: "authenticated" } });
    expect((await state(id)).payment_status).toBe("paid");
  });

  test("with SEPA: the mandate completes, the money comes later, and the failing account fails", async () => {
    const good = await start({ allowed_payment_method_types: ["sepa_debit"] });
    const { bank, done } = await atBank(good.page, "sepa_debit", "approve", { iban: "DE89 3704 0044 0532 0130 00" });
    expect(bank.text).toContain("Machtiging geven");
    expect(bank.text).not.toContain("Betaling weigeren");
    expect(done.location).toContain("/bedankt");
    const bad = await start({ allowed_payment_method_types: ["sepa_debit"] });
    await atBank(bad.page, "sepa_debit", "approve", { iban: "DE62370400440532013001" });
    expect([(await state(good.id)).payment_status, (await state(bad.id)).payment_status]).toEqual(["unpaid", "unpaid"]);
    await forward(5 * 86_400 + 1);
    await panel("deliver", {});
    expect([(await state(good.id)).payment_status, (await state(bad.id)).payment_status]).toEqual(["paid", "unpaid"]);
    expect(shop.of("checkout.session.async_payment_failed")).toHaveLength(1);
  });

  test("nothing: one button finishes the order", async () => {
    const { id, page } = await start({}, 0);
    const { text } = await get(page);
    expect(text).toContain("Bestelling afronden");
    expect(text).not.toContain("iDEAL");
    expect((await post(page, buyer)).location).toBe(`${SHOP}/bedankt?session=${id}`);
    expect((await state(id)).payment_status).toBe("no_payment_required");
  });

  test("with an address, a tax number and consent, which the session then shows", async () => {
    const { id, page } = await start({
      billing_address_collection: "required",
      tax_id_collection: { enabled: true },
      name_collection: { business: { enabled: true } },
      consent_collection: { terms_of_service: "required" },
    });
    await atBank(page, "ideal", "approve", {
      line1: "Kerkstraat 1",
      postal_code: "1000",
      city: "Brussel",
      country: "BE",
      tax_id: "BE0123456789",
      business_name: "Zorg nv",
      terms: "yes",
    });
    expect(await state(id)).toMatchObject({
      consent: { terms_of_service: "accepted" },
      customer_details: {
        business_name: "Zorg nv",
        address: { city: "Brussel", country: "BE" },
        tax_ids: [{ type: "eu_vat", value: "BE0123456789" }],
      },
    });
  });
});

describe("what is filled in wrongly", () => {
  test("is said at the field and in a summary that gets the focus, and what was right is kept", async () => {
    const { id, page } = await start({ consent_collection: { terms_of_service: "required" } });
    const sent = await post(page, { email: "geen adres", name: "Kim Koper", method: "card", number: "1234", expiry: "12/20", cvc: "1" });
    expect(sent.status).toBe(422);
    for (const part of [
      "Controleer je gegevens",
      "autofocus",
      'href="#number"',
      'id="number-error"',
      "Vul een geldig e-mailadres in.",
      "Ga akkoord met de voorwaarden",
      'value="Kim Koper"',
    ])
      expect(sent.text).toContain(part);
    expect((await state(id)).payment_intent).toBeNull();
  });

  test.each([
    ["", "Kies hoe je wilt betalen."],
    ["sepa_debit", "Kies hoe je wilt betalen."],
    ["giropay", "Kies hoe je wilt betalen."],
  ])("method %j is refused", async (method, message) => {
    const { page } = await start();
    expect((await post(page, { ...buyer, method })).text).toContain(message);
  });

  test("an IBAN with a wrong check digit is refused", async () => {
    const { page } = await start({ allowed_payment_method_types: ["sepa_debit"] });
    expect((await post(page, { ...buyer, method: "sepa_debit", iban: "DE88370400440532013000" })).text).toContain(
      "Vul een geldig IBAN in.",
    );
  });
});

describe("pages that have had their time", () => {
  test("a paid page says so and leads back to the shop", async () => {
    const { id, page } = await start();
    await atBank(page, "ideal", "approve");
    const { text, status } = await get(page);
    expect([status, text.includes("Deze betaling is al gedaan"), text.includes(`${SHOP}/bedankt?session=${id}`)]).toEqual([
      200,
      true,
      true,
    ]);
  });

  test("a double submit pays once", async () => {
    const { page } = await start();
    const both = await Promise.all([post(page, card("4242424242424242")), post(page, card("4242424242424242"))]);
    expect(both.map((one) => one.status).filter((status) => status === 303 || status === 200)).toHaveLength(2);
    expect((await client().charges.list()).data).toHaveLength(1);
  });

  test("an expired page says that nothing was charged; a late approval changes nothing", async () => {
    const { id, page } = await start();
    const chosen = await post(page, { ...buyer, method: "ideal" });
    expect(chosen.status).toBe(303);
    await client().checkout.sessions.expire(id);
    const late = await post(`${page}/bank`, { attempt: "whatever", answer: "approve" });
    expect([late.status, late.text.includes("Er is niets afgeschreven")]).toEqual([410, true]);
    expect((await state(id)).payment_status).toBe("unpaid");
  });

  test("a page whose time is up cannot be paid, even before the sweep", async () => {
    const { page } = await start();
    await forward(86_401);
    expect((await post(page, card("4242424242424242"))).status).toBe(410);
  });

  test("an attempt that another tab replaced is sent back to choose again", async () => {
    const { id, page } = await start();
    const first = await atBank(page, "ideal", "later");
    await post(page, { ...buyer, method: "bancontact" });
    const stale = await post(`${page}/bank`, { attempt: first.attempt, answer: "approve" });
    expect(stale.location).toBe(`${page}?notice=replaced`);
    expect((await get(stale.location ?? "")).text).toContain("in een ander venster");
    expect((await state(id)).status).toBe("open");
  });

  test("an unknown page is a kind 404", async () => {
    const { status, text } = await get("/c/pay/cs_test_nothing");
    expect([status, text.includes("bestaat niet")]).toEqual([404, true]);
  });
});

describe("the way back", () => {
  test("waits until the shop has taken the completed event", async () => {
    shop.answer = () => ({ status: 200, afterMs: 400 });
    const { page } = await start();
    const began = Date.now();
    await post(page, card("4242424242424242"));
    expect(Date.now() - began).toBeGreaterThanOrEqual(390);
    expect(shop.of("checkout.session.completed")).toHaveLength(1);
  });

  test("is kept open while the sandbox stops: the waiting buyer still gets back to the shop", async () => {
    shop.answer = () => ({ status: 200, afterMs: 500 });
    const { page } = await start();
    const paying = post(page, card("4242424242424242"));
    await expect.poll(() => shop.received.length, { timeout: 3000 }).toBe(1);
    await restart();
    expect((await paying).location).toContain("/bedankt");
  });

  test("does not wait longer than the limit, nor for a shop that fails or an endpoint that is off", async () => {
    const time = async () => {
      const { page } = await start();
      const began = Date.now();
      expect((await post(page, card("4242424242424242"))).status).toBe(303);
      return Date.now() - began;
    };
    shop.answer = () => ({ status: 500 });
    expect(await time()).toBeLessThan(2500);
    await panel("faults", { endpoint: "off" });
    expect(await time()).toBeLessThan(2500);
    await panel("faults", { endpoint: "on", delayMs: 60_000 });
    const waited = await time();
    expect(waited).toBeGreaterThanOrEqual(2900);
    expect(waited).toBeLessThan(9000);
  });
});
