import { beforeAll, describe, expect, it } from "vitest";
import { courseCards } from "#app/features/catalogue/course-cards.server.ts";
import { coursePage, currentRevision, lessonContent, previewLesson } from "#app/features/catalogue/courses.server.ts";
import { courseMap } from "#app/features/learning/course-map.server.ts";
import { lessonPage } from "#app/features/learning/lesson-page.server.ts";
import { db } from "#app/platform/db.server.ts";
import { editionId, last, makeLearner, now, publish, slug } from "#tests/features/learning/learner.ts";

const preview = "alleen-of-eenzaam";

/** The published course as a compiler left it that knew no terms, notes, clips, anchors or steps in the list of lessons. */
beforeAll(async () => {
  await publish();
  await db.$executeRaw`
    update edition_revision set compiler_version = 1, compiled = jsonb_set(
      compiled - 'glossary' - 'questions' - 'readingList' #- '{studyLoad,media}',
      '{modules,0,lessons}',
      (select jsonb_agg(lesson - 'steps') from jsonb_array_elements(compiled #> '{modules,0,lessons}') lesson))`;
  await db.$executeRaw`
    update revision_lesson set content = (content - 'terms' - 'notes' #- '{minutes,media}') || jsonb_build_object('steps', (
      select jsonb_agg(step || jsonb_build_object('blocks', (
        select jsonb_agg(block - 'anchors' order by place) from jsonb_array_elements(step->'blocks') with ordinality as blocks(block, place))) order by nth)
      from jsonb_array_elements(content->'steps') with ordinality as steps(step, nth)))`;
});

describe("a revision that is kept in an older form", () => {
  it("has a page, a card and a map", async () => {
    const page = await coursePage(slug, now);
    expect(page?.course).toMatchObject({ glossary: [], questions: [], readingList: [], studyLoad: { media: 0 } });
    expect(page?.course.modules[0]?.lessons.every((lesson) => Array.isArray(lesson.steps))).toBe(true);
    expect(await courseCards(now, "nl")).toMatchObject([{ slug }]);
    const { revisionId } = await currentRevision(db, await editionId());
    expect((await courseMap(db, { id: revisionId, compilerVersion: 1 })).course.glossary).toEqual([]);
  });

  it("can be read: as a preview and as a lesson", async () => {
    const filled = { terms: [], notes: [], minutes: { media: 0 } };
    expect((await previewLesson(slug, preview))?.lesson).toMatchObject(filled);
    const { revisionId } = await currentRevision(db, await editionId());
    const lesson = await lessonContent(revisionId, last.lessonId);
    if (!lesson) throw new Error("the lesson should be there");
    expect(lesson).toMatchObject(filled);
    const blocks = lesson.steps.flatMap((step) => step.blocks);
    const citing = blocks.filter((block) => block.kind === "claim" || block.kind === "case");
    expect(citing.length).toBeGreaterThan(0);
    expect(citing.every((block) => Array.isArray(block.anchors))).toBe(true);
    const learner = await makeLearner();
    expect((await lessonPage(learner, last.lessonId, { visit: true }, now))?.lesson).toMatchObject(filled);
  });
});
