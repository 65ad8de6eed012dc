import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "#app/features/accounts/sessions.server.ts";
import { recomputeItemStatistics } from "#app/features/assessment/item-statistics.server.ts";
import { startAttempt } from "#app/features/assessment/start-attempt.server.ts";
import { begin } from "#app/features/enrolment/access.server.ts";
import { DAY } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { action as giveExtra, loader as lookAtExtra } from "#app/routes/office/extra-attempt.tsx";
import OfficeItems, { loader as items } from "#app/routes/office/items.tsx";
import { loader as itemsOfTest } from "#app/routes/office/items-test.tsx";
import OfficePerson, { loader as person } from "#app/routes/office/person.tsx";
import { course, later, newLearner, sit, start } from "#tests/features/assessment/test-taker.ts";
import { call } from "#tests/routes/account/calls.ts";
import { shown } from "./shown.ts";

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

test("what was handed in today is said to be counted tonight, not that there is nothing", async () => {
  const html = await shown(OfficeItems, (await call(items, { path: "/office/items", viewer: office })).body);
  expect(html).toContain("Nog niet geteld; morgenochtend staan ze hier.");
  await db.ground.updateMany({ where: { enrolmentId: learner.enrolmentId }, data: { kind: "review" } });
  const ofReviewers = await shown(OfficeItems, (await call(items, { path: "/office/items", viewer: office })).body);
  await db.ground.updateMany({ where: { enrolmentId: learner.enrolmentId }, data: { kind: "purchase" } });
  expect(ofReviewers).toContain("Er is nog geen toets ingeleverd.");
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

describe("the final test on the page of a person", () => {
  const factsOf = async (personId: string, at: Date) => {
    const { body } = await call(person, { path: `/office/people/${personId}`, params: { id: personId }, viewer: office, at });
    const html = await shown(OfficePerson, body);
    expect(JSON.stringify(body)).not.toMatch(/drawn|itemId|"answers"/);
    return Object.fromEntries([...html.matchAll(/<dt>([^<]+)<\/dt><dd>([^<]+)<\/dd>/g)].map(([, label, value]) => [label, value]));
  };

  test("tells how it stands from the first attempt to the last, and never an answer", async () => {
    const { personId } = await newLearner({ begun: false });
    const next = async (at: Date) => (await factsOf(personId, at))["Volgende poging"];
    expect(await factsOf(personId, start)).toEqual({
      "Pogingen voor de eindtoets": "0 gebruikt, nog 3 over",
      "Laatste uitslag": "nog niets ingeleverd",
      "Volgende poging": "zodra de deelnemer op Begin heeft gedrukt",
      "Extra poging": "kan pas als alle pogingen zijn gebruikt",
    });
    await db.$transaction((tx) => begin(tx, personId, course.slug, start));
    expect(await next(start)).toBe("kan meteen beginnen");
    await startAttempt({ personId, slug: course.slug, testId: course.final, ownWork: true, seed: 1 }, later(1));
    expect(await next(later(2))).toBe("bezig, begonnen op 22 november 2026 om 20:01");
    await db.attempt.deleteMany({ where: { enrolment: { personId } } });
    await sit(personId, "fail", start);
    expect(await factsOf(personId, later(5))).toEqual({
      "Pogingen voor de eindtoets": "1 gebruikt, nog 2 over",
      "Laatste uitslag": "0% op 22 november 2026 om 20:00: niet gehaald",
      "Volgende poging": "vanaf 23 november 2026 om 20:00",
      "Extra poging": "kan pas als alle pogingen zijn gebruikt",
    });
    await sit(personId, "pass", after);
    expect(await factsOf(personId, after)).toMatchObject({ "Pogingen voor de eindtoets": "2 gebruikt", "Extra poging": "niet nodig" });
  });

  test("says when an extra attempt can be given, and that there is none without access", async () => {
    const { personId, enrolmentId } = await newLearner();
    for (const day of [0, 2, 4]) await sit(personId, "fail", new Date(start.getTime() + day * DAY));
    expect(await factsOf(personId, after)).toMatchObject({
      "Pogingen voor de eindtoets": "3 gebruikt, nog 0 over",
      "Volgende poging": "geen: alle pogingen zijn gebruikt",
      "Extra poging": "kan hieronder worden gegeven",
    });
    await give({ enrolmentId }, { id: personId });
    expect(await factsOf(personId, after)).toMatchObject({
      "Pogingen voor de eindtoets": "3 gebruikt, nog 1 over",
      "Volgende poging": "kan meteen beginnen",
      "Extra poging": "kan pas als alle pogingen zijn gebruikt",
    });
    await db.ground.updateMany({ where: { personId }, data: { endedAt: later(1), endReason: "refunded" } });
    expect((await factsOf(personId, after))["Volgende poging"]).toBe("niet zolang er geen toegang is");
  });
});
