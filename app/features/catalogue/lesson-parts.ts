import type { CompiledLesson } from "./compiled.ts";

/** The lesson without the discussions of cases, but for those in `open`: what nobody may read yet is not sent at all. */
export function withoutDiscussions(lesson: CompiledLesson, open: ReadonlySet<string> = new Set()): CompiledLesson {
  const steps = lesson.steps.map((step) => ({
    ...step,
    blocks: step.blocks.map((block) => (block.kind === "case" && !open.has(block.id) ? { ...block, discussion: "" } : block)),
  }));
  return { ...lesson, steps };
}

/** The names of the figures a lesson shows, each once. */
export function figureNames(lesson: CompiledLesson): string[] {
  const blocks = lesson.steps.flatMap((step) => step.blocks);
  return [...new Set(blocks.flatMap((block) => (block.kind === "figure" ? block.name : [])))];
}
