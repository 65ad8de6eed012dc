import { recordAudit } from "#app/platform/audit.server.ts";
import { db, type Tx } from "#app/platform/db.server.ts";
import { attemptsAt, extraAttemptsAt, type StoredAttempt, submittedOf } from "./attempt-rows.server.ts";
import { drawItems, lastSeenIn } from "./drawing.ts";
import { type OpenTest, openTest, type TestRefusal, type TestSeat } from "./open-test.server.ts";
import { type Random, seededRandom } from "./random.ts";
import { type Standing, standingOf, withExtra } from "./standing.ts";

export type StartAnswer =
  | { ok: true; attemptId: string; created: boolean }
  | TestRefusal
  | { ok: false; reason: "own-work" }
  | { ok: false; reason: Exclude<Standing["state"], "ready"> };

export interface Start extends TestSeat {
  /** the learner ticked the own-work statement; asked only where the test has one */
  ownWork: boolean;
  /** 32 random bits from the caller: the same seed deals the same questions */
  seed: number;
}

/**
 * Starts an attempt, or answers with the one that is open: pressed twice, or in two tabs, there is one. The questions are
 * drawn now and kept with their revision.
 */
export async function startAttempt({ ownWork, seed, ...seat }: Start, now: Date): Promise<StartAnswer> {
  const test = await openTest(seat, now);
  if (!test.ok) return test;
  const random = seededRandom(seed);
  return db.$transaction(async (tx) => {
    const attempts = await attemptsAt(tx, test.enrolmentId, test.definition.id);
    const known = await stateNow(tx, test, attempts, now);
    if (known) return known;
    if (test.definition.ownWork !== null && !ownWork) return { ok: false as const, reason: "own-work" as const };
    // What was looked at decides the number too: an attempt made since then stands in the way, also when it is over already.
    const created = await insertAttempt(tx, test, attempts, random, now);
    if (created) {
      await recordAudit(tx, {
        actor: { kind: "person", id: seat.personId },
        action: "assessment.attempt-started",
        subject: { kind: "attempt", id: created },
        data: { testId: seat.testId },
        now,
      });
      return { ok: true as const, attemptId: created, created: true };
    }
    // Somebody was first: their attempt is the attempt.
    const first = await stateNow(tx, test, await attemptsAt(tx, test.enrolmentId, test.definition.id), now);
    if (!first) throw new Error("An attempt that was in the way has gone.");
    return first;
  });
}

/** The open attempt, or why none may start; null when one may. */
async function stateNow(tx: Tx, test: OpenTest, attempts: StoredAttempt[], now: Date): Promise<StartAnswer | null> {
  const open = attempts.find((attempt) => attempt.state === "open");
  if (open) return { ok: true, attemptId: open.id, created: false };
  const extra = await extraAttemptsAt(tx, test.enrolmentId, test.definition.id);
  const standing = standingOf(withExtra(test.definition, extra), submittedOf(attempts), now);
  return standing.state === "ready" ? null : { ok: false, reason: standing.state };
}

/** Conflicts are answered in SQL: a unique violation would end the transaction. */
async function insertAttempt(
  tx: Tx,
  { enrolmentId, revisionId, definition }: OpenTest,
  earlier: StoredAttempt[],
  random: Random,
  now: Date,
): Promise<string | undefined> {
  const drawn = drawItems(definition, lastSeenIn(earlier.map((attempt) => attempt.drawn)), random);
  const rows = await tx.attempt.createManyAndReturn({
    data: [
      {
        enrolmentId,
        revisionId,
        testId: definition.id,
        kind: definition.kind,
        number: earlier.length + 1,
        drawn: drawn.map(({ itemId, optionIds }) => ({ itemId, optionIds })),
        ownWorkAt: definition.ownWork === null ? null : now,
        startedAt: now,
        savedAt: now,
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  return rows[0]?.id;
}
