import { join } from "node:path";
import { sha256 } from "#app/platform/crypto.server.ts";
import { db, type Tx } from "#app/platform/db.server.ts";
import { log } from "#app/platform/log.server.ts";
import { clipMemory } from "./clip-memory.server.ts";
import type { CourseFiles, Problem } from "./compile/problems.ts";
import { courseFolders, readCourse } from "./course-folder.server.ts";
import { placeFirstFacts } from "./first-facts.server.ts";
import { dropCutOffCopies, storeMedia } from "./media-store.server.ts";
import { HELP_LINES } from "./provider.server.ts";
import { placeLogo } from "./provider-logo.server.ts";
import { outdatedRevisions, recompile, storeRevision } from "./revisions.server.ts";
import { indexMissing } from "./search-index.server.ts";
import { readSiteFiles } from "./site-files.server.ts";

export interface PublishProblem extends Problem {
  /** the course's folder; `provider.yaml` and `help-lines.yaml` stand under `site` */
  courseSlug: string;
}

export interface PublishResult {
  /** slugs of which a new revision was stored */
  published: string[];
  problems: PublishProblem[];
}

/** any number of ours; the same on every node, and for whoever else makes a revision */
export const PUBLISH_LOCK = 72_616_103;
const SITE = "site";

/**
 * Makes what stands in `folder` the published courses. Safe to call at every start and on every node at once: the same
 * files twice change nothing. A course that does not pass its check, or of which a file cannot be read or kept, keeps its last good
 * revision and is reported.
 */
export async function publishCourses({ folder, now }: { folder: string; now: Date }): Promise<PublishResult> {
  await dropCutOffCopies(now);
  const readings = await readCourses(folder);
  const site = await readSiteFiles(folder);
  const result = await oneAtATime(async (tx) => {
    const published: string[] = [];
    const problems: PublishProblem[] = site.problems.map((problem) => ({ ...problem, courseSlug: SITE }));
    for (const { slug, files, problems: unread } of readings) {
      const outcome = unread.length > 0 ? { stored: false, problems: unread } : await storeRevision(tx, slug, files, now);
      if (outcome.stored) published.push(slug);
      problems.push(...outcome.problems.map((problem) => ({ ...problem, courseSlug: slug })));
    }
    if (site.provider) await placeFirstFacts(tx, site.provider, now);
    if (site.logo !== undefined) await placeLogo(tx, site.logo);
    if (site.helpLines) await storeSiteDocument(tx, HELP_LINES, site.helpLines, now);
    await tx.courseProblem.deleteMany({});
    await tx.courseProblem.createMany({ data: problems.map((problem) => ({ ...problem, seenAt: now })) });
    await indexMissing(tx);
    return { published, problems };
  });
  // Each by itself: every correction is a revision, and all of them together take longer than a transaction may.
  for (const id of await outdatedRevisions()) await oneAtATime((tx) => recompile(tx, id));
  for (const problem of result.problems) log.warn("course problem", { ...problem });
  return result;
}

/** Two nodes starting at once wait for one another; a cold start compiles everything. */
function oneAtATime<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(${PUBLISH_LOCK})`;
      return work(tx);
    },
    { maxWait: 20_000, timeout: 120_000 },
  );
}

interface ReadCourse {
  slug: string;
  files: CourseFiles;
  /** with any, the course cannot be published as it stands */
  problems: Problem[];
}

/** Every course as text, its clips in the store of this node: before anyone can be told of them. A clip no lesson shows does no harm. */
async function readCourses(folder: string): Promise<ReadCourse[]> {
  const memory = await clipMemory();
  const courses: ReadCourse[] = [];
  for (const slug of await courseFolders(folder)) {
    const { files, problems } = await readCourse(join(folder, slug), memory.hashOf);
    courses.push({ slug, files, problems: [...problems, ...(await storeMedia(join(folder, slug), files))] });
  }
  await memory.keep();
  return courses;
}

/** A document the office has changed is the office's from then on: its file says nothing any more. */
async function storeSiteDocument(tx: Tx, key: string, data: object, now: Date): Promise<void> {
  const contentHash = sha256(JSON.stringify(data));
  const values = { contentHash, data, publishedAt: now };
  await tx.siteDocument.createMany({ data: [{ key, ...values }], skipDuplicates: true });
  // Asked by the update itself, which waits for the office: a row read before it may be the office's by now.
  await tx.siteDocument.updateMany({ where: { key, officeChangedAt: null, contentHash: { not: contentHash } }, data: values });
}
