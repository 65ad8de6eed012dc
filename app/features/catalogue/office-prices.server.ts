import { recordAudit } from "#app/platform/audit.server.ts";
import { db, type Tx } from "#app/platform/db.server.ts";
import { courseTitles } from "./courses.server.ts";
import { lastDayBefore } from "./office-days.ts";
import { type EndRefusal, endOfPrice, interrupts, overlap, type PriceStanding, type PriceWindow, priceStanding } from "./price-windows.ts";
import type { VatTreatment } from "./prices.server.ts";

const priceSelect = {
  id: true,
  courseSlug: true,
  amountCents: true,
  currency: true,
  vatTreatment: true,
  minimumQuantity: true,
  validFrom: true,
  validTo: true,
} as const;

export interface OfficePrice extends PriceWindow {
  id: string;
  courseSlug: string;
  /** VAT included, for one place */
  amountCents: number;
  currency: string;
  vatTreatment: VatTreatment;
  minimumQuantity: number;
  /** a moment of the last day it holds; null: until it is ended */
  lastDay: Date | null;
  standing: PriceStanding;
}

export interface CoursePrices {
  slug: string;
  title: string;
  /** the newest window first */
  prices: OfficePrice[];
}

/** Every course with every price it has, had or will have. */
export async function allPrices(now: Date): Promise<CoursePrices[]> {
  const [courses, rows] = await Promise.all([
    db.course.findMany({ orderBy: { slug: "asc" }, select: { slug: true } }),
    db.offer.findMany({ orderBy: [{ validFrom: "desc" }, { createdAt: "desc" }], select: priceSelect }),
  ]);
  const titles = await courseTitles(
    db,
    courses.map(({ slug }) => slug),
  );
  return courses.map(({ slug }) => ({
    slug,
    title: titles[slug] ?? slug,
    prices: rows.filter(({ courseSlug }) => courseSlug === slug).map((row) => priceAt(row, now)),
  }));
}

/** One price, or null for an id that is none. */
export async function onePrice(id: string, now: Date): Promise<OfficePrice | null> {
  const row = await db.offer.findUnique({ where: { id }, select: priceSelect });
  return row && priceAt(row, now);
}

type Row = Omit<OfficePrice, "standing" | "lastDay" | "vatTreatment"> & { vatTreatment: string };
const priceAt = (row: Row, now: Date): OfficePrice => ({
  ...row,
  vatTreatment: row.vatTreatment as VatTreatment,
  lastDay: row.validTo && lastDayBefore(row.validTo),
  standing: priceStanding(row, now),
});

export interface NewPrice {
  slug: string;
  amountCents: number;
  vatTreatment: VatTreatment;
  minimumQuantity: number;
  /** the first moment of a day; of today it holds from now on */
  from: Date;
  /** the moment it no longer holds; null: until it is ended */
  to: Date | null;
  /** the running price that may be interrupted for it, once somebody has seen what that comes to */
  interrupting?: string | null;
  actorId: string;
}

export type AddRefusal =
  | { ok: false; reason: "begins-in-past" | "ends-before-it-begins" }
  | { ok: false; reason: "overlaps"; with: OfficePrice };
/** Nothing was added yet: the price falls within this one, which can be interrupted for it. */
export interface InterruptQuestion {
  ok: false;
  reason: "interrupts";
  running: OfficePrice;
  amountCents: number;
  from: Date;
  /** the moment from which the running price goes on */
  to: Date;
}
export type AddAnswer = { ok: true } | { ok: false; reason: "unknown-course" } | AddRefusal | InterruptQuestion;

/**
 * Adds a price to a course. Two prices never hold at once, and no amount is ever changed. A price for a while within a running one asks first;
 * told to go on, it ends the running one where it begins itself and has the same amount go on after it, all of it at once.
 */
export async function addPrice(price: NewPrice, today: Date, now: Date): Promise<AddAnswer> {
  if (price.from < today) return { ok: false, reason: "begins-in-past" };
  const validFrom = price.from < now ? now : price.from;
  if (price.to !== null && price.to <= validFrom) return { ok: false, reason: "ends-before-it-begins" };
  const { slug: courseSlug, amountCents, vatTreatment, minimumQuantity, to: validTo } = price;
  return db.$transaction(async (tx) => {
    if (!(await oneAtATime(tx, courseSlug))) return { ok: false, reason: "unknown-course" };
    const rivals = await tx.offer.findMany({ where: { courseSlug, minimumQuantity }, orderBy: { validFrom: "asc" }, select: priceSelect });
    const inTheWay = rivals.filter((one) => overlap(one, { validFrom, validTo }));
    const [rival] = inTheWay;
    const passing = { validFrom, validTo };
    if (rival && inTheWay.length === 1 && interrupts(passing, rival)) {
      if (price.interrupting !== rival.id)
        return { ok: false, reason: "interrupts", running: priceAt(rival, now), amountCents, from: validFrom, to: passing.validTo };
      await closePrice(tx, rival, validFrom, price.actorId, now);
      const { id: continues, validTo: until, ...same } = rival;
      await createPrice(tx, { ...same, validFrom: passing.validTo, validTo: until }, { actorId: price.actorId, continues }, now);
    } else if (rival) return { ok: false, reason: "overlaps", with: priceAt(rival, now) };
    const wished = { courseSlug, amountCents, currency: "EUR", vatTreatment, minimumQuantity, validFrom, validTo };
    await createPrice(tx, wished, { actorId: price.actorId }, now);
    return { ok: true };
  });
}

/** Writes a price and who added it. @param by.continues the price of which this one is the rest */
async function createPrice(tx: Tx, price: Omit<Row, "id">, by: { actorId: string; continues?: string }, now: Date): Promise<void> {
  const { actorId, ...how } = by;
  const { id } = await tx.offer.create({ data: { ...price, createdAt: now }, select: { id: true } });
  const { courseSlug, amountCents, vatTreatment, minimumQuantity, validFrom, validTo } = price;
  await recordAudit(tx, {
    actor: { kind: "office", id: actorId },
    action: "catalogue.price-added",
    subject: { kind: "offer", id },
    data: {
      courseSlug,
      amountCents,
      vatTreatment,
      minimumQuantity,
      validFrom: validFrom.toISOString(),
      validTo: validTo?.toISOString() ?? null,
      ...how,
    },
    now,
  });
}

/** Has a price end at a moment, and writes down who ended it. */
async function closePrice(tx: Tx, price: Row, validTo: Date, actorId: string, now: Date): Promise<void> {
  await tx.offer.update({ where: { id: price.id }, data: { validTo }, select: { id: true } });
  await recordAudit(tx, {
    actor: { kind: "office", id: actorId },
    action: "catalogue.price-ended",
    subject: { kind: "offer", id: price.id },
    data: { courseSlug: price.courseSlug, amountCents: price.amountCents, validTo: validTo.toISOString() },
    now,
  });
}

export type EndAnswer = { ok: true } | { ok: false; reason: EndRefusal | "unknown-price" };

/** Ends a price, now or after a day. @param endOfDay the moment that day is over; null: now */
export async function endPrice(
  { id, endOfDay, actorId }: { id: string; endOfDay: Date | null; actorId: string },
  now: Date,
): Promise<EndAnswer> {
  return db.$transaction(async (tx) => {
    const found = await tx.offer.findUnique({ where: { id }, select: { courseSlug: true } });
    if (!found) return { ok: false, reason: "unknown-price" };
    await oneAtATime(tx, found.courseSlug);
    const price = await tx.offer.findUniqueOrThrow({ where: { id }, select: priceSelect });
    const end = endOfPrice(price, endOfDay, now);
    if (!end.ok) return end;
    await closePrice(tx, price, end.validTo, actorId, now);
    return { ok: true };
  });
}

/** Two people of the office who change the prices of one course do so after one another. @returns whether there is such a course */
async function oneAtATime(tx: Tx, courseSlug: string): Promise<boolean> {
  return (await tx.$executeRaw`select 1 from course where slug = ${courseSlug} for update`) > 0;
}
