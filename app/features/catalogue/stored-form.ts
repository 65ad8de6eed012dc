import type { Block, CompiledCourse, CompiledLesson } from "./compiled.ts";

type Lacking<T, Names extends keyof T> = Omit<T, Names> & Partial<Pick<T, Names>>;
type ListedLesson = CompiledCourse["modules"][number]["lessons"][number];

/** A course as an older compiler may have left it: without what came later. */
type OlderCourse = Lacking<Omit<CompiledCourse, "modules" | "studyLoad">, "questions" | "readingList" | "glossary" | "claims"> & {
  modules: (Lacking<Omit<CompiledCourse["modules"][number], "lessons">, "from"> & { lessons: Lacking<ListedLesson, "steps">[] })[];
  studyLoad: Lacking<CompiledCourse["studyLoad"], "media" | "vignette">;
};
type WithoutAnchors<T extends Block> = T extends { anchors: string[] } ? Lacking<T, "anchors"> : T;
type OlderBlock = WithoutAnchors<Block>;
type OlderLesson = Lacking<Omit<CompiledLesson, "steps" | "minutes">, "terms" | "notes" | "claims"> & {
  steps: (Omit<CompiledLesson["steps"][number], "blocks"> & { blocks: OlderBlock[] })[];
  minutes: Lacking<CompiledLesson["minutes"], "media" | "vignette">;
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
    claims: course.claims ?? {},
    modules: course.modules.map((module) => ({
      ...module,
      from: module.from ?? null,
      lessons: module.lessons.map((lesson) => ({ ...lesson, steps: lesson.steps ?? [] })),
    })),
    studyLoad: { ...course.studyLoad, media: course.studyLoad.media ?? 0, vignette: course.studyLoad.vignette ?? 0 },
  };
}

/** A lesson as it comes out of the database, filled in likewise. */
export function storedLesson(stored: unknown): CompiledLesson {
  const lesson = stored as OlderLesson;
  return {
    ...lesson,
    steps: lesson.steps.map((step) => ({ ...step, blocks: step.blocks.map(storedBlock) })),
    minutes: { ...lesson.minutes, media: lesson.minutes.media ?? 0, vignette: lesson.minutes.vignette ?? 0 },
    claims: lesson.claims ?? [],
    terms: lesson.terms ?? [],
    notes: lesson.notes ?? [],
  };
}

const storedBlock = (block: OlderBlock): Block =>
  block.kind === "claim" || block.kind === "case" ? { ...block, anchors: block.anchors ?? [] } : block;
