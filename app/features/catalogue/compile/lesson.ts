import type { Heading, Nodes, RootContent } from "mdast";
import type { ContainerDirective, LeafDirective } from "mdast-util-directive";
import { toString as plainText } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import type { z } from "zod";
import type { Block, CompiledLesson, Step } from "../compiled.ts";
import { compileCase, compileClaim, compilePrompt } from "./blocks.ts";
import { compileFigure } from "./figures.ts";
import { type Glossary, linkTerms, type Term } from "./glossary.ts";
import { isSafeHref, linkCitations, parseMarkdown, toHtml } from "./markdown.ts";
import { compileAudio, compileVideo } from "./media.ts";
import { linkNotes, type NotesInSource, type NumberedNote } from "./notes.ts";
import type { Report } from "./problems.ts";
import type { ReadLesson } from "./read-lesson.ts";

/** What a lesson needs to know of the rest of its course. */
export interface LessonSurroundings {
  inText(key: string): string | null;
  hasOutcome(id: string): boolean;
  /** file in the course folder → its lesson id and step ids */
  linkTargets: ReadonlyMap<string, { lessonId: string; steps: ReadonlySet<string> }>;
  hasFile(path: string): boolean;
  /** a file of the course folder; of bytes, their pointer */
  fileText(path: string): string | undefined;
  glossary: Glossary;
  wordsPerMinute: number;
  report: Report;
}

export const MINUTES_PER_STEP = 10;
/** Compiles a lesson; whatever is wrong goes to `around.report`. `id`s of blocks are returned with their lines for the course to compare. */
export function compileLesson(
  lesson: ReadLesson,
  around: LessonSurroundings,
): { compiled: CompiledLesson; ids: { id: string; line: number }[] } {
  const work = new LessonWork(lesson.file, around, lesson.notes);
  const { value } = lesson.front;
  for (const [index, outcome] of value.outcomes.entries()) {
    if (!around.hasOutcome(outcome))
      work.fault(
        lesson.front.line(["outcomes", index]),
        `Leerdoel ‘${outcome}’ staat niet in course.yaml.`,
        "Gebruik een van de leerdoelen uit course.yaml.",
      );
  }
  const steps = lesson.steps.map((step) => work.step(step));
  const notes = work.endNotes();
  const doubled = lesson.steps.find((step, index) => lesson.steps.findIndex((other) => other.id === step.id) !== index);
  if (doubled) work.fault(doubled.line, `Het id ‘${doubled.id}’ komt twee keer voor in deze les.`, "Geef elke kop een eigen id.");
  for (const { id, line } of work.ids) {
    if (lesson.steps.some((step) => step.id === id))
      work.fault(line, `Het id ‘${id}’ is ook het id van een kop in deze les.`, "Geef het blok een ander id.");
  }
  const minutes = { reading: Math.max(1, Math.round(work.words / around.wordsPerMinute)), ...work.minutes };
  return {
    compiled: {
      id: value.id,
      moduleId: lesson.moduleId,
      title: value.title,
      summary: value.summary,
      outcomes: value.outcomes,
      steps,
      words: work.words,
      minutes,
      cited: [...work.cited],
      terms: [...work.terms.values()],
      notes,
    },
    ids: work.ids,
  };
}

const countWords = (nodes: readonly Nodes[]) =>
  nodes
    .map(
      (node) =>
        plainText(node)
          .split(/\s+/)
          .filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
    )
    .reduce((sum, count) => sum + count, 0);

const isBlock = (node: RootContent): node is ContainerDirective | LeafDirective =>
  node.type === "containerDirective" || (node.type === "leafDirective" && node.name === "figure");

export class LessonWork {
  /** the file that is being compiled: faults name it */
  file: string;
  readonly around: LessonSurroundings;
  words = 0;
  readonly minutes = { reflection: 0, case: 0, practice: 0, media: 0 };
  readonly cited = new Set<string>();
  /** sources that the lesson's text leads back from */
  readonly anchored = new Set<string>();
  readonly ids: { id: string; line: number }[] = [];
  readonly terms = new Map<string, Term>();
  readonly numbered = new Map<string, NumberedNote>();
  readonly notes: NotesInSource;
  /** what is being compiled stands in a note or another file: neither can have notes */
  noNotes = false;

  constructor(file: string, around: LessonSurroundings, notes: NotesInSource) {
    this.file = file;
    this.around = around;
    this.notes = notes;
  }

  fault(line: number, message: string, advice: string): void {
    this.around.report({ file: this.file, line, message, advice });
  }

  step(step: ReadLesson["steps"][number]): Step {
    const before = this.words;
    this.words += countWords([{ type: "text", value: step.title }]);
    const blocks: Block[] = [];
    let prose: RootContent[] = [];
    const closeProse = () => {
      if (prose.length > 0) blocks.push({ kind: "prose", html: this.html(prose) });
      prose = [];
    };
    for (const node of step.nodes) {
      if (!isBlock(node)) {
        prose.push(node);
        continue;
      }
      closeProse();
      const block = node.type === "leafDirective" ? compileFigure(this, node) : this.block(node);
      if (block) blocks.push(block);
    }
    closeProse();
    const minutes = (this.words - before) / this.around.wordsPerMinute;
    if (minutes > MINUTES_PER_STEP) {
      this.fault(
        step.line,
        `De stap ‘${step.title || "begin"}’ is ${Math.ceil(minutes)} minuten lezen; ${MINUTES_PER_STEP} is het meeste.`,
        "Splits de stap met een extra kop, of kort de tekst in.",
      );
    }
    return { id: step.id, title: step.title, blocks };
  }

  /** The notes at the end of the lesson, in the order in which its text came to them; called once the text is done. */
  endNotes(): CompiledLesson["notes"] {
    for (const { label, line } of this.notes.doubled)
      this.fault(line, `De noot [^${label}] staat er twee keer.`, "Geef elke noot een eigen teken.");
    for (const [identifier, { label, position }] of this.notes.definitions) {
      if (!this.numbered.has(identifier))
        this.fault(
          position?.start.line ?? 1,
          `Naar de noot [^${label ?? identifier}] wordt nergens verwezen.`,
          "Zet het teken in de lopende tekst, of haal de noot weg.",
        );
    }
    this.noNotes = true;
    return [...this.numbered.values()].map(({ number, definition, backs }) => ({
      number,
      html: this.html(definition.children),
      backs,
    }));
  }

  /** A text that belongs to the lesson and stands in a file of its own; its minutes are counted by the block it belongs to. */
  otherFile(file: string, text: string): string {
    const own = { file: this.file, noNotes: this.noNotes };
    Object.assign(this, { file, noNotes: true });
    const html = this.html(parseMarkdown(text, { terms: true }).children, false);
    Object.assign(this, own);
    return html;
  }

  /** Prose counts as reading; a prompt does not, because its own minutes cover it. */
  html(nodes: RootContent[], counts = true, anchored: Set<string> | null = this.anchored): string {
    if (counts) this.words += countWords(nodes);
    let depth = 2;
    for (const node of nodes) {
      visit(node, (part) => {
        if (part.type === "heading") depth = this.heading(part, depth);
        else this.refuseForeign(part);
      });
      this.marks(node, anchored === null);
      const fault = (line: number, key: string | null) =>
        key
          ? this.fault(line, `Bron ‘${key}’ staat niet in references.yaml.`, "Voeg de bron toe, of verbeter de verwijzing.")
          : this.fault(line, "Hier staat een verwijzing die we niet kunnen lezen.", "Schrijf [@bron] of [@bron; @andere-bron].");
      const keys = linkCitations(node, this.around.inText, fault, anchored);
      for (const key of keys) this.cited.add(key);
    }
    return toHtml(nodes);
  }

  /** Terms and notes become links. Notes stand under the lesson for everyone, so a discussion that not everyone sees has none. */
  marks(node: Nodes, hidden: boolean): void {
    const unknown = (line: number, message: string) =>
      this.fault(line, message, 'Kies een begrip uit glossary in course.yaml, of voeg het daar toe: :term[woorden]{of="begrip"}.');
    for (const term of linkTerms(node, this.around.glossary, unknown)) this.terms.set(term.id, term);
    if (hidden || this.noNotes) {
      visit(node, "footnoteReference", (mark) =>
        this.fault(
          mark.position?.start.line ?? 1,
          "Hier kan geen noot staan.",
          "Noten horen bij de lopende tekst van de les, niet bij een andere noot, een bespreking of een uitgeschreven tekst.",
        ),
      );
      return;
    }
    linkNotes(node, this.notes, this.numbered, (line) =>
      this.fault(line, "Bij dit noottekentje hoort geen noot.", "Schrijf de noot op een eigen regel: [^1]: De tekst van de noot."),
    );
  }

  heading(heading: Heading, depth: number): number {
    const line = heading.position?.start.line ?? 1;
    if (heading.depth < 3 || heading.depth > depth + 1 || heading.depth > 4) {
      this.fault(
        line,
        `De kop ‘${plainText(heading)}’ heeft een niveau dat hier niet past.`,
        "Binnen een stap begin je met ###, en daaronder ####.",
      );
    }
    return heading.depth;
  }

  refuseForeign(node: Nodes): void {
    const line = node.position?.start.line ?? 1;
    if (node.type === "html") this.fault(line, "Hier staat HTML.", "Schrijf gewone Markdown; HTML wordt niet overgenomen.");
    if (node.type === "image") {
      const advice = this.around.hasFile(node.url)
        ? "Afbeeldingen in lessen kunnen in deze versie nog niet; haal de verwijzing weg."
        : "Haal de verwijzing weg, of zet het bestand in de cursusmap.";
      this.fault(line, `De afbeelding ‘${node.url}’ kan niet worden getoond.`, advice);
    }
    if (
      node.type === "definition" ||
      node.type === "linkReference" ||
      node.type === "imageReference" ||
      node.type === "footnoteDefinition"
    ) {
      this.fault(
        line,
        "Een losse linkregel kan hier niet, en een noot ook niet.",
        "Schrijf de link voluit: [tekst](adres), of verwijs naar een bron met [@bron].",
      );
    }
    if (node.type === "leafDirective" || node.type === "containerDirective") {
      this.fault(
        line,
        `Het blok ‘${node.name}’ kan hier niet staan.`,
        "Een blok staat los, tussen lege regels, en niet binnen een lijst of een ander blok.",
      );
    }
    if (node.type === "link") this.link(node, line);
  }

  /** Links inside the course name a file (`03-cijfers.md#stap`) and become addresses beside this lesson's own. */
  link(link: Extract<Nodes, { type: "link" }>, line: number): void {
    if (/^(https:\/\/|mailto:)/.test(link.url)) return;
    const [path = "", anchor] = link.url.split("#");
    const file =
      path === "" ? this.file : path.startsWith("../") ? path.slice(3) : `${this.file.slice(0, this.file.lastIndexOf("/") + 1)}${path}`;
    const target = this.around.linkTargets.get(file);
    if (!target || (anchor !== undefined && !target.steps.has(anchor))) {
      this.fault(
        line,
        `De link ‘${link.url}’ leidt nergens heen.`,
        "Verwijs naar een lesbestand of een stap die bestaat (02-welk-gemis.md#stap), of naar een adres met https://.",
      );
      return;
    }
    link.url = `${path === "" ? "" : target.lessonId}${anchor === undefined ? "" : `#${anchor}`}`;
    if (!isSafeHref(link.url)) this.fault(line, `De link ‘${link.url}’ kan niet.`, "Verwijs naar een ander lesbestand of een stap.");
  }

  block(node: ContainerDirective): Block | null {
    if (node.name === "claim") return compileClaim(this, node);
    if (node.name === "reflection" || node.name === "practice") return compilePrompt(this, node, node.name);
    if (node.name === "case") return compileCase(this, node);
    if (node.name === "video") return compileVideo(this, node);
    if (node.name === "audio") return compileAudio(this, node);
    this.fault(
      node.position?.start.line ?? 1,
      `Het blok ‘${node.name}’ kennen we niet.`,
      "Kies uit: claim, reflection, practice, case (met daarin discussion), video, audio; en ::figure op één regel.",
    );
    return null;
  }

  attributes<T extends { id: string }>(node: ContainerDirective | LeafDirective, schema: z.ZodType<T>): T | null {
    const line = node.position?.start.line ?? 1;
    const result = schema.safeParse(node.attributes ?? {});
    if (!result.success) {
      const names = [...new Set(result.error.issues.map((issue) => issue.path.map(String).join(".") || "velden"))].join(", ");
      this.fault(
        line,
        `Het blok ‘${node.name}’ mist iets of heeft een onbekende waarde: ${names}.`,
        `Voorbeeld: ${examples[node.name] ?? ""}`,
      );
      return null;
    }
    this.ids.push({ id: result.data.id, line });
    return result.data;
  }

  /** Those of `keys` that no text before or in this block leads back from; from now on this block does. */
  anchorsFor(keys: readonly string[]): string[] {
    const here = [...new Set(keys)].filter((key) => !this.anchored.has(key));
    for (const key of here) this.anchored.add(key);
    return here;
  }
}

const examples: Record<string, string> = {
  claim: ':::claim{#claim-d01 ledger="D01" verdict="S" level="theory" source="sleutel"}',
  reflection: ':::reflection{#reflectie-naam minutes="8"}',
  practice: ':::practice{#oefening-naam minutes="20"}',
  figure: '::figure{#figuur-naam name="drie-ringen"}',
  case: '::::case{#casus-naam title="Titel" minutes="15"}',
  video: ':::video{#video-naam src="clip.webm" captions="clip.nl.vtt" transcript="clip.nl.md" minutes="3"}',
  audio: ':::audio{#audio-naam src="opname.mp3" transcript="opname.nl.md" minutes="3"}',
};
