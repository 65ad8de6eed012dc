import { expect, onTestFinished, test } from "vitest";
import { accessTo, begin, enrolmentsOf, hasActiveOrFutureGround } from "#app/features/enrolment/access.server.ts";
import { addGround, endGround, type NewGround } from "#app/features/enrolment/grounds.server.ts";
import { DAY } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { makeCourse, makePerson } from "./course-fixture.ts";

const now = new Date("2026-11-22T10:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * DAY);

async function someone(over: Partial<NewGround> = {}): Promise<NewGround> {
  const personId = await makePerson();
  return {
    personId,
    ...(await makeCourse()),
    kind: "purchase",
    source: `line-of-${personId}`,
    mode: "live",
    startsAt: now,
    endsAt: later(365),
    ...over,
  };
}

test("ten writers at once make one enrolment and one ground", async () => {
  const ground = await someone();
  const answers = await Promise.all(Array.from({ length: 10 }, () => db.$transaction((tx) => addGround(tx, ground, now))));
  expect(new Set(answers.map((answer) => answer.enrolmentId)).size).toBe(1);
  expect(answers.filter((answer) => answer.created)).toHaveLength(1);
  expect(await db.enrolment.count({ where: { personId: ground.personId } })).toBe(1);
  expect(await db.ground.count({ where: { personId: ground.personId } })).toBe(1);
});

test("ten different grounds at once stand in one enrolment", async () => {
  const ground = await someone();
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      db.$transaction((tx) => addGround(tx, { ...ground, source: `line-${ground.personId}-${index}` }, now)),
    ),
  );
  expect(new Set(answers.map((answer) => answer.enrolmentId)).size).toBe(1);
  expect(await db.ground.count({ where: { personId: ground.personId } })).toBe(10);
});

test("insert-or-return does not break the caller's transaction", async () => {
  const ground = await someone();
  await addGround(db, ground, now);
  const again = await db.$transaction(async (tx) => {
    const answer = await addGround(tx, ground, now);
    return { ...answer, people: await tx.person.count({ where: { id: ground.personId } }) };
  });
  expect(again).toMatchObject({ created: false, people: 1 });
});

test("bought again: the same cycle and edition, the later end", async () => {
  const ground = await someone();
  const first = await addGround(db, ground, now);
  const other = await db.edition.create({
    data: { courseSlug: ground.courseSlug, number: "2027.1", requirements: [], requirementsHash: "none" },
    select: { id: true },
  });
  const again = await addGround(
    db,
    { ...ground, editionId: other.id, source: `${ground.source}-again`, startsAt: later(100), endsAt: later(465) },
    later(100),
  );
  expect(again).toEqual({ enrolmentId: first.enrolmentId, created: true });
  expect(await accessTo(db, ground.personId, ground.courseSlug, later(200))).toMatchObject({
    ok: true,
    editionId: ground.editionId,
    endsAt: later(465),
  });
});

test("of two grounds one ends: access stays; then the other: it is over", async () => {
  const ground = await someone();
  const seat = { ...ground, kind: "seat" as const, source: "seat-1", endsAt: null };
  await addGround(db, ground, now);
  await addGround(db, seat, now);
  expect(await endGround(db, { ...ground, reason: "refunded" }, later(1))).toEqual({ ended: true });
  expect(await accessTo(db, ground.personId, ground.courseSlug, later(2))).toMatchObject({ ok: true, endsAt: null });
  expect(await endGround(db, { ...ground, reason: "again" }, later(2))).toEqual({ ended: false });
  await endGround(db, { ...seat, reason: "reassigned" }, later(3));
  expect(await accessTo(db, ground.personId, ground.courseSlug, later(4))).toEqual({ ok: false, reason: "ended", endedAt: later(3) });
  expect(await addGround(db, seat, later(5))).toMatchObject({ created: false });
  expect(await accessTo(db, ground.personId, ground.courseSlug, later(6))).toMatchObject({ ok: false, reason: "ended" });
});

test("a ground to come says from when, counts as bought, and opens by itself", async () => {
  const ground = await someone({ startsAt: later(15), endsAt: later(380) });
  const { personId, courseSlug } = ground;
  await addGround(db, ground, now);
  expect(await accessTo(db, ground.personId, ground.courseSlug, now)).toEqual({ ok: false, reason: "not-yet", startsAt: later(15) });
  expect(await hasActiveOrFutureGround(db, { personId, courseSlug, atLeast: "live" }, now)).toBe(true);
  expect(await begin(db, ground.personId, ground.courseSlug, now)).toMatchObject({ ok: false, reason: "not-yet" });
  expect(await accessTo(db, ground.personId, ground.courseSlug, later(15))).toMatchObject({ ok: true });
  expect(await accessTo(db, ground.personId, ground.courseSlug, later(380))).toMatchObject({
    ok: false,
    reason: "ended",
    endedAt: later(380),
  });
  expect(await hasActiveOrFutureGround(db, { personId, courseSlug, atLeast: "sandbox" }, later(380))).toBe(false);
});

test("withdrawn before it started: nothing to wait for", async () => {
  const ground = await someone({ startsAt: later(15) });
  await addGround(db, ground, now);
  await endGround(db, { ...ground, reason: "withdrawn" }, later(1));
  expect(await accessTo(db, ground.personId, ground.courseSlug, later(20))).toMatchObject({ ok: false, reason: "ended" });
});

test("nobody enters by another's ground, or another course", async () => {
  const ground = await someone();
  await addGround(db, ground, now);
  expect(await accessTo(db, await makePerson(), ground.courseSlug, now)).toEqual({ ok: false, reason: "not-enrolled" });
  expect(await accessTo(db, ground.personId, (await makeCourse()).courseSlug, now)).toEqual({ ok: false, reason: "not-enrolled" });
});

test("play money stays visible, real money outranks it", async () => {
  const ground = await someone({ mode: "sandbox" });
  await addGround(db, ground, now);
  expect(await accessTo(db, ground.personId, ground.courseSlug, now)).toMatchObject({ mode: "sandbox" });
  await addGround(db, { ...ground, source: `${ground.source}-live`, mode: "live" }, now);
  expect(await accessTo(db, ground.personId, ground.courseSlug, now)).toMatchObject({ mode: "live" });
});

/** The same site, once it takes real money. */
function goLive(): void {
  const { payments } = env();
  Object.assign(payments, { mode: "live" });
  onTestFinished(() => {
    Object.assign(payments, { mode: "sandbox" });
  });
}

test.each(["sandbox", "test"] as const)(
  "where real money is paid, what was bought in %s opens nothing and begins nothing",
  async (mode) => {
    const ground = await someone({ mode });
    const { personId, courseSlug } = ground;
    await addGround(db, ground, now);
    expect(await accessTo(db, personId, courseSlug, now)).toMatchObject({ ok: true, mode });
    goLive();
    expect(await accessTo(db, personId, courseSlug, now)).toEqual({ ok: false, reason: "not-enrolled" });
    expect(await begin(db, personId, courseSlug, now)).toMatchObject({ ok: false });
    expect(await hasActiveOrFutureGround(db, { personId, courseSlug, atLeast: "live" }, now)).toBe(false);
    // It stays in the list, so that what was written in it can be read.
    expect((await enrolmentsOf(db, personId, now)).map((row) => row.access)).toEqual([{ state: "none" }]);
  },
);

test("paid in earnest after practice: the edition that was paid for, with nothing of the practice in it", async () => {
  const practice = await someone({ mode: "sandbox" });
  const { personId, courseSlug } = practice;
  const first = await addGround(db, practice, now);
  await begin(db, personId, courseSlug, now);
  const { id: editionId } = await db.edition.create({
    data: { courseSlug, number: "2027.1", requirements: [], requirementsHash: "none" },
    select: { id: true },
  });
  goLive();
  const paid = { ...practice, editionId, source: `${practice.source}-live`, mode: "live" as const };
  const writers = await Promise.all(
    [1, 2, 3, 4].map((line) => db.$transaction((tx) => addGround(tx, { ...paid, source: `${paid.source}-${line}` }, later(1)))),
  );
  const [second] = writers;
  expect(new Set(writers.map(({ enrolmentId }) => enrolmentId)).size).toBe(1);
  expect(second?.enrolmentId).not.toBe(first.enrolmentId);
  expect(await accessTo(db, personId, courseSlug, later(1))).toMatchObject({
    enrolmentId: second?.enrolmentId,
    editionId,
    begunAt: null,
    mode: "live",
  });
  // Bought again: each kind of money goes on in its own cycle.
  expect(await addGround(db, { ...paid, source: "line-again" }, later(2))).toMatchObject({ enrolmentId: second?.enrolmentId });
  expect(await addGround(db, { ...practice, source: "practice-again" }, later(2))).toMatchObject({ enrolmentId: first.enrolmentId });
});

test("begin happens once, however often it is pressed, and looking begins nothing", async () => {
  const ground = await someone();
  const { enrolmentId } = await addGround(db, ground, now);
  expect(await accessTo(db, ground.personId, ground.courseSlug, now)).toMatchObject({ begunAt: null });
  const pressed = await Promise.all(
    [1, 2, 3].map((day) => db.$transaction((tx) => begin(tx, ground.personId, ground.courseSlug, later(day)))),
  );
  expect(new Set(pressed.map((answer) => answer.ok && answer.begunAt.getTime())).size).toBe(1);
  expect(await db.auditEvent.count({ where: { action: "enrolment.begun", subjectId: enrolmentId } })).toBe(1);
});

test("the list of enrolments says where each stands", async () => {
  const ground = await someone();
  await addGround(db, ground, now);
  await addGround(db, { ...ground, ...(await makeCourse()), source: `${ground.source}-future`, startsAt: later(15) }, later(1));
  expect((await enrolmentsOf(db, ground.personId, later(1))).map((row) => row.access.state)).toEqual(["not-yet", "active"]);
});

test("a ground that ends before it starts is a bug", async () => {
  await expect(addGround(db, await someone({ endsAt: now }), now)).rejects.toThrow(/end after/);
});
