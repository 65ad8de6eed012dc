import type { DrawnItem } from "#app/features/assessment/drawing.ts";
import type { Answers } from "#app/features/assessment/scoring.ts";
import type { TestDefinition } from "#app/features/catalogue/compiled.ts";
import { currentRevision, testDefinition } from "#app/features/catalogue/courses.server.ts";
import { publishCourses } from "#app/features/catalogue/publish.server.ts";
import { begin } from "#app/features/enrolment/access.server.ts";
import { addGround } from "#app/features/enrolment/grounds.server.ts";
import { MINUTE } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";

/** People in front of a test, for the stories of assessment and certificates. */
export const course = { slug: "gemis-is-geen-alleen-zijn", check: "check-gemis", final: "toets-gemis" };
/** a Sunday evening in Amsterdam */
export const start = new Date("2026-11-22T19:00:00Z");
export const later = (minutes: number) => new Date(start.getTime() + minutes * MINUTE);

export async function publishedEdition(): Promise<{ editionId: string; revisionId: string }> {
  await publishCourses({ folder: "courses", now: start });
  const { id } = await db.edition.findFirstOrThrow({ where: { courseSlug: course.slug }, select: { id: true } });
  const { revisionId } = await currentRevision(db, id);
  return { editionId: id, revisionId };
}

let people = 0;

/** Someone who has bought the course and pressed Begin. */
export async function newLearner(settings: { name?: string; mode?: "sandbox" | "test" | "live"; begun?: boolean; locale?: string } = {}) {
  const { editionId } = await publishedEdition();
  const { name = "Ayşe Jansen", mode = "live", begun = true, locale = "nl" } = settings;
  const email = `learner${++people}@example.org`;
  const person = await db.person.create({
    data: { email, emailKey: email, name, locale, emailVerifiedAt: start },
    select: { id: true, name: true, email: true },
  });
  const ground = {
    personId: person.id,
    courseSlug: course.slug,
    editionId,
    kind: "purchase" as const,
    source: `line-${people}`,
    mode,
    startsAt: start,
    endsAt: null,
  };
  const { enrolmentId } = await db.$transaction((tx) => addGround(tx, ground, start));
  if (begun) await db.$transaction((tx) => begin(tx, person.id, course.slug, start));
  return { ...person, personId: person.id, enrolmentId, editionId };
}

/** What a learner who knows everything would choose. */
export function rightAnswers(definition: TestDefinition, drawn: readonly DrawnItem[]): Answers {
  return Object.fromEntries(
    drawn.map(({ itemId }) => [
      itemId,
      optionsOf(definition, itemId)
        .filter((option) => option.correct)
        .map((option) => option.id),
    ]),
  );
}

/** What a learner who is always wrong would choose. */
export function wrongAnswers(definition: TestDefinition, drawn: readonly DrawnItem[]): Answers {
  return Object.fromEntries(
    drawn.map(({ itemId }) => [
      itemId,
      optionsOf(definition, itemId)
        .filter((option) => !option.correct)
        .slice(0, 1)
        .map((option) => option.id),
    ]),
  );
}

function optionsOf(definition: TestDefinition, itemId: string) {
  return definition.items.find((item) => item.id === itemId)?.options ?? [];
}

export async function finalTest(): Promise<TestDefinition> {
  const { revisionId } = await publishedEdition();
  const definition = await testDefinition(revisionId, course.final);
  if (!definition) throw new Error("the course has no final test");
  return definition;
}

export async function knowledgeCheck(): Promise<TestDefinition> {
  const { revisionId } = await publishedEdition();
  const definition = await testDefinition(revisionId, course.check);
  if (!definition) throw new Error("the course has no knowledge check");
  return definition;
}

export async function drawnOf(attemptId: string): Promise<DrawnItem[]> {
  const { drawn } = await db.attempt.findUniqueOrThrow({ where: { id: attemptId }, select: { drawn: true } });
  return drawn as unknown as DrawnItem[];
}
