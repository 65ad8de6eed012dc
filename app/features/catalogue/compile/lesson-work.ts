import type { Nodes, RootContent } from "mdast";
import type { ContainerDirective, LeafDirective } from "mdast-util-directive";
import { toString as plainText } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import type { z } from "zod";
import type { VignetteDefinition } from "../compiled.ts";
import { checkHeading, refuseForeign } from "./foreign-parts.ts";
import type { Glossary, Term } from "./glossary.ts";
import { citeClaims, judgeText, unwrapWeighed } from "./judged-text.ts";
import type { Ledger } from "./ledger.ts";
import { linkMarks } from "./lesson-marks.ts";
import { linkCitations, parseMarkdown, toHtml } from "./markdown.ts";
import type { NotesInSource, NumberedNote } from "./notes.ts";
import type { Report } from "./problems.ts";

/** What a lesson needs to know of the rest of its course. */
export interface LessonSurroundings {
  inText(key: string): string | null;
  hasOutcome(id: string): boolean;
  /** file in the course folder → its lesson id and step ids */
  linkTargets: ReadonlyMap<string, { lessonId: string; steps: ReadonlySet<string> }>;
  /** a file of the lesson's own course folder; of bytes, their pointer */
  fileText(path: string): string | undefined;
  /** how such a file is called in messages */
  path(name: string): string;
  /** null for a course published before there were ledgers: its text is taken as it is */
  ledger: Ledger | null;
  glossary: Glossary;
  wordsPerMinute: number;
  report: Report;
}

/** What is counted and met while a lesson is compiled, in whatever file it stands. */
export class LessonTally {
  readonly lessonId: string;
  words = 0;
  readonly minutes = { reflection: 0, case: 0, practice: 0, media: 0, vignette: 0 };
  readonly cited = new Set<string>();
  /** claims of the ledger that the text makes */
  readonly claims = new Set<string>();
  readonly vignettes: { definition: VignetteDefinition; file: string }[] = [];
  /** sources that the lesson's text leads back from */
  readonly anchored = new Set<string>();
  readonly ids: { id: string; line: number }[] = [];
  readonly terms = new Map<string, Term>();
  readonly numbered = new Map<string, NumberedNote>();

  constructor(lessonId: string) {
    this.lessonId = lessonId;
  }
}

/** The compiling of one file's text into one lesson's tally. Blocks are compiled through it. */
export class LessonWork {
  /** faults name it */
  readonly file: string;
  readonly around: LessonSurroundings;
  /** null where no note can be: in a note itself, and in another file */
  readonly notes: NotesInSource | null;
  readonly tally: LessonTally;

  constructor(file: string, around: LessonSurroundings, notes: NotesInSource | null, tally: LessonTally) {
    this.file = file;
    this.around = around;
    this.notes = notes;
    this.tally = tally;
  }

  fault(line: number, message: string, advice: string): void {
    this.around.report({ file: this.file, line, message, advice });
  }

  get lessonId(): string {
    return this.tally.lessonId;
  }

  /** The same lesson, where its text may not have notes. */
  withoutNotes(file = this.file): LessonWork {
    return new LessonWork(file, this.around, null, this.tally);
  }

  /** A text that belongs to the lesson and stands in a file of its own; its minutes are counted by the block it belongs to. */
  otherFile(file: string, text: string): string {
    return this.withoutNotes(file).html(parseMarkdown(text, { terms: true }).children, false);
  }

  /** Prose that says what is so: each factual sentence rests on a claim, its own or the one of the box it stands in (`within`). */
  told(nodes: RootContent[], within: string | null = null, anchored: Set<string> | null = this.tally.anchored): string {
    if (this.around.ledger) {
      const fault = this.fault.bind(this);
      judgeText(nodes, { ledger: this.around.ledger, fault, within });
      for (const node of nodes) citeClaims(node, { ledger: this.around.ledger, fault, met: (id) => void this.tally.claims.add(id) });
    }
    return this.html(nodes, true, anchored);
  }

  /** Prose counts as reading; a prompt does not, because its own minutes cover it. */
  html(nodes: RootContent[], counts = true, anchored: Set<string> | null = this.tally.anchored): string {
    for (const node of nodes) unwrapWeighed(node, this.fault.bind(this));
    if (counts) this.countWords(nodes);
    let depth = 2;
    for (const node of nodes) {
      visit(node, (part) => {
        if (part.type === "heading") depth = checkHeading(this, part, depth);
        else refuseForeign(this, part);
      });
      linkMarks(this, node, anchored === null);
      const fault = (line: number, key: string | null) =>
        key
          ? this.fault(line, `Bron ‘${key}’ staat niet in references.yaml.`, "Voeg de bron toe, of verbeter de verwijzing.")
          : this.fault(line, "Hier staat een verwijzing die we niet kunnen lezen.", "Schrijf [@bron] of [@bron; @andere-bron].");
      for (const key of linkCitations(node, this.around.inText, fault, anchored)) this.tally.cited.add(key);
    }
    return toHtml(nodes);
  }

  /** @returns the sources of a claim; an unknown one is a fault, and has none */
  sourcesOfClaim(id: string, line: number): string[] {
    const claim = this.around.ledger?.get(id);
    if (!claim) this.fault(line, `Bewering ‘${id}’ staat niet in claims.yaml.`, "Voeg de bewering toe, of verbeter de verwijzing.");
    else this.tally.claims.add(id);
    return claim?.sources ?? [];
  }

  knownSource(key: string, line: number): void {
    if (this.around.inText(key) === null)
      this.fault(line, `Bron ‘${key}’ staat niet in references.yaml.`, "Voeg de bron toe, of verbeter de sleutel.");
  }

  countWords(nodes: readonly Nodes[]): void {
    for (const node of nodes)
      this.tally.words += plainText(node)
        .split(/\s+/)
        .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  }

  attributes<T extends { id: string }>(node: ContainerDirective | LeafDirective, schema: z.ZodType<T>): T | null {
    const line = node.position?.start.line ?? 1;
    const result = schema.safeParse(node.attributes ?? {});
    if (!result.success) {
      const said = result.error.issues.flatMap((issue) =>
        issue.code === "unrecognized_keys" ? issue.keys : issue.path.map(String).join("."),
      );
      const names = [...new Set(said)].join(", ");
      this.fault(
        line,
        `Het blok ‘${node.name}’ mist iets of heeft een onbekende waarde: ${names}.`,
        `Voorbeeld: ${examples[node.name] ?? ""}`,
      );
      return null;
    }
    this.tally.ids.push({ id: result.data.id, line });
    return result.data;
  }

  /** Those of `keys` that no text before or in this block leads back from; from now on this block does. */
  anchorsFor(keys: readonly string[]): string[] {
    const here = [...new Set(keys)].filter((key) => !this.tally.anchored.has(key));
    for (const key of here) this.tally.anchored.add(key);
    return here;
  }
}

const examples: Record<string, string> = {
  claim: ':::claim{#claim-d01 ledger="D01"}',
  reflection: ':::reflection{#reflectie-naam minutes="8"}',
  practice: ':::practice{#oefening-naam minutes="20"}',
  figure: '::figure{#figuur-naam name="drie-ringen"}',
  vignette: '::vignette{#vignet-naam src="vignettes/naam.yaml"}',
  case: '::::case{#casus-naam title="Titel" minutes="15"}',
  video: ':::video{#video-naam src="clip.webm" captions="clip.nl.vtt" transcript="clip.nl.md" minutes="3"}',
  audio: ':::audio{#audio-naam src="opname.mp3" transcript="opname.nl.md" minutes="3"}',
};
