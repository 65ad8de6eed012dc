import { randomUUID } from "node:crypto";
import type { Viewer } from "#app/features/accounts/sessions.server.ts";
import { accessTo } from "#app/features/enrolment/access.server.ts";
import { type CheckoutAnswer, type CheckoutForm, startCheckout } from "#app/features/payments/checkout.server.ts";
import { withdrawalTexts } from "#app/features/payments/withdrawal.ts";
import { db } from "#app/platform/db.server.ts";
import { now, panel } from "./stripe-shop.ts";

/** Words for stories about buying. */

export interface TestCourse {
  slug: string;
  title: string;
  editionId: string;
  offerId: string;
  amountCents: number;
}

const provider = {
  tradeName: "De Proefkring",
  legalName: "Proefkring BV",
  address: { street: "Laan 1", postcode: "1000 AA", city: "Utrecht", country: "NL" },
  kvk: "12345678",
  crkbo: false,
  vatId: "NL000000000B00",
  iban: null,
  contact: { name: "Cursusbureau", phone: "+31 20 000 00 00", email: "bureau@example.org" },
  signatory: { name: "Cursusbureau", role: "namens de aanbieder" },
  note: null,
  complaints: { nl: "Mail ons.", en: "Write to us." },
};

/** A course on sale, with a price. */
export async function courseForSale({ cents = 9500, vat = "standard_21", state = "on-sale", offered = true } = {}): Promise<TestCourse> {
  const slug = `cursus-${randomUUID().slice(0, 8)}`;
  const title = "Eenzaamheid begrijpen";
  await db.provider.upsert({ where: { id: 1 }, create: { id: 1, details: provider }, update: {} });
  await db.course.create({ data: { slug, kind: "module" } });
  const edition = await db.edition.create({ data: { courseSlug: slug, number: "2026.1", state, requirements: [], requirementsHash: "x" } });
  await db.editionRevision.create({
    data: {
      editionId: edition.id,
      revision: 1,
      contentHash: slug,
      author: "test",
      reason: "test",
      source: {},
      compiled: {
        ...{ slug, title, titleEn: null, delivery: "service", accessMonths: 12, edition: "2026.1" },
        ...{ modules: [], references: {}, studyLoad: {} },
      },
      compilerVersion: 1,
    },
  });
  const offer = offered ? await setPrice(slug, cents, vat) : { id: randomUUID() };
  return { slug, title, editionId: edition.id, offerId: offer.id, amountCents: cents };
}

/** A price from now on. */
export async function setPrice(courseSlug: string, amountCents: number, vatTreatment = "standard_21") {
  return db.offer.create({
    data: { courseSlug, amountCents, vatTreatment, validFrom: new Date(Date.now() - 60_000 + serial++) },
    select: { id: true },
  });
}
let serial = 0;

export async function somebody(changes: { email?: string; name?: string } = {}): Promise<Viewer> {
  const email = changes.email ?? `${randomUUID().slice(0, 8)}@example.org`;
  const person = await db.person.create({
    data: { email, emailKey: email.toLowerCase(), name: changes.name ?? "Anna de Wit", emailVerifiedAt: new Date() },
  });
  return { id: person.id, name: person.name, email: person.email, locale: "nl", role: "learner", emailVerified: true };
}

/** The order form as sent from the page. */
export function formFor(course: TestCourse, changes: Partial<CheckoutForm> = {}): CheckoutForm {
  return {
    slug: course.slug,
    offerId: course.offerId,
    amountCents: course.amountCents,
    company: null,
    companyReference: null,
    vatId: null,
    withdrawalChoice: "start-now",
    withdrawalVersion: withdrawalTexts("service", "nl", changes.vatId ?? null).version,
    locale: "nl",
    ...changes,
  };
}

export const buy = (buyer: Viewer, course: TestCourse, changes: Partial<CheckoutForm> = {}): Promise<CheckoutAnswer> =>
  startCheckout(buyer, formFor(course, changes), now());

/** The session behind a payment address. */
export function sessionIn(url: string): string {
  return /\/c\/pay\/(cs_test_\w+)/.exec(url)?.[1] ?? "";
}

/** Presses Buy and ends up on the payment page. */
export async function onPaymentPage(buyer: Viewer, course: TestCourse, changes: Partial<CheckoutForm> = {}) {
  const answer = await buy(buyer, course, changes);
  if (!answer.ok) throw new Error(`the checkout was refused: ${answer.reason}`);
  const sessionId = sessionIn(answer.url);
  const attempt = await db.paymentAttempt.findUniqueOrThrow({ where: { sessionId } });
  return { url: answer.url, sessionId, orderId: attempt.orderId };
}

/** A buyer who has paid; nobody has told the shop. */
export async function paidUnnoticed({ method = "ideal", ...changes }: { method?: string } & Partial<CheckoutForm> = {}) {
  const course = await courseForSale();
  const buyer = await somebody();
  const page = await onPaymentPage(buyer, course, changes);
  await panel("pay", { session: page.sessionId, method });
  return { course, buyer, ...page };
}

/** Everything an order came to, to compare end states with: no ids, no times. */
export async function outcome(orderId: string) {
  const order = await db.order.findUniqueOrThrow({
    where: { id: orderId },
    select: {
      state: true,
      reviewReason: true,
      openKey: true,
      personId: true,
      disputed: true,
      payments: { select: { role: true, amountCents: true, method: true } },
      attempts: { select: { state: true } },
      lines: { select: { id: true } },
    },
  });
  const grounds = await db.ground.findMany({
    where: { source: { in: order.lines.map(({ id }) => id) } },
    select: { kind: true, mode: true, endReason: true },
  });
  const letters = await db.outboxMail.findMany({ where: { key: { endsWith: orderId } }, select: { kind: true }, orderBy: { kind: "asc" } });
  const { personId: _person, lines: _lines, openKey, ...rest } = order;
  return {
    ...rest,
    holdsKey: openKey !== null,
    grounds,
    letters: letters.map(({ kind }) => kind),
    enrolments: await db.enrolment.count({ where: { grounds: { some: { source: { in: order.lines.map(({ id }) => id) } } } } }),
  };
}

export const stateOf = async (orderId: string) =>
  (await db.order.findUniqueOrThrow({ where: { id: orderId }, select: { state: true } })).state;
export const mayEnter = async (person: Viewer, course: TestCourse, at = now()) => (await accessTo(db, person.id, course.slug, at)).ok;
