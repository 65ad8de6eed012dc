import type { LeafDirective } from "mdast-util-directive";
import { z } from "zod";
import type { Block, VignetteDefinition } from "../compiled.ts";
import { id, text } from "./course-schema.ts";
import { claimId } from "./ledger.ts";
import type { LessonWork } from "./lesson-work.ts";
import { parseMarkdown } from "./markdown.ts";
import { type Located, readYaml } from "./yaml-door.ts";

const minutes = z.coerce.number().int().min(1).max(60);
/** in a lesson: `::vignette{#vignet-deur src="vignettes/een-deur.yaml"}` */
export const vignetteAttributes = z.strictObject({ id, src: text, title: text.optional(), minutes: minutes.optional() });

const choiceSchema = z.strictObject({
  id,
  text,
  to: id,
  /** of the rubric: what this choice shows */
  criterion: id,
  /** 0 does not meet it, 1 partly, 2 meets it */
  points: z.int().min(0).max(2),
  feedback: text,
  claims: z.array(claimId).default([]),
  sources: z.array(id).default([]),
});
const sceneSchema = z.strictObject({
  id,
  text,
  choices: z.array(choiceSchema).optional(),
  end: z.boolean().optional(),
  /** what one takes along; where the conversation ends */
  lesson: text.optional(),
});
export const vignetteSchema = z.strictObject({
  id,
  title: text,
  minutes,
  intro: text,
  rubric: z.array(z.strictObject({ id, text })).min(1),
  start: id,
  scenes: z.array(sceneSchema).min(2),
});
type VignetteFile = z.infer<typeof vignetteSchema>;

/** A branching conversation, from its own file. On the lesson's page stands how it begins; the rest has a page of its own. */
export function compileVignette(work: LessonWork, node: LeafDirective): Block | null {
  const given = work.attributes(node, vignetteAttributes);
  if (!given) return null;
  const line = node.position?.start.line ?? 1;
  const source = work.around.fileText(given.src);
  if (source === undefined) {
    work.fault(line, `Het bestand ‘${given.src}’ bestaat niet.`, "Verbeter de naam, of zet het bestand in de map vignettes van de cursus.");
    return null;
  }
  const read = readYaml(work.around.path(given.src), source, vignetteSchema, work.around.report);
  if (!read) return null;
  if (read.value.id !== given.id)
    work.fault(
      line,
      `Het vignet in ‘${given.src}’ heet ‘${read.value.id}’, en hier ‘${given.id}’.`,
      "Gebruik op beide plaatsen hetzelfde id.",
    );
  checkScenes(read, (at, message, advice) =>
    work.around.report({ file: read.file, line: read.line(at), message: `Vignet ‘${read.value.id}’: ${message}`, advice }),
  );
  const definition = define(work.withoutNotes(read.file), read);
  work.tally.minutes.vignette += read.value.minutes;
  work.tally.vignettes.push({ definition, file: read.file });
  return { kind: "vignette", id: given.id, title: read.value.title, minutes: read.value.minutes, html: definition.intro };
}

function define(work: LessonWork, { value, line }: Located<VignetteFile>): VignetteDefinition {
  const html = (markdown: string, at: readonly PropertyKey[]) =>
    work.html(parseMarkdown("\n".repeat(line(at) - 1) + markdown, { terms: true }).children, false, null);
  const sourcesOf = (choice: z.infer<typeof choiceSchema>, at: readonly PropertyKey[]) => {
    const keys = [...choice.sources, ...choice.claims.flatMap((claim) => work.sourcesOfClaim(claim, line(at)))];
    for (const key of choice.sources) work.knownSource(key, line(at));
    for (const key of keys) work.tally.cited.add(key);
    return [...new Set(keys)];
  };
  return {
    id: value.id,
    lessonId: work.lessonId,
    title: value.title,
    minutes: value.minutes,
    intro: html(value.intro, ["intro"]),
    rubric: value.rubric,
    start: value.start,
    scenes: value.scenes.map((scene, index) => ({
      id: scene.id,
      text: html(scene.text, ["scenes", index, "text"]),
      lesson: scene.lesson ? html(scene.lesson, ["scenes", index, "lesson"]) : null,
      choices: (scene.choices ?? []).map((choice, place) => {
        const at = ["scenes", index, "choices", place] as const;
        return {
          id: choice.id,
          text: html(choice.text, [...at, "text"]),
          to: choice.to,
          criterion: choice.criterion,
          points: choice.points,
          feedback: html(choice.feedback, [...at, "feedback"]),
          sources: sourcesOf(choice, at),
        };
      }),
    })),
  };
}

type Fault = (at: readonly PropertyKey[], message: string, advice: string) => void;

/** Every scene can be reached, every way ends, and every choice says what it rests on. */
function checkScenes({ value }: Located<VignetteFile>, fault: Fault): void {
  const scenes = new Map(value.scenes.map((scene) => [scene.id, scene]));
  const choices = value.scenes.flatMap((scene) => scene.choices ?? []);
  const twice = (ids: string[]) => ids.find((id, index) => ids.indexOf(id) !== index);
  const doubled = twice(value.scenes.map(({ id }) => id)) ?? twice(choices.map(({ id }) => id));
  if (doubled) fault(["scenes"], `het id ‘${doubled}’ komt twee keer voor.`, "Geef elk toneel en elke keuze een eigen id.");
  if (!scenes.has(value.start)) fault(["start"], `het toneel ‘${value.start}’ bestaat niet.`, "Noem bij start het id van een toneel.");
  for (const [index, scene] of value.scenes.entries()) {
    const count = scene.choices?.length ?? 0;
    if (scene.end ? count > 0 || !scene.lesson : count < 2)
      fault(
        ["scenes", index],
        `‘${scene.id}’ is geen goed einde en geen goede keuze.`,
        "Een einde heeft end: true en lesson; een ander toneel twee of meer choices.",
      );
    for (const [place, choice] of (scene.choices ?? []).entries()) {
      const at = ["scenes", index, "choices", place] as const;
      if (!scenes.has(choice.to)) fault([...at, "to"], `het toneel ‘${choice.to}’ bestaat niet.`, "Noem bij to het id van een toneel.");
      if (!value.rubric.some(({ id }) => id === choice.criterion))
        fault([...at, "criterion"], `het criterium ‘${choice.criterion}’ staat niet in rubric.`, "Kies een id uit rubric.");
      if (choice.claims.length + choice.sources.length === 0)
        fault(at, `keuze ‘${choice.id}’ noemt geen bewering en geen bron.`, "Noem bij claims of sources waar de uitleg op rust.");
    }
  }
  const { reached, circle } = walk(value.start, scenes);
  const lost = value.scenes.find((scene) => !reached.has(scene.id));
  if (lost) fault(["scenes"], `het toneel ‘${lost.id}’ is niet te bereiken.`, "Laat een keuze ernaartoe leiden, of haal het weg.");
  if (circle) fault(["scenes"], `wie bij ‘${circle}’ is, kan er terugkomen.`, "Laat elke keuze verder leiden: elke weg heeft een einde.");
}

function walk(start: string, scenes: ReadonlyMap<string, VignetteFile["scenes"][number]>): { reached: Set<string>; circle: string | null } {
  const reached = new Set<string>();
  const onTheWay = new Set<string>();
  let circle: string | null = null;
  const visit = (id: string) => {
    if (onTheWay.has(id)) circle ??= id;
    if (reached.has(id)) return;
    reached.add(id);
    onTheWay.add(id);
    for (const choice of scenes.get(id)?.choices ?? []) visit(choice.to);
    onTheWay.delete(id);
  };
  visit(start);
  return { reached, circle };
}
