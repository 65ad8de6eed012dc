import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import {
  type AccreditationStanding,
  type AccreditationState,
  type CoveredEdition,
  coveredEditions,
  type ShownText,
  standingOf,
} from "./accreditations.ts";
import { courseTitles } from "./courses.server.ts";
import { compareEditions, editionToShow } from "./editions.ts";

/** What the office knows of a register's recognition. */
export interface AccreditationFacts {
  register: string;
  peCourseId: string | null;
  peModuleId: string | null;
  peEditionId: string | null;
  /** hundredths of a point; 0 also where the register has not said yet */
  pointsHundredth: number;
  category: string;
  status: AccreditationState;
  /** the first moment of the first day */
  validFrom: Date | null;
  /** the last moment of the last day */
  validTo: Date | null;
  /** none: every edition */
  editionsCovered: CoveredEdition[];
}

export interface OfficeAccreditation extends AccreditationFacts {
  id: string;
  /** now, for the text a visitor is shown; of a course that shows none, of no text */
  standing: AccreditationStanding;
}

export interface CourseAccreditations {
  slug: string;
  title: string;
  /** the highest edition first, each with its highest revision: what a register can have seen */
  editions: ShownText[];
  /** newest first */
  accreditations: OfficeAccreditation[];
}

const factsSelect = {
  id: true,
  register: true,
  peCourseId: true,
  peModuleId: true,
  peEditionId: true,
  pointsHundredth: true,
  category: true,
  status: true,
  validFrom: true,
  validTo: true,
  editionsCovered: true,
} as const satisfies Prisma.AccreditationSelect;

const courseSelect = {
  slug: true,
  editions: {
    select: {
      number: true,
      state: true,
      reviewerName: true,
      revisions: { orderBy: { revision: "desc" }, take: 1, select: { revision: true } },
    },
  },
  accreditations: { orderBy: [{ validFrom: "desc" }, { createdAt: "desc" }], select: factsSelect },
} as const satisfies Prisma.CourseSelect;

type CourseRow = Prisma.CourseGetPayload<{ select: typeof courseSelect }>;

/** Every course with every recognition it has or asked for. */
export async function allAccreditations(now: Date): Promise<CourseAccreditations[]> {
  const rows = await db.course.findMany({ orderBy: { slug: "asc" }, select: courseSelect });
  const titles = await courseTitles(
    db,
    rows.map(({ slug }) => slug),
  );
  return rows.map((row) => courseOf(row, titles, now));
}

/** The same of one course; null for an unknown slug. */
export async function courseAccreditations(slug: string, now: Date): Promise<CourseAccreditations | null> {
  const row = await db.course.findUnique({ where: { slug }, select: courseSelect });
  return row && courseOf(row, await courseTitles(db, [slug]), now);
}

function courseOf({ slug, editions, accreditations }: CourseRow, titles: Record<string, string>, now: Date): CourseAccreditations {
  const textOf = ({ number, revisions }: CourseRow["editions"][number]): ShownText => ({
    edition: number,
    revision: revisions[0]?.revision ?? 0,
  });
  const shown = editionToShow(editions);
  const text = shown ? textOf(shown) : { edition: "", revision: 0 };
  return {
    slug,
    title: titles[slug] ?? slug,
    editions: editions.toSorted((left, right) => compareEditions(right.number, left.number)).map(textOf),
    accreditations: accreditations.map((row) => {
      const facts = { ...row, status: row.status as AccreditationState, editionsCovered: coveredEditions(row.editionsCovered) };
      return { ...facts, standing: standingOf(facts, text, now) };
    }),
  };
}

export type SaveAnswer = { ok: true } | { ok: false; reason: "unknown-course" | "unknown-accreditation" | "unknown-edition" };

/**
 * Writes what the office knows of a recognition: a new one, or with `id` the one there was. Certificates that were issued keep what they say.
 */
export async function saveAccreditation(
  { slug: courseSlug, id, actorId }: { slug: string; id: string | null; actorId: string },
  facts: AccreditationFacts,
  now: Date,
): Promise<SaveAnswer> {
  return db.$transaction(async (tx) => {
    const course = await tx.course.findUnique({ where: { slug: courseSlug }, select: { editions: { select: { number: true } } } });
    if (!course) return { ok: false, reason: "unknown-course" };
    if (facts.editionsCovered.some(({ edition }) => !course.editions.some(({ number }) => number === edition)))
      return { ok: false, reason: "unknown-edition" };
    const values = { ...facts, editionsCovered: facts.editionsCovered.map((one) => ({ ...one })) };
    const was = id ? await tx.accreditation.findFirst({ where: { id, courseSlug }, select: { status: true } }) : null;
    if (id && !was) return { ok: false, reason: "unknown-accreditation" };
    const saved = id
      ? await tx.accreditation.update({ where: { id }, data: values, select: { id: true } })
      : await tx.accreditation.create({ data: { courseSlug, ...values, createdAt: now }, select: { id: true } });
    await recordAudit(tx, {
      actor: { kind: "office", id: actorId },
      action: id ? "catalogue.accreditation-changed" : "catalogue.accreditation-added",
      subject: { kind: "accreditation", id: saved.id },
      data: {
        courseSlug,
        ...values,
        statusBefore: was?.status ?? null,
        validFrom: facts.validFrom?.toISOString() ?? null,
        validTo: facts.validTo?.toISOString() ?? null,
      },
      now,
    });
    return { ok: true };
  });
}
