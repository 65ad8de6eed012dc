import type { Block, CompiledLesson } from "#app/features/catalogue/compiled.ts";
import { countWords } from "./writing.ts";

const wordsOf = (block: Block) => countWords(block.html.replace(/<[^>]*>/g, " "));
const otherOf = (block: Block) =>
  block.kind === "reflection" || block.kind === "case" || block.kind === "video" || block.kind === "audio" ? block.minutes : 0;

/**
 * Whole minutes of each step, at least one: its share of the lesson's reading by words, and what it asks to write, watch or hear. Practice at
 * work is counted apart, as in the study load.
 */
export function stepMinutes({ steps, minutes }: Pick<CompiledLesson, "steps" | "minutes">): number[] {
  const words = steps.map(({ blocks }) => blocks.reduce((sum, block) => sum + wordsOf(block), 0));
  const all = Math.max(
    1,
    words.reduce((sum, count) => sum + count, 0),
  );
  return steps.map(({ blocks }, position) => {
    const reading = (minutes.reading * (words[position] ?? 0)) / all;
    return Math.max(1, Math.round(reading + blocks.reduce((sum, block) => sum + otherOf(block), 0)));
  });
}
