import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "#app/features/accounts/sessions.server.ts";
import { recomputeItemStatistics } from "#app/features/assessment/item-statistics.server.ts";
import { DAY } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { action as giveExtra, loader as lookAtExtra } from "#app/routes/office/extra-attempt.tsx";
import { loader as items } from "#app/routes/office/items.tsx";
import { loader as itemsOfTest } from "#app/routes/office/items-test.tsx";
import { loader as person } from "#app/routes/office/person.tsx";
import { course, newLearner, sit, start } from "#tests/features/assessment/test-taker.ts";
import { call } from "#tests/routes/account/calls.ts";

const after = new Date(start.getTime() + 6 * DAY);

let office: Viewer;
let learner: Awaited<ReturnType<typeof newLearner>>;
let viewer: Viewer;
beforeAll(async () => {
  const email = "kantoor@example.nl";
  const { id } = await db.person.create({
    data: { email, emailKey: email, name: "Kantoor", role: "office", emailVerifiedAt: start },
    select: { id: true },
  });
  office = { id, name: "Kantoor", email, locale: "nl", role: "office", emailVerified: true };
  learner = await newLearner();
  viewer = { id: learner.personId, name: learner.name, email: learner.email, locale: "nl", role: "learner", emailVerified: true };
  for (const day of [0, 2, 4]) await sit(learner.personId, "fail", new Date(start.getTime() + day * DAY));
});

const give = (fields: Record<string, string>, more: { viewer?: Viewer; id?: string } = {}) => {
  const id = more.id ?? learner.personId;
  return call(giveExtra, {
    path: `/office/people/${id}/extra-attempt`,
    params: { id },
    fields: { enrolmentId: learner.enrolmentId, reason: "Stroomstoring tijdens de toets.", ...fields },
    viewer: more.viewer ?? office,
    at: after,
  });
};

const finalsShown = async () => {
  const { personId: id } = learner;
  const { body } = await call(person, { path: `/office/people/${id}`, params: { id }, viewer: office, at: after });
  return body.finals as { standing: { state: string }; given: { reason: string }[] }[];
};

test.each([
  ["the questions", items, {}],
  ["the questions of a test", itemsOfTest, { slug: course.slug, edition: "2026.1", testId: course.final }],
])("%s: a learner is told that there is no such page, a guest is asked to sign in", async (_name, door, params) => {
  expect((await call(door, { path: "/office/items", params, viewer })).status).toBe(404);
  expect((await call(door, { path: "/office/items", params })).location).toMatch(/^\/login/);
});

test("before the first night there is nothing; after it each test with answers has a line and a page", async () => {
  expect((await call(items, { path: "/office/items", viewer: office })).body.tests).toEqual([]);
  await recomputeItemStatistics(after);
  const { body } = await call(items, { path: "/office/items", viewer: office });
  const [line] = body.tests as { courseSlug: string; edition: string; testId: string }[];
  expect(line).toMatchObject({ courseSlug: course.slug, testId: course.final, items: 16, judged: 0, worthALook: 0 });
  const params = { slug: line?.courseSlug ?? "", edition: line?.edition ?? "", testId: line?.testId ?? "" };
  const report = (await call(itemsOfTest, { path: "/office/items/x", params, viewer: office })).body.report;
  expect(report).toMatchObject({ outcomes: [{ id: "a" }, { id: "b" }, { id: "c" }, { id: "d" }], computedAt: after });
  expect((await call(itemsOfTest, { path: "/office/items/x", params: { ...params, testId: "x" }, viewer: office })).status).toBe(404);
});

test("an extra attempt is the office's to give, to somebody who exists", async () => {
  expect((await give({}, { viewer })).status).toBe(404);
  expect((await give({}, { id: "' or 1=1" })).status).toBe(404);
  const visit = await call(lookAtExtra, { path: "/office/people/x/extra-attempt", params: { id: learner.personId }, viewer: office });
  expect(visit).toMatchObject({ status: 303, location: `/office/people/${learner.personId}` });
});

test("without a reason, or for no course, it is refused and what was typed is kept", async () => {
  const blank = await give({ reason: "   " });
  expect(blank.status).toBe(422);
  expect(blank.refusal.errors).toEqual({ reason: expect.stringContaining("waarom") });
  const long = await give({ reason: "x".repeat(501) });
  expect(long.refusal).toMatchObject({ values: { reason: "x".repeat(501) }, errors: { reason: expect.stringContaining("500") } });
  const nowhere = await give({ enrolmentId: "geen" });
  expect(nowhere.status).toBe(422);
  expect(nowhere.refusal.errors).toEqual({ enrolmentId: expect.stringContaining("scholing") });
  expect(await db.extraAttempt.count()).toBe(0);
});

test("given once, with its reason on the person's page; while it is unused there is no second", async () => {
  expect((await finalsShown())[0]).toMatchObject({ standing: { state: "exhausted" }, given: [] });
  const answer = await give({ reason: "  Stroomstoring tijdens de toets.  " });
  expect(answer).toMatchObject({ status: 303, location: `/office/people/${learner.personId}?done=extra-attempt#extra-attempt` });
  expect((await finalsShown())[0]).toMatchObject({
    standing: { state: "ready" },
    given: [{ reason: "Stroomstoring tijdens de toets." }],
  });
  const again = await give({});
  expect(again.status).toBe(422);
  expect(again.refusal.errors).toEqual({ form: expect.stringContaining("nog een poging") });
  expect(await db.extraAttempt.findMany({ select: { grantedBy: true } })).toEqual([{ grantedBy: office.id }]);
});

test("what the office writes down stays out of what was done", async () => {
  const events = await db.auditEvent.findMany({
    where: { action: "assessment.extra-attempt-granted" },
    select: { actorId: true, data: true },
  });
  expect(events).toEqual([{ actorId: office.id, data: { testId: course.final, used: 3 } }]);
});
