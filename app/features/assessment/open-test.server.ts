import type { CompiledCourse, TestDefinition } from "#app/features/catalogue/compiled.ts";
import { currentRevision, testDefinition } from "#app/features/catalogue/courses.server.ts";
import { accessTo, type NoAccess } from "#app/features/enrolment/access.server.ts";
import { db } from "#app/platform/db.server.ts";

/** Whose test: the person always comes from the session. */
export interface TestSeat {
  personId: string;
  slug: string;
  testId: string;
}

export interface OpenTest {
  ok: true;
  enrolmentId: string;
  revisionId: string;
  compiled: CompiledCourse;
  /** of the current revision; an attempt under way keeps its own */
  definition: TestDefinition;
}

export type TestRefusal = NoAccess | { ok: false; reason: "not-begun" | "unknown-test" };

/** The door to every test: the enrolment's gate, the explicit Begin, and a test that this edition has. */
export async function openTest({ personId, slug, testId }: TestSeat, now: Date): Promise<OpenTest | TestRefusal> {
  const access = await accessTo(db, personId, slug, now);
  if (!access.ok) return access;
  if (!access.begunAt) return { ok: false, reason: "not-begun" };
  const { revisionId, compiled } = await currentRevision(db, access.editionId);
  const definition = await testDefinition(revisionId, testId);
  if (!definition) return { ok: false, reason: "unknown-test" };
  return { ok: true, enrolmentId: access.enrolmentId, revisionId, compiled, definition };
}

/** The definition an attempt was drawn from, whatever has been published since. */
export async function pinnedDefinition(test: OpenTest, revisionId: string): Promise<TestDefinition> {
  if (revisionId === test.revisionId) return test.definition;
  const definition = await testDefinition(revisionId, test.definition.id);
  if (!definition) throw new Error(`Revision ${revisionId} has lost test ${test.definition.id}.`);
  return definition;
}
