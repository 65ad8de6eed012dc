import { sha256 } from "#app/platform/crypto.server.ts";
import { db, type Tx } from "#app/platform/db.server.ts";
import { log } from "#app/platform/log.server.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { type CheckedCourse, type CourseFiles, checkCourse, type Problem } from "./check-course.ts";
import { lessonMinutes } from "./compile/study-load.ts";
import { COMPILER_VERSION, type Requirement } from "./compiled.ts";
import { indexRevision } from "./search-index.server.ts";

/** The same text has the same hash, whatever order its files were read in. */
export function contentHash(files: CourseFiles): string {
  return sha256(JSON.stringify(Object.entries(files).sort(([left], [right]) => (left < right ? -1 : 1))));
}

/** The same conditions have the same hash, whatever order they are written in. */
export function requirementsHash(requirements: readonly Requirement[]): string {
  const canonical = requirements.map((requirement) => {
    if (requirement.type === "lessons-finished") return JSON.stringify([requirement.type, requirement.lessons.toSorted()]);
    if (requirement.type === "cases-written") return JSON.stringify([requirement.type, requirement.cases.toSorted()]);
    if (requirement.type === "vignettes-played") return JSON.stringify([requirement.type, requirement.vignettes.toSorted()]);
    if (requirement.type === "evaluation-given") return JSON.stringify([requirement.type]);
    return JSON.stringify([requirement.type, requirement.test, requirement.percent]);
  });
  return sha256(JSON.stringify(canonical.sort()));
}

export interface StoreOutcome {
  stored: boolean;
  problems: Problem[];
}

const nothingNew: StoreOutcome = { stored: false, problems: [] };
const refused = (...problems: Problem[]): StoreOutcome => ({ stored: false, problems });

/** Stores a course folder as a revision of its edition, unless it is stored already or something stands in the way. */
export async function storeRevision(tx: Tx, folder: string, files: CourseFiles, now: Date): Promise<StoreOutcome> {
  const hash = contentHash(files);
  // Without a check: what was published once stays published, also when the rules have become stricter since.
  const known = await tx.editionRevision.findFirst({ where: { contentHash: hash, edition: { courseSlug: folder } }, select: { id: true } });
  if (known) return nothingNew;
  const checked = checkCourse(files);
  if (!checked.ok) return refused(...checked.problems);
  const { course } = checked;
  const about = (field: string, message: string, advice: string): StoreOutcome =>
    refused({ file: "course.yaml", line: lineOf(files["course.yaml"] ?? "", field), message, advice });
  if (course.slug !== folder)
    return about(
      "slug",
      `De slug ‘${course.slug}’ is niet de naam van de map (‘${folder}’).`,
      "Een slug verandert nooit. Geef de map en de slug dezelfde naam.",
    );
  const requirements = requirementsHash(course.requirements);
  const edition = await tx.edition.findUnique({
    where: { courseSlug_number: { courseSlug: course.slug, number: course.edition } },
    select: { id: true, requirementsHash: true, revisions: { orderBy: { revision: "desc" }, take: 1, select: { revision: true } } },
  });
  if (edition && edition.requirementsHash !== requirements) {
    return about(
      "edition",
      `De eisen voor het certificaat zijn anders dan in de gepubliceerde editie ${course.edition}.`,
      "Nieuwe eisen of een andere lijst lessen vragen een nieuw editienummer. Verhoog edition, en zet revision op 1.",
    );
  }
  const highest = edition?.revisions[0]?.revision ?? 0;
  if (course.revision <= highest) {
    return about(
      "revision",
      `De tekst is gewijzigd, maar revisie ${highest} is al gepubliceerd.`,
      `Verhoog de revisie naar ${highest + 1} en schrijf bij revisionReason waarom.`,
    );
  }
  await tx.course.upsert({
    where: { slug: course.slug },
    create: { slug: course.slug, kind: course.kind, createdAt: now },
    update: { kind: course.kind },
    select: { slug: true },
  });
  const editionId = edition?.id ?? (await createEdition(tx, checked, requirements, now));
  const { id } = await tx.editionRevision.create({
    data: {
      editionId,
      revision: course.revision,
      contentHash: hash,
      author: checked.author,
      reason: checked.reason,
      material: checked.material,
      source: files,
      compiled: json(course),
      compilerVersion: COMPILER_VERSION,
      publishedAt: now,
    },
    select: { id: true },
  });
  await storeParts(tx, id, checked, files);
  await indexRevision(tx, id, course, checked.lessons);
  return { stored: true, problems: [] };
}

/** A new edition starts as a draft: reviewing it and putting it on sale are acts of the office. */
async function createEdition(tx: Tx, { course }: CheckedCourse, hash: string, now: Date): Promise<string> {
  const { id } = await tx.edition.create({
    data: {
      courseSlug: course.slug,
      number: course.edition,
      requirements: json(course.requirements),
      requirementsHash: hash,
      createdAt: now,
    },
    select: { id: true },
  });
  return id;
}

async function storeParts(
  tx: Tx,
  revisionId: string,
  { course, lessons, tests, vignettes, origins }: CheckedCourse,
  files: CourseFiles,
): Promise<void> {
  const listed = course.modules.flatMap((module) => module.lessons);
  const sourceHash = (id: string) => sha256(files[origins[id] ?? ""] ?? "");
  await tx.revisionLesson.createMany({
    data: lessons.map((lesson, index) => ({
      revisionId,
      lessonId: lesson.id,
      moduleId: lesson.moduleId,
      position: index + 1,
      title: lesson.title,
      preview: listed.some((entry) => entry.id === lesson.id && entry.preview),
      minutes: lessonMinutes(lesson),
      content: json(lesson),
      sourceHash: sourceHash(lesson.id),
    })),
  });
  await tx.revisionTest.createMany({
    data: tests.map((test) => ({
      revisionId,
      testId: test.id,
      kind: test.kind,
      moduleId: course.modules.find((module) => module.check === test.id)?.id ?? null,
      definition: json(test),
      sourceHash: sourceHash(test.id),
    })),
  });
  await tx.revisionVignette.createMany({
    data: vignettes.map((vignette) => ({
      revisionId,
      vignetteId: vignette.id,
      lessonId: vignette.lessonId,
      definition: json(vignette),
      sourceHash: sourceHash(vignette.id),
    })),
  });
}

/** The revisions that an older compiler made, the newest first: those are read most. */
export async function outdatedRevisions(): Promise<string[]> {
  const old = await db.editionRevision.findMany({
    where: { compilerVersion: { lt: COMPILER_VERSION } },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  return old.map(({ id }) => id);
}

/**
 * Compiles a published revision anew from its stored source, unless another node has done so. Ids and requirements stay; a revision that
 * the newer compiler refuses keeps its old form and is logged.
 */
export async function recompile(tx: Tx, id: string): Promise<void> {
  const revision = await tx.editionRevision.findFirst({
    where: { id, compilerVersion: { lt: COMPILER_VERSION } },
    select: { source: true },
  });
  if (!revision) return;
  const files = revision.source as unknown as CourseFiles;
  const checked = checkCourse(files, { published: true });
  if (!checked.ok) {
    log.warn("a published revision does not compile any more; its last form is kept", { id, problems: checked.problems.length });
    return;
  }
  await tx.revisionLesson.deleteMany({ where: { revisionId: id } });
  await tx.revisionTest.deleteMany({ where: { revisionId: id } });
  await tx.revisionVignette.deleteMany({ where: { revisionId: id } });
  await storeParts(tx, id, checked, files);
  await indexRevision(tx, id, checked.course, checked.lessons);
  await tx.editionRevision.update({
    where: { id },
    data: { compiled: json(checked.course), compilerVersion: COMPILER_VERSION },
    select: { id: true },
  });
}

/** Our own shapes as the driver wants them: plain data, no dates, no undefined. */
const json = (value: object) => value as unknown as Prisma.InputJsonObject;

const lineOf = (yaml: string, field: string) => yaml.split("\n").findIndex((line) => line.startsWith(`${field}:`)) + 1 || 1;
