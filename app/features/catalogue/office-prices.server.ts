import { recordAudit } from "#app/platform/audit.server.ts";
import { db, type Tx } from "#app/platform/db.server.ts";
import { courseTitles } from "./courses.server.ts";
import { lastDayBefore } from "./office-days.ts";
import { type EndRefusal, endOfPrice, overlap, type PriceStanding, type PriceWindow, priceStanding } from "./price-windows.ts";
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
  actorId: string;
}

export type AddRefusal =
  | { ok: false; reason: "begins-in-past" | "ends-before-it-begins" }
  | { ok: false; reason: "overlaps"; with: OfficePrice };
export type AddAnswer = { ok: true } | { ok: false; reason: "unknown-course" } | AddRefusal;

/** Adds a price to a course. What was ever asked for a place stays as it was: two prices never hold at once, and none is changed. */
export async function addPrice(price: NewPrice, today: Date, now: Date): Promise<AddAnswer> {
  if (price.from < today) return { ok: false, reason: "begins-in-past" };
  const validFrom = price.from < now ? now : price.from;
  if (price.to !== null && price.to <= validFrom) return { ok: false, reason: "ends-before-it-begins" };
  const { slug: courseSlug, amountCents, vatTreatment, minimumQuantity, to: validTo } = price;
  return db.$transaction(async (tx) => {
    if (!(await oneAtATime(tx, courseSlug))) return { ok: false, reason: "unknown-course" };
    const rivals = await tx.offer.findMany({ where: { courseSlug, minimumQuantity }, orderBy: { validFrom: "asc" }, select: priceSelect });
    const rival = rivals.find((one) => overlap(one, { validFrom, validTo }));
    if (rival) return { ok: false, reason: "overlaps", with: priceAt(rival, now) };
    const { id } = await tx.offer.create({
      data: { courseSlug, amountCents, vatTreatment, minimumQuantity, validFrom, validTo, createdAt: now },
      select: { id: true },
    });
    await recordAudit(tx, {
      actor: { kind: "office", id: price.actorId },
      action: "catalogue.price-added",
      subject: { kind: "offer", id },
      data: {
        courseSlug,
        amountCents,
        vatTreatment,
        minimumQuantity,
        validFrom: validFrom.toISOString(),
        validTo: validTo?.toISOString() ?? null,
      },
      now,
    });
    return { ok: true };
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
    await tx.offer.update({ where: { id }, data: { validTo: end.validTo }, select: { id: true } });
    await recordAudit(tx, {
      actor: { kind: "office", id: actorId },
      action: "catalogue.price-ended",
      subject: { kind: "offer", id },
      data: { courseSlug: price.courseSlug, amountCents: price.amountCents, validTo: end.validTo.toISOString() },
      now,
    });
    return { ok: true };
  });
}

/** Two people of the office who change the prices of one course do so after one another. @returns whether there is such a course */
async function oneAtATime(tx: Tx, courseSlug: string): Promise<boolean> {
  return (await tx.$executeRaw`select 1 from course where slug = ${courseSlug} for update`) > 0;
}
