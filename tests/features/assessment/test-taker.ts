import { submitAttempt } from "#app/features/assessment/answer-attempt.server.ts";
import type { DrawnItem } from "#app/features/assessment/drawing.ts";
import type { Answers } from "#app/features/assessment/scoring.ts";
import { startAttempt } from "#app/features/assessment/start-attempt.server.ts";
import type { TestDefinition } from "#app/features/catalogue/compiled.ts";
import { currentRevision, testDefinition } from "#app/features/catalogue/courses.server.ts";
import { begin } from "#app/features/enrolment/access.server.ts";
import { addGround } from "#app/features/enrolment/grounds.server.ts";
import { MINUTE } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { oneCourse, publishOnly } from "#tests/support/courses.ts";

/** People in front of a test, for the stories of assessment and certificates. */
export const course = { slug: "gemis-is-geen-alleen-zijn", check: "check-gemis", final: "toets-gemis" };
/** a Sunday evening in Amsterdam */
export const start = new Date("2026-11-22T19:00:00Z");
export const later = (minutes: number) => new Date(start.getTime() + minutes * MINUTE);

export async function publishedEdition(): Promise<{ editionId: string; revisionId: string }> {
  await publishOnly([oneCourse], start);
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

let seed = 0;

/** The final test from start to handing in; the attempt's id. */
export async function sit(personId: string, result: "pass" | "fail", now: Date): Promise<string> {
  const seat = { personId, slug: course.slug, testId: course.final };
  const begun = await startAttempt({ ...seat, ownWork: true, seed: ++seed }, now);
  if (!begun.ok) throw new Error(begun.reason);
  const [definition, drawn] = [await finalTest(), await drawnOf(begun.attemptId)];
  const answers = result === "pass" ? rightAnswers(definition, drawn) : wrongAnswers(definition, drawn);
  const answer = await submitAttempt({ ...seat, attemptId: begun.attemptId, answers, shown: [] }, now);
  if (!answer.ok) throw new Error(answer.reason);
  return begun.attemptId;
}
