import type { RootContent } from "mdast";
import type { ContainerDirective, LeafDirective } from "mdast-util-directive";
import type { Block, Step } from "../compiled.ts";
import { compileCase, compileClaim, compilePrompt } from "./blocks.ts";
import { compileFigure } from "./figures.ts";
import type { LessonWork } from "./lesson-work.ts";
import { compileAudio, compileVideo } from "./media.ts";
import type { ReadLesson } from "./read-lesson.ts";
import { compileVignette } from "./vignette.ts";

const MINUTES_PER_STEP = 10;

const isBlock = (node: RootContent): node is ContainerDirective | LeafDirective =>
  node.type === "containerDirective" || (node.type === "leafDirective" && (node.name === "figure" || node.name === "vignette"));

/** A step: prose and blocks in turn, its words counted. */
export function compileStep(work: LessonWork, step: ReadLesson["steps"][number]): Step {
  const before = work.tally.words;
  work.countWords([{ type: "text", value: step.title }]);
  const blocks: Block[] = [];
  let prose: RootContent[] = [];
  const closeProse = () => {
    if (prose.length > 0) blocks.push({ kind: "prose", html: work.told(prose) });
    prose = [];
  };
  for (const node of step.nodes) {
    if (!isBlock(node)) {
      prose.push(node);
      continue;
    }
    closeProse();
    const block = node.type === "leafDirective" ? compileLeaf(work, node) : compileBlock(work, node);
    if (block) blocks.push(block);
  }
  closeProse();
  const reading = (work.tally.words - before) / work.around.wordsPerMinute;
  const asked = blocks.filter(takesTime);
  const minutes = reading + asked.reduce((sum, block) => sum + block.minutes, 0);
  // A case is one piece of work of its own: it may take longer, where nothing else is asked beside it.
  const alone = asked.length === 1 && asked[0]?.kind === "case" && reading <= MINUTES_PER_STEP;
  if (minutes > MINUTES_PER_STEP && !alone && work.around.ledger) {
    work.fault(
      step.line,
      `De stap ‘${step.title || "begin"}’ duurt ${Math.ceil(minutes)} minuten; ${MINUTES_PER_STEP} is het meeste.`,
      "Splits de stap met een extra kop, of kort de tekst in. Een casus staat in een stap van zichzelf.",
    );
  }
  return { id: step.id, title: step.title, blocks };
}

type Timed = Extract<Block, { minutes: number }>;
/** Practice at work is counted apart. */
const takesTime = (block: Block): block is Timed => "minutes" in block && block.kind !== "practice";

const compileLeaf = (work: LessonWork, node: LeafDirective): Block | null =>
  node.name === "vignette" ? compileVignette(work, node) : compileFigure(work, node);

function compileBlock(work: LessonWork, node: ContainerDirective): Block | null {
  if (node.name === "claim") return compileClaim(work, node);
  if (node.name === "reflection" || node.name === "practice") return compilePrompt(work, node, node.name);
  if (node.name === "case") return compileCase(work, node);
  if (node.name === "video") return compileVideo(work, node);
  if (node.name === "audio") return compileAudio(work, node);
  work.fault(
    node.position?.start.line ?? 1,
    `Het blok ‘${node.name}’ kennen we niet.`,
    "Kies uit: claim, reflection, practice, case (met daarin discussion), video, audio; en ::figure of ::vignette op één regel.",
  );
  return null;
}
