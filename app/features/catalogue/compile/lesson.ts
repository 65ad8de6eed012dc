import type { Heading, Nodes, RootContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import { toString as plainText } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import type { z } from "zod";
import type { Block, CompiledLesson, Step } from "../compiled.ts";
import { caseAttributes, claimAttributes, type LessonFrontMatter, lessonSchema, promptAttributes } from "./course-schema.ts";
import { isSafeHref, linkCitations, parseMarkdown, toHtml } from "./markdown.ts";
import type { Report } from "./problems.ts";
import { type Located, readYaml } from "./yaml-door.ts";

/** A lesson file, read but not yet compiled: what other lessons may link to is known. */
export interface ReadLesson {
  file: string;
  moduleId: string;
  front: Located<LessonFrontMatter>;
  steps: { id: string; title: string; line: number; nodes: RootContent[] }[];
}

/** What a lesson needs to know of the rest of its course. */
export interface LessonSurroundings {
  inText(key: string): string | null;
  hasOutcome(id: string): boolean;
  /** file in the course folder → its lesson id and step ids */
  linkTargets: ReadonlyMap<string, { lessonId: string; steps: ReadonlySet<string> }>;
  hasFile(path: string): boolean;
  wordsPerMinute: number;
  report: Report;
}

export const MINUTES_PER_STEP = 10;
/** the id of what stands above a lesson's first heading */
export const OPENING_STEP = "begin";

/** Splits a lesson file into front matter and steps. @returns null when its front matter was refused */
export function readLesson(file: string, moduleId: string, text: string, report: Report): ReadLesson | null {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(text);
  if (!match) {
    report({
      file,
      line: 1,
      message: "De les begint niet met een kop tussen twee regels ‘---’.",
      advice: "Zet bovenaan --- met id, title, summary en outcomes, en daarna weer ---.",
    });
    return null;
  }
  const front = readYaml(file, match[1] ?? "", lessonSchema, report, 1);
  if (!front) return null;
  // Blank lines instead of the front matter: every position is then a line of the file itself.
  const source = match[0].replace(/[^\n]/g, "") + text.slice(match[0].length);
  const steps: ReadLesson["steps"] = [{ id: OPENING_STEP, title: "", line: 1, nodes: [] }];
  for (const node of parseMarkdown(source).children) {
    if (node.type === "heading" && node.depth === 2) steps.push(openStep(file, node, report));
    else steps.at(-1)?.nodes.push(node);
  }
  if (steps[0]?.nodes.length === 0) steps.shift();
  return { file, moduleId, front, steps };
}

function openStep(file: string, heading: Heading, report: Report): ReadLesson["steps"][number] {
  const line = heading.position?.start.line ?? 1;
  const match = /^(.*?)\s*\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}$/.exec(plainText(heading));
  if (!match) {
    report({
      file,
      line,
      message: `De kop ‘${plainText(heading)}’ heeft geen geldig id.`,
      advice: "Zet er een id achter, met kleine letters en streepjes: ## Titel {#mijn-stap}",
    });
    return { id: `regel-${line}`, title: plainText(heading), line, nodes: [] };
  }
  return { id: match[2] ?? "", title: match[1] ?? "", line, nodes: [] };
}

/** Compiles a lesson; whatever is wrong goes to `around.report`. `id`s of blocks are returned with their lines for the course to compare. */
export function compileLesson(
  lesson: ReadLesson,
  around: LessonSurroundings,
): { compiled: CompiledLesson; ids: { id: string; line: number }[] } {
  const work = new LessonWork(lesson.file, around);
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

class LessonWork {
  readonly file: string;
  readonly around: LessonSurroundings;
  words = 0;
  readonly minutes = { reflection: 0, case: 0, practice: 0 };
  readonly cited = new Set<string>();
  /** sources that the lesson's text leads back from */
  readonly anchored = new Set<string>();
  readonly ids: { id: string; line: number }[] = [];

  constructor(file: string, around: LessonSurroundings) {
    this.file = file;
    this.around = around;
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
      if (node.type !== "containerDirective") {
        prose.push(node);
        continue;
      }
      closeProse();
      const block = this.block(node);
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

  /** Prose counts as reading; a prompt does not, because its own minutes cover it. */
  html(nodes: RootContent[], counts = true, anchored: Set<string> | null = this.anchored): string {
    if (counts) this.words += countWords(nodes);
    let depth = 2;
    for (const node of nodes) {
      visit(node, (part) => {
        if (part.type === "heading") depth = this.heading(part, depth);
        else this.refuseForeign(part);
      });
      const fault = (line: number, key: string | null) =>
        key
          ? this.fault(line, `Bron ‘${key}’ staat niet in references.yaml.`, "Voeg de bron toe, of verbeter de verwijzing.")
          : this.fault(line, "Hier staat een verwijzing die we niet kunnen lezen.", "Schrijf [@bron] of [@bron; @andere-bron].");
      const keys = linkCitations(node, this.around.inText, fault, anchored);
      for (const key of keys) this.cited.add(key);
    }
    return toHtml(nodes);
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
      node.type === "footnoteDefinition" ||
      node.type === "footnoteReference"
    ) {
      this.fault(
        line,
        "Voetnoten en verwijzingen naar een losse linkregel kunnen hier niet.",
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
    if (node.name === "claim") return this.claim(node);
    if (node.name === "reflection" || node.name === "practice") return this.prompt(node, node.name);
    if (node.name === "case") return this.case(node);
    this.fault(
      node.position?.start.line ?? 1,
      `Het blok ‘${node.name}’ kennen we niet.`,
      "Kies uit: claim, reflection, practice, case (met daarin discussion).",
    );
    return null;
  }

  attributes<T extends { id: string }>(node: ContainerDirective, schema: z.ZodType<T>): T | null {
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

  claim(node: ContainerDirective): Block | null {
    const given = this.attributes(node, claimAttributes);
    if (!given) return null;
    const line = node.position?.start.line ?? 1;
    const sources = given.source.split(/\s+/);
    for (const key of sources) {
      if (this.around.inText(key) === null)
        this.fault(line, `Bron ‘${key}’ staat niet in references.yaml.`, "Voeg de bron toe, of verbeter de sleutel bij source.");
      this.cited.add(key);
    }
    const caveat = node.children.some(
      (child) => child.type === "paragraph" && child.children[0]?.type === "strong" && /^Kanttekening\b/.test(plainText(child.children[0])),
    );
    if (!caveat && given.verdict === "U")
      this.fault(
        line,
        "Deze bewering is niet onderbouwd (U) en staat er als feit.",
        "Voeg een alinea toe die begint met **Kanttekening:** en zegt waarom je haar niet gebruikt.",
      );
    if (!caveat && (given.verdict === "SC" || given.verdict === "C"))
      this.fault(
        line,
        `Een bewering met oordeel ${given.verdict} staat hier zonder haar correctie.`,
        "Voeg een alinea toe die begint met **Kanttekening:**.",
      );
    const html = this.html(node.children);
    return {
      kind: "claim",
      id: given.id,
      ledger: given.ledger,
      verdict: given.verdict,
      level: given.level,
      sources,
      anchors: this.anchorsFor(sources),
      html,
    };
  }

  prompt(node: ContainerDirective, kind: "reflection" | "practice"): Block | null {
    const given = this.attributes(node, promptAttributes);
    if (!given) return null;
    this.minutes[kind] += given.minutes;
    return { kind, id: given.id, minutes: given.minutes, html: this.html(node.children, false) };
  }

  case(node: ContainerDirective): Block | null {
    const given = this.attributes(node, caseAttributes);
    if (!given) return null;
    const discussions = node.children.filter(
      (child): child is ContainerDirective => child.type === "containerDirective" && child.name === "discussion",
    );
    const [discussion] = discussions;
    if (!discussion || discussions.length > 1) {
      this.fault(
        node.position?.start.line ?? 1,
        "Een casus heeft precies één bespreking nodig.",
        "Zet binnen ::::case één blok :::discussion.",
      );
      return null;
    }
    this.minutes.case += given.minutes;
    const html = this.html(node.children.filter((child) => child !== discussion));
    const told = this.html(discussion.children, true, null);
    return {
      kind: "case",
      id: given.id,
      title: given.title,
      minutes: given.minutes,
      // A discussion is not shown to everyone: whoever comes back from a source that only it cites, comes to the case.
      anchors: this.anchorsFor([...this.cited]),
      html,
      discussion: told,
    };
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
  case: '::::case{#casus-naam title="Titel" minutes="15"}',
};
