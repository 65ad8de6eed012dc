import { accessTo, begin } from "#app/features/enrolment/access.server.ts";
import { addGround } from "#app/features/enrolment/grounds.server.ts";
import { db } from "#app/platform/db.server.ts";
import { makePerson } from "#tests/features/enrolment/course-fixture.ts";
import { oneCourse, publishOnly } from "#tests/support/courses.ts";

export const slug = "gemis-is-geen-alleen-zijn";
export const now = new Date("2026-11-22T10:00:00Z");
export const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
/** the lesson with the case, and its blocks */
export const last = { lessonId: "een-bewering-wegen", caseId: "casus-v-en-sem", reflectionId: "reflectie-lievelingszin" };

export const publish = () => publishOnly([oneCourse], now);

export async function editionId(): Promise<string> {
  return (await db.edition.findFirstOrThrow({ where: { courseSlug: slug }, select: { id: true } })).id;
}

/** Someone with a place in the published course; begun unless told otherwise. */
export async function makeLearner(options: { begun?: boolean; startsAt?: Date; endsAt?: Date } = {}) {
  const personId = await makePerson();
  const ground = {
    personId,
    courseSlug: slug,
    editionId: await editionId(),
    kind: "purchase" as const,
    source: `line ${personId}`,
    mode: "live" as const,
  };
  const { enrolmentId } = await addGround(db, { ...ground, startsAt: options.startsAt ?? now, endsAt: options.endsAt ?? null }, now);
  if (options.begun ?? true) await begin(db, personId, slug, now);
  return { personId, enrolmentId };
}

export const gate = (personId: string, at = now) => accessTo(db, personId, slug, at);

export const lessonIds = async () =>
  (
    await db.revisionLesson.findMany({
      where: { revision: { edition: { courseSlug: slug } } },
      orderBy: { position: "asc" },
      select: { lessonId: true },
    })
  ).map((row) => row.lessonId);

export const words = (count: number) => Array.from({ length: count }, (_, index) => `woord${index}`).join(" ");
