import type { Block, CompiledCourse, CompiledLesson } from "./compiled.ts";

type Lacking<T, Names extends keyof T> = Omit<T, Names> & Partial<Pick<T, Names>>;
type ListedLesson = CompiledCourse["modules"][number]["lessons"][number];

/** A course as an older compiler may have left it: without what came later. */
type OlderCourse = Lacking<Omit<CompiledCourse, "modules" | "studyLoad">, "questions" | "readingList" | "glossary"> & {
  modules: (Omit<CompiledCourse["modules"][number], "lessons"> & { lessons: Lacking<ListedLesson, "steps">[] })[];
  studyLoad: Lacking<CompiledCourse["studyLoad"], "media">;
};
type WithoutAnchors<T extends Block> = T extends { anchors: string[] } ? Lacking<T, "anchors"> : T;
type OlderBlock = WithoutAnchors<Block>;
type OlderLesson = Lacking<Omit<CompiledLesson, "steps" | "minutes">, "terms" | "notes"> & {
  steps: (Omit<CompiledLesson["steps"][number], "blocks"> & { blocks: OlderBlock[] })[];
  minutes: Lacking<CompiledLesson["minutes"], "media">;
};

/**
 * A course as it comes out of the database. A revision that a newer compiler refuses keeps the form an older one gave it, and that
 * may lack what pages have come to expect since: it is filled in here, so that none of them need ask.
 */
export function storedCourse(stored: unknown): CompiledCourse {
  const course = stored as OlderCourse;
  return {
    ...course,
    questions: course.questions ?? [],
    readingList: course.readingList ?? [],
    glossary: course.glossary ?? [],
    modules: course.modules.map((module) => ({
      ...module,
      lessons: module.lessons.map((lesson) => ({ ...lesson, steps: lesson.steps ?? [] })),
    })),
    studyLoad: { ...course.studyLoad, media: course.studyLoad.media ?? 0 },
  };
}

/** A lesson as it comes out of the database, filled in likewise. */
export function storedLesson(stored: unknown): CompiledLesson {
  const lesson = stored as OlderLesson;
  return {
    ...lesson,
    steps: lesson.steps.map((step) => ({ ...step, blocks: step.blocks.map(storedBlock) })),
    minutes: { ...lesson.minutes, media: lesson.minutes.media ?? 0 },
    terms: lesson.terms ?? [],
    notes: lesson.notes ?? [],
  };
}

const storedBlock = (block: OlderBlock): Block =>
  block.kind === "claim" || block.kind === "case" ? { ...block, anchors: block.anchors ?? [] } : block;
