import { answerCheckItem, saveAnswers, submitAttempt } from "#app/features/assessment/answer-attempt.server.ts";
import type { DrawnItem } from "#app/features/assessment/drawing.ts";
import type { Answers } from "#app/features/assessment/scoring.ts";
import { startAttempt } from "#app/features/assessment/start-attempt.server.ts";
import type { CompiledCourse, CompiledLesson, TestDefinition } from "#app/features/catalogue/compiled.ts";
import { currentRevision, lessonContent, testDefinition } from "#app/features/catalogue/courses.server.ts";
import { confirmName } from "#app/features/certificates/confirm-name.server.ts";
import { accessTo, begin } from "#app/features/enrolment/access.server.ts";
import type { Learner } from "#app/features/learning/learner.ts";
import { addActiveSeconds, finishLesson, openLesson, saveStep } from "#app/features/learning/progress.server.ts";
import { saveWriting, submitCase } from "#app/features/learning/writing.server.ts";
import { HOUR, MINUTE } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { type DemoStudy, demoCase, demoReflections } from "./demo-people.ts";

interface Student {
  personId: string;
  name: string;
  slug: string;
  registerNumbers: { register: string; number: string }[];
}

/** Studies from the Begin button on, one thing after another, each at its own moment between `from` and `until`. */
export async function study(student: Student, wish: DemoStudy, { from, until }: { from: Date; until: Date }): Promise<void> {
  const { personId, slug } = student;
  const begun = await begin(db, personId, slug, from);
  const access = await accessTo(db, personId, slug, from);
  if (!begun.ok || !access.ok) throw new Error(`${student.name} cannot begin.`);
  const learner = { personId, enrolmentId: access.enrolmentId };
  const { revisionId, compiled } = await currentRevision(db, access.editionId);
  const moments = evening(from, until, wish.lessons + 6);
  const lessons = compiled.modules.flatMap((module) => module.lessons);
  for (const [index, { id, minutes }] of lessons.slice(0, wish.lessons + (wish.reading ? 1 : 0)).entries()) {
    const lesson = await lessonContent(revisionId, id);
    if (!lesson) throw new Error(`The revision has lost lesson ${id}.`);
    await read(learner, lesson, minutes, wish, { at: moments(), number: index, toTheEnd: index < wish.lessons });
  }
  if (wish.checkPassed) await passChecks(student, compiled, revisionId, moments);
  if (wish.finalTest && compiled.finalTest)
    await takeFinalTest(student, compiled.finalTest.id, revisionId, wish.finalTest, wish.finalTest === "passed" ? moments() : until);
  if (wish.certificate) await askForCertificate(student, moments());
}

/** Moments spread evenly over a stretch of time, the first a little after its start. */
function evening(from: Date, until: Date, count: number): () => Date {
  const step = (until.getTime() - from.getTime()) / (count + 1);
  let taken = 0;
  return () => new Date(from.getTime() + step * ++taken);
}

async function read(
  learner: Learner,
  lesson: CompiledLesson,
  minutes: number,
  wish: DemoStudy,
  { at, number, toTheEnd }: { at: Date; number: number; toTheEnd: boolean },
): Promise<void> {
  const after = (share: number) => new Date(at.getTime() + share * minutes * MINUTE);
  await openLesson(db, learner, lesson.id, at);
  const active = toTheEnd ? minutes : Math.ceil(minutes / 3);
  for (let minute = 1; minute <= active; minute++)
    await addActiveSeconds(db, learner, lesson.id, 60, new Date(at.getTime() + minute * MINUTE));
  const step = toTheEnd ? lesson.steps.at(-1) : lesson.steps[1];
  if (step) await saveStep(db, learner, lesson.id, step.id, after(toTheEnd ? 0.9 : 0.3));
  const blocks = lesson.steps.flatMap((one) => one.blocks);
  for (const block of blocks) {
    const draft = { lessonId: lesson.id, baseVersion: 0 };
    if (block.kind === "reflection" && wish.reflections && toTheEnd) {
      await saveWriting(learner, { ...draft, blockId: block.id, text: demoReflections[number % demoReflections.length] ?? "" }, after(0.6));
    }
    if (block.kind === "case" && wish.caseHandedIn) {
      const submitted = await submitCase(learner, { ...draft, blockId: block.id, text: demoCase }, after(0.8));
      if (!submitted.ok) throw new Error(`The demo's case was refused: ${submitted.reason}.`);
    }
  }
  if (toTheEnd) await finishLesson(learner, lesson.id, after(1));
}

async function passChecks(student: Student, compiled: CompiledCourse, revisionId: string, moments: () => Date): Promise<void> {
  for (const { check } of compiled.modules) {
    if (!check) continue;
    const at = moments();
    const { attemptId, definition, drawn } = await sitDown(student, check, revisionId, at);
    // Two mistakes: nobody is perfect.
    const answers = chosen(definition, drawn, (index) => index !== 2 && index !== 7);
    for (const [index, { itemId }] of drawn.entries()) {
      const given = { ...seat(student, check), attemptId, answers: { [itemId]: answers[itemId] ?? [] }, shown: [itemId] };
      const answered = await answerCheckItem(given, new Date(at.getTime() + index * MINUTE));
      if (!answered.ok) throw new Error(`${student.name} could not answer ${itemId}: ${answered.reason}.`);
    }
  }
}

async function takeFinalTest(
  student: Student,
  testId: string,
  revisionId: string,
  outcome: NonNullable<DemoStudy["finalTest"]>,
  end: Date,
): Promise<void> {
  const from = new Date(end.getTime() - HOUR);
  const { attemptId, definition, drawn } = await sitDown(student, testId, revisionId, from);
  const half = Math.floor(drawn.length / 2);
  const right = { passed: (index: number) => index !== 4, failed: (index: number) => index >= half, "under-way": () => true }[outcome];
  const all = chosen(definition, drawn, right);
  const answers = outcome === "under-way" ? Object.fromEntries(Object.entries(all).slice(0, half)) : all;
  const given = { ...seat(student, testId), attemptId, answers, shown: Object.keys(answers) };
  const at = new Date(from.getTime() + 35 * MINUTE);
  const answered = await (outcome === "under-way" ? saveAnswers(given, at) : submitAttempt(given, at));
  if (!answered.ok) throw new Error(`${student.name} could not take the final test: ${answered.reason}.`);
}

const seat = ({ personId, slug }: Student, testId: string) => ({ personId, slug, testId });

async function sitDown(
  student: Student,
  testId: string,
  revisionId: string,
  at: Date,
): Promise<{ attemptId: string; definition: TestDefinition; drawn: DrawnItem[] }> {
  const definition = await testDefinition(revisionId, testId);
  const started = await startAttempt({ ...seat(student, testId), ownWork: true, seed: 20_261_122 }, at);
  if (!definition || !started.ok) throw new Error(`${student.name} could not start ${testId}${started.ok ? "" : `: ${started.reason}`}.`);
  const { drawn } = await db.attempt.findUniqueOrThrow({ where: { id: started.attemptId }, select: { drawn: true } });
  return { attemptId: started.attemptId, definition, drawn: drawn as unknown as DrawnItem[] };
}

/** The right options of each question, or of those that `right` leaves out one wrong option. */
function chosen(definition: TestDefinition, drawn: readonly DrawnItem[], right: (index: number) => boolean): Answers {
  return Object.fromEntries(
    drawn.map(({ itemId }, index) => {
      const options = definition.items.find((item) => item.id === itemId)?.options ?? [];
      const picked = right(index) ? options.filter((option) => option.correct) : options.filter((option) => !option.correct).slice(0, 1);
      return [itemId, picked.map((option) => option.id)];
    }),
  );
}

async function askForCertificate({ personId, slug, name, registerNumbers }: Student, at: Date): Promise<void> {
  const issued = await confirmName({ personId, courseSlug: slug, name, registerNumbers }, at);
  if (!issued.ok) throw new Error(`${name} got no certificate: ${issued.reason}.`);
}
