import { registerNumbersOf } from "#app/features/accounts/people.server.ts";
import { finalResultOf } from "#app/features/assessment/test-page.server.ts";
import type { CompiledCourse } from "#app/features/catalogue/compiled.ts";
import { accreditationsOf } from "#app/features/catalogue/courses.server.ts";
import { provider } from "#app/features/catalogue/provider.server.ts";
import { storedCourse } from "#app/features/catalogue/stored-form.ts";
import type { Tx } from "#app/platform/db.server.ts";
import * as m from "#generated/paraglide/messages.js";
import type { FactsWithoutCode } from "./certificate-facts.ts";
import { dayOnPaper, type HeldFacts, modeOfGrounds } from "./snapshot.ts";

const completedSelect = {
  id: true,
  personId: true,
  courseSlug: true,
  editionId: true,
  grounds: { select: { mode: true } },
  completion: { select: { completedAt: true, rulesVersion: true, evidence: true } },
  progress: { select: { activeSeconds: true } },
} as const;

export interface CompletedFacts {
  enrolmentId: string;
  personId: string;
  courseSlug: string;
  printed: FactsWithoutCode;
  held: HeldFacts;
}

/**
 * The edition's text on the day of completion: a correction of a later day was not what was followed, and a register may have seen only
 * the one or the other. For what was completed before anything was published here (brought in from elsewhere) the first text stands.
 */
async function textAt(tx: Tx, editionId: string, completedAt: Date): Promise<CompiledCourse> {
  const revisions = { where: { editionId }, select: { compiled: true } } as const;
  const then = await tx.editionRevision.findFirst({
    ...revisions,
    where: { editionId, publishedAt: { lte: completedAt } },
    orderBy: { revision: "desc" },
  });
  return storedCourse((then ?? (await tx.editionRevision.findFirstOrThrow({ ...revisions, orderBy: { revision: "asc" } }))).compiled);
}

/**
 * Everything a certificate of this enrolment says but the name and the code, for an issue at `now`; null while the course
 * is not completed. The caller has asked learning whether it is: this only gathers the evidence.
 */
export async function completedFacts(tx: Tx, enrolmentId: string, now: Date): Promise<CompletedFacts | null> {
  const enrolment = await tx.enrolment.findUnique({ where: { id: enrolmentId }, select: completedSelect });
  if (!enrolment?.completion) return null;
  const { completion, personId, courseSlug } = enrolment;
  const compiled = await textAt(tx, enrolment.editionId, completion.completedAt);
  const accreditations = await accreditationsOf(tx, courseSlug, compiled, completion.completedAt);
  const seller = await provider(tx);
  const final = await finalResultOf(tx, enrolmentId);
  const evidence = completion.evidence as { rules?: HeldFacts["requirements"] } | null;
  return {
    enrolmentId,
    personId,
    courseSlug,
    printed: {
      course: { slug: courseSlug, kind: compiled.kind, title: compiled.title },
      edition: compiled.edition,
      revision: compiled.revision,
      studyMinutes: compiled.studyLoad.total,
      practiceMinutes: compiled.studyLoad.practice,
      completedOn: dayOnPaper(completion.completedAt),
      issuedOn: dayOnPaper(now),
      result: final?.passed ? m.certificates_result_test({}, { locale: "nl" }) : m.certificates_result_completed({}, { locale: "nl" }),
      accreditations: accreditations
        .filter((accreditation) => accreditation.standing === "in-force")
        .map(({ register, peCourseId, pointsHundredth, category }) => ({ register, courseId: peCourseId, pointsHundredth, category })),
      provider: { name: seller.tradeName, kvk: seller.kvk },
      signatory: { name: seller.signatory.name, role: seller.signatory.role },
      mode: modeOfGrounds(enrolment.grounds.map((ground) => ground.mode)),
    },
    held: {
      scorePercent: final?.scorePercent ?? null,
      attempts: final?.attempts ?? 0,
      registerNumbers: await registerNumbersOf(tx, personId),
      rulesVersion: completion.rulesVersion,
      activeMinutes: Math.round(enrolment.progress.reduce((sum, { activeSeconds }) => sum + activeSeconds, 0) / 60),
      completedAt: completion.completedAt.toISOString(),
      requirements: evidence?.rules ?? [],
    },
  };
}
