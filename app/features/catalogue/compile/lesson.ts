import type { CompiledLesson } from "../compiled.ts";
import { endNotes } from "./lesson-marks.ts";
import { compileStep } from "./lesson-steps.ts";
import { type LessonSurroundings, LessonTally, LessonWork } from "./lesson-work.ts";
import type { ReadLesson } from "./read-lesson.ts";
import { isIdOfPage } from "./reserved-ids.ts";

/** Compiles a lesson; whatever is wrong goes to `around.report`. `id`s of blocks are returned with their lines for the course to compare. */
export function compileLesson(
  lesson: ReadLesson,
  around: LessonSurroundings,
): { compiled: CompiledLesson; ids: { id: string; line: number }[]; vignettes: LessonTally["vignettes"] } {
  const tally = new LessonTally(lesson.front.value.id);
  const work = new LessonWork(lesson.file, around, lesson.notes, tally);
  const { value } = lesson.front;
  for (const [index, outcome] of value.outcomes.entries()) {
    if (!around.hasOutcome(outcome))
      work.fault(
        lesson.front.line(["outcomes", index]),
        `Leerdoel ‘${outcome}’ staat niet in course.yaml.`,
        "Gebruik een van de leerdoelen uit course.yaml.",
      );
  }
  if (lesson.steps.length === 0)
    work.fault(lesson.front.line([]), "Deze les heeft nog geen tekst.", "Schrijf haar onder de tweede regel ‘---’.");
  const steps = lesson.steps.map((step) => compileStep(work, step));
  const notes = endNotes(work, lesson.notes);
  const doubled = lesson.steps.find((step, index) => lesson.steps.findIndex((other) => other.id === step.id) !== index);
  if (doubled) work.fault(doubled.line, `Het id ‘${doubled.id}’ komt twee keer voor in deze les.`, "Geef elke kop een eigen id.");
  for (const step of lesson.steps) refusePageId(work, step.id, step.line, "de kop");
  for (const { id, line } of tally.ids) {
    refusePageId(work, id, line, "het blok");
    if (lesson.steps.some((step) => step.id === id))
      work.fault(line, `Het id ‘${id}’ is ook het id van een kop in deze les.`, "Geef het blok een ander id.");
  }
  const minutes = { reading: Math.max(1, Math.round(tally.words / around.wordsPerMinute)), ...tally.minutes };
  return {
    compiled: {
      id: value.id,
      moduleId: lesson.moduleId,
      title: value.title,
      summary: value.summary,
      outcomes: value.outcomes,
      steps,
      words: tally.words,
      minutes,
      cited: [...tally.cited],
      claims: [...tally.claims],
      terms: [...tally.terms.values()],
      notes,
    },
    ids: tally.ids,
    vignettes: tally.vignettes,
  };
}

function refusePageId(work: LessonWork, id: string, line: number, what: "de kop" | "het blok"): void {
  if (isIdOfPage(id)) work.fault(line, `Het id ‘${id}’ gebruikt de pagina van de les zelf.`, `Geef ${what} een ander id.`);
}
