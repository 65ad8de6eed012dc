import type { Tx } from "#app/platform/db.server.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { endOf, lastDayBefore, startOf } from "./office-days.ts";
import type { FirstAccreditation, FirstOffer, Provider, ProviderFile } from "./provider-file.ts";

/** What provider.yaml said of courses that were not published yet: placed as soon as they are, and then never again. */
interface StoredProvider extends Provider {
  waiting?: { offers: FirstOffer[]; accreditations: FirstAccreditation[] };
}

/**
 * Reads courses/provider.yaml into the database once, at the first publishing: the provider, the first prices and the first
 * accreditations. Afterwards the office owns them and the file is not looked at again; a course added later gets no price
 * by itself.
 */
export async function placeFirstFacts(tx: Tx, file: ProviderFile, now: Date): Promise<void> {
  const { offers, accreditations, logo: _file, ...details } = file;
  // The office locks the same row: what it writes at this moment is read here, or written after.
  await tx.$executeRaw`select 1 from provider where id = 1 for update`;
  const row = await tx.provider.findUnique({ where: { id: 1 }, select: { details: true } });
  const stored = row ? (row.details as unknown as StoredProvider) : { ...details, waiting: { offers, accreditations } };
  const { waiting, ...provider } = stored;
  if (row && !waiting) return;
  const left = await place(tx, waiting ?? { offers: [], accreditations: [] }, now);
  const next: StoredProvider = left.offers.length + left.accreditations.length > 0 ? { ...provider, waiting: left } : provider;
  const values = { details: next as unknown as Prisma.InputJsonObject };
  await tx.provider.upsert({ where: { id: 1 }, create: { id: 1, ...values }, update: values, select: { id: true } });
}

type Waiting = NonNullable<StoredProvider["waiting"]>;
/** Dates in the file are days in Amsterdam. A price holds until the moment its last day is over; a recognition through the last of that day. */
const begin = (date: string | undefined) => (date ? startOf(date) : null);
const over = (date: string | undefined) => (date ? endOf(date) : null);
const through = (date: string | undefined) => (date ? lastDayBefore(endOf(date)) : null);

async function place(tx: Tx, waiting: Waiting, now: Date): Promise<Waiting> {
  const courses = await tx.course.findMany({ select: { slug: true } });
  const isThere = (fact: { course: string }) => courses.some(({ slug }) => slug === fact.course);
  await tx.offer.createMany({
    data: waiting.offers.filter(isThere).map((offer) => ({
      courseSlug: offer.course,
      amountCents: offer.amountCents,
      currency: offer.currency,
      vatTreatment: offer.vat,
      minimumQuantity: offer.minimumQuantity,
      validFrom: begin(offer.validFrom) ?? now,
      validTo: over(offer.validTo),
      createdAt: now,
    })),
  });
  await tx.accreditation.createMany({
    data: waiting.accreditations.filter(isThere).map((accreditation) => ({
      courseSlug: accreditation.course,
      register: accreditation.register,
      peCourseId: accreditation.peCourseId ?? null,
      pointsHundredth: Math.round(accreditation.points * 100),
      category: accreditation.category,
      status: accreditation.status,
      validFrom: begin(accreditation.validFrom),
      validTo: through(accreditation.validTo),
      editionsCovered: accreditation.editionsCovered,
      createdAt: now,
    })),
  });
  return {
    offers: waiting.offers.filter((fact) => !isThere(fact)),
    accreditations: waiting.accreditations.filter((fact) => !isThere(fact)),
  };
}
