import { join } from "node:path";
import { sha256 } from "#app/platform/crypto.server.ts";
import { db, type Tx } from "#app/platform/db.server.ts";
import { log } from "#app/platform/log.server.ts";
import type { Problem } from "./compile/problems.ts";
import { courseFolders, readCourseFolder } from "./course-folder.server.ts";
import { placeFirstFacts } from "./first-facts.server.ts";
import { storeMedia } from "./media.server.ts";
import { HELP_LINES } from "./provider.server.ts";
import { placeLogo } from "./provider-logo.server.ts";
import { recompile, storeRevision } from "./revisions.server.ts";
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

/** any number of ours; the same on every node */
const PUBLISH_LOCK = 72_616_103;
const SITE = "site";

/**
 * Makes what stands in `folder` the published courses. Safe to call at every start and on every node at once: the same
 * files twice change nothing. A course that does not pass its check keeps its last good revision and is reported.
 */
export async function publishCourses({ folder, now }: { folder: string; now: Date }): Promise<PublishResult> {
  const readings = await Promise.all(
    (await courseFolders(folder)).map(async (name) => ({ slug: name, files: await readCourseFolder(join(folder, name)) })),
  );
  // Before anyone can be told of them, and on every node: a clip no lesson shows yet does no harm.
  for (const { slug, files } of readings) await storeMedia(join(folder, slug), files);
  const site = await readSiteFiles(folder);
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(${PUBLISH_LOCK})`;
      const published: string[] = [];
      const problems: PublishProblem[] = site.problems.map((problem) => ({ ...problem, courseSlug: SITE }));
      for (const { slug, files } of readings) {
        const outcome = await storeRevision(tx, slug, files, now);
        if (outcome.stored) published.push(slug);
        problems.push(...outcome.problems.map((problem) => ({ ...problem, courseSlug: slug })));
      }
      if (site.provider) await placeFirstFacts(tx, site.provider, now);
      if (site.logo !== undefined) await placeLogo(tx, site.logo);
      if (site.helpLines) await storeSiteDocument(tx, HELP_LINES, site.helpLines, now);
      await tx.courseProblem.deleteMany({});
      await tx.courseProblem.createMany({ data: problems.map((problem) => ({ ...problem, seenAt: now })) });
      await recompile(tx);
      for (const problem of problems) log.warn("course problem", { ...problem });
      return { published, problems };
    },
    // Two nodes starting at once wait for one another, and a cold start compiles everything.
    { maxWait: 20_000, timeout: 120_000 },
  );
}

async function storeSiteDocument(tx: Tx, key: string, data: object, now: Date): Promise<void> {
  const contentHash = sha256(JSON.stringify(data));
  const existing = await tx.siteDocument.findUnique({ where: { key }, select: { contentHash: true } });
  if (existing?.contentHash === contentHash) return;
  const values = { contentHash, data, publishedAt: now };
  await tx.siteDocument.upsert({ where: { key }, create: { key, ...values }, update: values, select: { key: true } });
}
