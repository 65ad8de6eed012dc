import type { CompiledCourse, CompiledLesson, Reference, Requirement, TestDefinition } from "../compiled.ts";
import type { CourseFile, Source } from "./course-schema.ts";
import type { Glossary } from "./glossary.ts";
import type { Ledger } from "./ledger.ts";
import type { ReadModule } from "./module.ts";
import { compileReference } from "./references.ts";
import { computeStudyLoad, lessonMinutes, questionsDrawn } from "./study-load.ts";
import { inlineHtml, type TestSurroundings } from "./tests.ts";

interface Parts {
  file: CourseFile;
  modules: readonly ReadModule[];
  lessons: CompiledLesson[];
  tests: TestDefinition[];
  requirements: Requirement[];
  sources: ReadonlyMap<string, Source>;
  ledger: Ledger;
  glossary: Glossary;
  /** the course's own and those of the modules it includes */
  outcomes: CompiledCourse["outcomes"];
}

/** What pages need of the course as a whole. */
export function compose(
  { file, modules, lessons, tests, requirements, sources, ledger, glossary, outcomes }: Parts,
  around: TestSurroundings,
): CompiledCourse {
  const finalTest = tests.find((test) => test.kind === "final");
  const references = Object.fromEntries([...sources].map(([key, source]): [string, Reference] => [key, compileReference(key, source)]));
  return {
    slug: file.slug,
    kind: file.kind,
    title: file.title,
    titleEn: file.titleEn ?? null,
    summary: file.summary,
    summaryEn: file.summaryEn ?? null,
    audience: file.audience,
    level: file.level,
    entryLevel: file.entryLevel,
    language: file.language,
    edition: file.edition,
    revision: file.revision,
    delivery: file.delivery,
    accessMonths: file.accessMonths,
    readingSpeed: file.readingSpeed,
    readingSpeedReason: file.readingSpeedReason,
    outcomes,
    authors: file.authors,
    reviewers: file.reviewers,
    registersAimedAt: file.registersAimedAt,
    registersNote: file.registersNote,
    disclaimer: file.disclaimer,
    questions: file.questions,
    readingList: file.readingList.map(({ ref, why }) => ({ key: ref, note: why })),
    glossary: [...glossary.values()].map(({ term, text }) => ({ term, text })),
    modules: modules.map((module) => ({
      id: module.file.value.id,
      title: module.file.value.title,
      recap: inlineHtml(module.file.value.recap, around.inText, (message) =>
        around.report({
          file: module.file.file,
          line: module.file.line(["recap"]),
          message: `Samenvatting: ${message}`,
          advice: "Schrijf gewone Markdown met [@bron].",
        }),
      ),
      check: module.check?.definition.id ?? null,
      from: module.from ? { slug: module.from.slug, title: module.from.title } : null,
      lessons: module.lessons.flatMap((read) => {
        const lesson = lessons.find((candidate) => candidate.id === read.front.value.id);
        return lesson
          ? [
              {
                id: lesson.id,
                title: lesson.title,
                summary: lesson.summary,
                minutes: lessonMinutes(lesson),
                preview: read.front.value.preview,
                steps: lesson.steps.map(({ id, title }) => ({ id, title })),
              },
            ]
          : [];
      }),
    })),
    finalTest: finalTest
      ? {
          id: finalTest.id,
          title: finalTest.title,
          questions: questionsDrawn(finalTest),
          percent: finalTest.percent,
          attempts: finalTest.attempts,
          waitHours: finalTest.waitHours,
        }
      : null,
    requirements,
    references,
    claims: Object.fromEntries(
      [...ledger].flatMap(([id, claim]) => {
        const speaking = lessons.filter((lesson) => lesson.claims.includes(id)).map((lesson) => lesson.id);
        return speaking.length > 0 ? [[id, { ...claim, lessons: speaking }]] : [];
      }),
    ),
    studyLoad: computeStudyLoad(lessons, tests),
  };
}
