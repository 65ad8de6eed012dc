import { recordAudit } from "#app/platform/audit.server.ts";
import { sha256 } from "#app/platform/crypto.server.ts";
import { db, type Tx } from "#app/platform/db.server.ts";
import { besideFolder } from "./compile/included.ts";
import type { CourseFiles, Problem } from "./compile/problems.ts";
import { type ChangedCourse, writeBack } from "./correction-files.server.ts";
import { withIncluded } from "./included-copy.ts";
import { lessonFileOf, type Passage, passagesOf, plainLines, withPassage } from "./passages.ts";
import { PUBLISH_LOCK } from "./publish.server.ts";
import { editionIn, withRevisionLines } from "./revision-lines.ts";
import { storeRevision } from "./revisions.server.ts";

/** The newest text of an edition, with the source it was made from. */
interface NewestText {
  slug: string;
  edition: string;
  revision: number;
  files: CourseFiles;
}

/** The newest text of an edition in use; null for one that is unknown or retired. */
async function newestText(tx: Tx, slug: string, number: string): Promise<NewestText | null> {
  const row = await tx.editionRevision.findFirst({
    where: { edition: { courseSlug: slug, number, state: { not: "retired" } } },
    orderBy: { revision: "desc" },
    select: { revision: true, source: true },
  });
  return row && { slug, edition: number, revision: row.revision, files: row.source as unknown as CourseFiles };
}

export interface LessonToCorrect {
  lessonTitle: string;
  revision: number;
  file: string;
  passages: Passage[];
}

/** A lesson as its writer left it, in passages; null for one that is unknown, retired, or of another course. */
export async function lessonToCorrect(slug: string, edition: string, lessonId: string): Promise<LessonToCorrect | null> {
  const text = await newestText(db, slug, edition);
  const file = text && lessonFileOf(text.files, lessonId);
  if (!text || !file) return null;
  const lesson = await db.revisionLesson.findFirst({
    where: { lessonId, revision: { revision: text.revision, edition: { courseSlug: slug, number: edition } } },
    select: { title: true },
  });
  return {
    lessonTitle: lesson?.title ?? lessonId,
    revision: text.revision,
    file,
    passages: passagesOf(text.files[file] ?? ""),
  };
}

/** What a form sends back to say which text it was made in. */
export const passageMark = (text: string): string => sha256(text).slice(0, 16);

export interface Correction {
  slug: string;
  edition: string;
  lessonId: string;
  passage: number;
  /** `passageMark` of the text that was corrected: somebody else may have been there since */
  mark: string;
  text: string;
  /** for readers, in a sentence */
  reason: string;
  /** whether a register that recognised the course should hear of it */
  material: boolean;
  /** their name stands beside the revision */
  author: string;
  actorId: string;
}

export interface CourseFault extends Problem {
  courseSlug: string;
}

export type CorrectionRefusal =
  | { ok: false; reason: "changed-meanwhile" | "passage-gone" | "nothing-changed" | "empty" }
  | { ok: false; reason: "refused"; problems: CourseFault[] };
export type CorrectionAnswer =
  | { ok: true; revision: number; written: boolean }
  | { ok: false; reason: "unknown-lesson" }
  | CorrectionRefusal;

/** Undoes everything, and carries out why. */
class Refused extends Error {
  readonly problems: CourseFault[];
  constructor(problems: CourseFault[]) {
    super("the corrected text does not pass the check");
    this.problems = problems;
  }
}

/**
 * Makes a correction of one passage the next revision of its edition, by the rules of publishing; courses that include a module of this
 * one get the same text in a revision of their own, or the correction is refused as a whole. Afterwards it is written back to the files in
 * `folder`, where those are still the text it was made in.
 */
export async function correct(correction: Correction, folder: string, now: Date): Promise<CorrectionAnswer> {
  const text = plainLines(correction.text);
  if (text === "") return { ok: false, reason: "empty" };
  const outcome = await db
    .$transaction((tx) => make(tx, { ...correction, text }, now), { maxWait: 20_000, timeout: 60_000 })
    .catch((error: unknown) => {
      if (error instanceof Refused) return { ok: false, reason: "refused", problems: error.problems } as const;
      throw error;
    });
  if (!outcome.ok) return outcome;
  return { ok: true, revision: outcome.revision, written: await writeBack(folder, outcome.courses) };
}

type Made =
  | { ok: true; revision: number; courses: ChangedCourse[] }
  | { ok: false; reason: "unknown-lesson" | "changed-meanwhile" | "passage-gone" | "nothing-changed" };

async function make(tx: Tx, correction: Correction, now: Date): Promise<Made> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${PUBLISH_LOCK})`;
  const { slug, edition, lessonId } = correction;
  const newest = await newestText(tx, slug, edition);
  const file = newest && lessonFileOf(newest.files, lessonId);
  if (!newest || !file) return { ok: false, reason: "unknown-lesson" };
  const lesson = newest.files[file] ?? "";
  const passage = passageMeant(passagesOf(lesson), correction);
  if (typeof passage === "string") return { ok: false, reason: passage };
  const corrected = withPassage(lesson, passage, correction.text);
  if (corrected === lesson) return { ok: false, reason: "nothing-changed" };
  const own = nextText(newest, { [file]: corrected }, correction);
  const ids = [await store(tx, own, now)];
  const along = (await includingTexts(tx, newest)).map((text) => nextText(text, withIncluded(text.files, slug, own.after), correction));
  for (const other of along) ids.push(await store(tx, other, now));
  await recordAudit(tx, {
    actor: { kind: "office", id: correction.actorId },
    action: "catalogue.passage-corrected",
    subject: { kind: "edition-revision", id: ids[0] ?? "" },
    data: {
      courseSlug: slug,
      edition,
      revision: own.revision,
      lessonId,
      material: correction.material,
      along: along.map((other) => `${other.slug} ${other.edition}.${other.revision}`),
    },
    now,
  });
  return { ok: true, revision: own.revision, courses: [own, ...along] };
}

/** The passage as it was seen: in its place, or the only one of that text where a correction before it moved it along. */
function passageMeant(passages: readonly Passage[], { passage, mark }: Correction): Passage | "passage-gone" | "changed-meanwhile" {
  const inPlace = passages[passage];
  if (inPlace && passageMark(inPlace.text) === mark) return inPlace;
  const [elsewhere, another] = passages.filter(({ text }) => passageMark(text) === mark);
  if (elsewhere && !another) return elsewhere;
  return inPlace ? "changed-meanwhile" : "passage-gone";
}

interface NextText extends ChangedCourse {
  edition: string;
  revision: number;
}

/** The revision after `text`, with these files changed in it. */
function nextText({ slug, edition, revision, files }: NewestText, changes: CourseFiles, said: Correction): NextText {
  const { author, reason, material } = said;
  const next = revision + 1;
  const named = withRevisionLines(files["course.yaml"] ?? "", { revision: next, author, reason, material });
  const kept = Object.entries({ ...files, ...changes });
  return { slug, edition, revision: next, before: files, after: { ...Object.fromEntries(kept), "course.yaml": named } };
}

/** @returns the id of the revision. @throws Refused with what stands in the way */
async function store(tx: Tx, { slug, edition, revision, after }: NextText, now: Date): Promise<string> {
  const { stored, problems } = await storeRevision(tx, slug, after, now);
  if (!stored) throw new Refused(problems.map((problem) => ({ ...problem, courseSlug: slug })));
  const row = await tx.editionRevision.findFirstOrThrow({
    where: { revision, edition: { courseSlug: slug, number: edition } },
    select: { id: true },
  });
  return row.id;
}

/** The newest texts of the courses that include a module of this edition. */
async function includingTexts(tx: Tx, { slug, edition }: NewestText): Promise<NewestText[]> {
  const key = `${besideFolder(slug)}course.yaml`;
  const rows = await tx.$queryRaw<NewestText[]>`
    select * from (
      select distinct on (edition.id) edition.course_slug as slug, edition.number as edition, revision, source as files
      from edition_revision join edition on edition.id = edition_id
      where edition.state <> 'retired' and edition.course_slug <> ${slug}
      order by edition.id, revision desc
    ) newest where jsonb_exists(files, ${key})`;
  return rows.filter(({ files }) => editionIn(files[key] ?? "") === edition);
}
