import { recordAudit } from "#app/platform/audit.server.ts";
import type { Tx } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { type AccessState, accessState, type GroundTimes, isActive, isAtLeast, isFuture, type Mode, opensOn } from "./access.ts";

const groundSelect = { mode: true, startsAt: true, endsAt: true, endedAt: true } as const;

export interface Access {
  ok: true;
  enrolmentId: string;
  editionId: string;
  begunAt: Date | null;
  mode: Mode;
  /** null: no end */
  endsAt: Date | null;
}

/** Why not: with the start for `not-yet`, with the end for `ended`. */
export interface NoAccess {
  ok: false;
  reason: "not-enrolled" | "not-yet" | "ended";
  startsAt?: Date;
  endedAt?: Date;
}

interface GateRow extends GroundTimes {
  enrolmentId: string;
  courseSlug: string;
  editionId: string;
  cycle: number;
  begunAt: Date | null;
  createdAt: Date;
}

/** One row a ground, newest enrolment and newest cycle first; of one course, or of all. */
async function groundRows(tx: Tx, personId: string, courseSlug: string | null): Promise<GateRow[]> {
  return tx.$queryRaw<GateRow[]>`
    select enrolment.id as "enrolmentId", enrolment.course_slug as "courseSlug", enrolment.edition_id as "editionId", enrolment.cycle,
      enrolment.begun_at as "begunAt", enrolment.created_at as "createdAt",
      ground.mode, ground.starts_at as "startsAt", ground.ends_at as "endsAt", ground.ended_at as "endedAt"
    from enrolment join ground on ground.enrolment_id = enrolment.id and ground.person_id = enrolment.person_id
    where enrolment.person_id = ${personId}::uuid and enrolment.course_slug = coalesce(${courseSlug}, enrolment.course_slug)
    order by enrolment.created_at desc, enrolment.cycle desc`;
}

/** The grounds that count on this site. */
const counting = (rows: GateRow[]) => rows.filter(({ mode }) => opensOn(env().payments.mode, mode));

/**
 * THE gate: page, file, API and job ask here and nowhere else. One statement; changes nothing. What was "bought" with play money is
 * no ground where real money is paid.
 */
export async function accessTo(tx: Tx, personId: string, courseSlug: string, now: Date): Promise<Access | NoAccess> {
  const rows = counting(await groundRows(tx, personId, courseSlug));
  // A re-take is a newer cycle; an older one only counts while the newer gives no access.
  for (const { enrolmentId, editionId, begunAt } of rows) {
    const state = accessState(
      rows.filter((row) => row.enrolmentId === enrolmentId),
      now,
    );
    if (state.state === "active") return { ok: true, enrolmentId, editionId, begunAt, mode: state.mode, endsAt: state.endsAt };
  }
  const state = accessState(rows, now);
  if (state.state === "not-yet") return { ok: false, reason: "not-yet", startsAt: state.startsAt };
  if (state.state === "ended") return { ok: false, reason: "ended", endedAt: state.endedAt };
  return { ok: false, reason: "not-enrolled" };
}

export interface EnrolmentRow {
  enrolmentId: string;
  courseSlug: string;
  editionId: string;
  cycle: number;
  begunAt: Date | null;
  createdAt: Date;
  access: AccessState;
}

/** Everything a person is or was enrolled in, newest first; practice that opens nothing here has the state `none`. One statement. */
export async function enrolmentsOf(tx: Tx, personId: string, now: Date): Promise<EnrolmentRow[]> {
  const byEnrolment = Map.groupBy(await groundRows(tx, personId, null), (row) => row.enrolmentId);
  return [...byEnrolment.values()].flatMap((rows) => {
    const [first] = rows;
    if (!first) return [];
    const { enrolmentId, courseSlug, editionId, cycle, begunAt, createdAt } = first;
    return [{ enrolmentId, courseSlug, editionId, cycle, begunAt, createdAt, access: accessState(counting(rows), now) }];
  });
}

/**
 * True when buying again would be paying twice: a ground is open, or will open by itself, with this kind of money behind it or a
 * better one. What was bought with play money does not stand in the way of paying.
 */
export async function hasActiveOrFutureGround(
  tx: Tx,
  { personId, courseSlug, atLeast }: { personId: string; courseSlug: string; atLeast: Mode },
  now: Date,
): Promise<boolean> {
  const grounds = await tx.ground.findMany({
    where: { personId, endedAt: null, enrolment: { courseSlug, personId } },
    select: groundSelect,
  });
  return grounds.some((ground) => isAtLeast(ground.mode, atLeast) && (isActive(ground, now) || isFuture(ground, now)));
}

/**
 * The explicit Begin. Sets the moment once; a second press answers with the first moment.
 * Refuses as the gate refuses.
 */
export async function begin(
  tx: Tx,
  personId: string,
  courseSlug: string,
  now: Date,
): Promise<{ ok: true; enrolmentId: string; begunAt: Date } | NoAccess> {
  const access = await accessTo(tx, personId, courseSlug, now);
  if (!access.ok) return access;
  const { enrolmentId } = access;
  if (access.begunAt) return { ok: true, enrolmentId, begunAt: access.begunAt };
  const { count } = await tx.enrolment.updateMany({ where: { id: enrolmentId, personId, begunAt: null }, data: { begunAt: now } });
  if (count === 0) {
    const first = await tx.enrolment.findFirstOrThrow({ where: { id: enrolmentId, personId }, select: { begunAt: true } });
    return { ok: true, enrolmentId, begunAt: first.begunAt ?? now };
  }
  await recordAudit(tx, {
    actor: { kind: "person", id: personId },
    action: "enrolment.begun",
    subject: { kind: "enrolment", id: enrolmentId },
    data: { courseSlug },
    now,
  });
  return { ok: true, enrolmentId, begunAt: now };
}
