import type { RootContent } from "mdast";
import type { ContainerDirective, LeafDirective } from "mdast-util-directive";
import type { Block, Step } from "../compiled.ts";
import { compileCase, compileClaim, compilePrompt } from "./blocks.ts";
import { compileFigure } from "./figures.ts";
import type { LessonWork } from "./lesson-work.ts";
import { compileAudio, compileVideo } from "./media.ts";
import type { ReadLesson } from "./read-lesson.ts";

const MINUTES_PER_STEP = 10;

const isBlock = (node: RootContent): node is ContainerDirective | LeafDirective =>
  node.type === "containerDirective" || (node.type === "leafDirective" && node.name === "figure");

/** A step: prose and blocks in turn, its words counted. */
export function compileStep(work: LessonWork, step: ReadLesson["steps"][number]): Step {
  const before = work.tally.words;
  work.countWords([{ type: "text", value: step.title }]);
  const blocks: Block[] = [];
  let prose: RootContent[] = [];
  const closeProse = () => {
    if (prose.length > 0) blocks.push({ kind: "prose", html: work.html(prose) });
    prose = [];
  };
  for (const node of step.nodes) {
    if (!isBlock(node)) {
      prose.push(node);
      continue;
    }
    closeProse();
    const block = node.type === "leafDirective" ? compileFigure(work, node) : compileBlock(work, node);
    if (block) blocks.push(block);
  }
  closeProse();
  const minutes = (work.tally.words - before) / work.around.wordsPerMinute;
  if (minutes > MINUTES_PER_STEP) {
    work.fault(
      step.line,
      `De stap ‘${step.title || "begin"}’ is ${Math.ceil(minutes)} minuten lezen; ${MINUTES_PER_STEP} is het meeste.`,
      "Splits de stap met een extra kop, of kort de tekst in.",
    );
  }
  return { id: step.id, title: step.title, blocks };
}

function compileBlock(work: LessonWork, node: ContainerDirective): Block | null {
  if (node.name === "claim") return compileClaim(work, node);
  if (node.name === "reflection" || node.name === "practice") return compilePrompt(work, node, node.name);
  if (node.name === "case") return compileCase(work, node);
  if (node.name === "video") return compileVideo(work, node);
  if (node.name === "audio") return compileAudio(work, node);
  work.fault(
    node.position?.start.line ?? 1,
    `Het blok ‘${node.name}’ kennen we niet.`,
    "Kies uit: claim, reflection, practice, case (met daarin discussion), video, audio; en ::figure op één regel.",
  );
  return null;
}
