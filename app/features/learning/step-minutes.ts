import type { Block, CompiledLesson } from "#app/features/catalogue/compiled.ts";
import { countWords } from "./writing.ts";

const wordsOf = (block: Block) => countWords(block.html.replace(/<[^>]*>/g, " "));
const otherOf = (block: Block) => ("minutes" in block && block.kind !== "practice" ? block.minutes : 0);

/**
 * Whole minutes of each step: its share of the lesson's reading by words, and what it asks to write, watch or hear. Together they are
 * the lesson's own minutes, unless those are fewer than its steps: each takes at least one. Practice at work is counted apart, as in
 * the study load.
 */
export function stepMinutes({ steps, minutes }: Pick<CompiledLesson, "steps" | "minutes">): number[] {
  const words = steps.map(({ blocks }) => blocks.reduce((sum, block) => sum + wordsOf(block), 0));
  const all = Math.max(1, total(words));
  const exact = steps.map(
    ({ blocks }, position) => (minutes.reading * (words[position] ?? 0)) / all + total(blocks.map((block) => otherOf(block))),
  );
  return wholeParts(exact, minutes.reading + minutes.media + minutes.reflection + minutes.case + minutes.vignette);
}

/**
 * Whole numbers of at least one that add up to `sum` and stay as near to the exact ones as can be: rounded down, and what is then left
 * over goes to those that lost most. Where the ones that were raised to one made too much of it, those that gained most give it back.
 */
function wholeParts(exact: number[], sum: number): number[] {
  const parts = exact.map((part) => Math.max(1, Math.floor(part)));
  const short = (position: number) => (exact[position] ?? 0) - (parts[position] ?? 0);
  const positions = [...parts.keys()];
  for (let left = sum - total(parts); left !== 0; left -= Math.sign(left)) {
    const step = Math.sign(left);
    const free = positions.filter((position) => step > 0 || (parts[position] ?? 0) > 1);
    const [first] = free.toSorted((a, b) => step * (short(b) - short(a)));
    if (first === undefined) break;
    parts[first] = (parts[first] ?? 0) + step;
  }
  return parts;
}

const total = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0);
