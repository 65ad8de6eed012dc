import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "#app/features/accounts/sessions.server.ts";
import type { OfficeCourse } from "#app/features/catalogue/editions-for-office.server.ts";
import { db } from "#app/platform/db.server.ts";
import { loader as courses } from "#app/routes/office/courses.tsx";
import { loader as course } from "#app/routes/office/courses-course.tsx";
import { action as retire, loader as retirePage } from "#app/routes/office/courses-retire.tsx";
import { action as review, loader as reviewPage } from "#app/routes/office/courses-review.tsx";
import { action as sell, loader as sellPage } from "#app/routes/office/courses-sell.tsx";
import { action as withdraw } from "#app/routes/office/courses-withdraw.tsx";
import { courseFolder, slug } from "#tests/features/catalogue/edition-folder.ts";
import { call, now } from "#tests/routes/account/calls.ts";

async function someone(role: "learner" | "office", name: string): Promise<Viewer> {
  const email = `${name.toLowerCase()}@example.nl`;
  const { id } = await db.person.create({ data: { email, emailKey: email, name, role, emailVerifiedAt: now }, select: { id: true } });
  return { id, name, email, locale: "nl", role, emailVerified: true };
}

let office: Viewer;
let learner: Viewer;
beforeAll(async () => {
  const folder = await courseFolder();
  await folder.number("2026.1", 1);
  await folder.publish(now);
  await folder.number("2026.2", 1, "Een nieuwe editie.");
  await folder.publish(now);
  office = await someone("office", "Kantoor");
  learner = await someone("learner", "Sanne");
});

const params = (edition = "2026.1") => ({ slug, edition });
const stateOf = async (number: string) =>
  db.edition.findFirstOrThrow({
    where: { number },
    select: { state: true, reviewerName: true, reviewerQualification: true, reviewedAt: true },
  });
const filled = { name: " M. de  Vries ", qualification: "verpleegkundig specialist", on: "2026-11-20", declared: "on" };

test.each([
  ["the list", courses, {}],
  ["a course", course, {}],
  ["a review", reviewPage, {}],
  ["to review", review, { fields: filled }],
  ["to put on sale", sell, { fields: {} }],
  ["to take off sale", withdraw, { fields: {} }],
  ["to retire", retire, { fields: { reason: "Zomaar." } }],
])("%s: only of the office", async (_name, door, more) => {
  const asked = { path: "/office/courses", params: params(), ...more };
  expect((await call(door, { ...asked, viewer: learner })).status).toBe(404);
  expect((await call(door, asked)).location).toMatch(/^\/login/);
  expect(await stateOf("2026.1")).toMatchObject({ state: "draft", reviewerName: null });
});

test("every course is there with every edition, and what its files have wrong", async () => {
  await db.courseProblem.create({
    data: { courseSlug: "nooit-goed", file: "course.yaml", line: 3, message: "Geen titel.", advice: "Vul in." },
  });
  const { body } = await call(courses, { path: "/office/courses", viewer: office });
  const [first, second] = body.courses as OfficeCourse[];
  expect(first).toMatchObject({ slug, problems: [], editions: [{ number: "2026.2", state: "draft" }, { number: "2026.1" }] });
  expect(first?.editions[0]?.provisional.length).toBeGreaterThan(0);
  expect(second).toMatchObject({ slug: "nooit-goed", editions: [], problems: [{ line: 3 }] });
  const own = await call(course, { path: "/office/courses/nooit-goed", params: { slug: "nooit-goed" }, viewer: office });
  expect(own.body.course).toMatchObject({ slug: "nooit-goed", title: "nooit-goed", editions: [], problems: [{ line: 3 }] });
});

test("a course and an edition that do not exist are not there", async () => {
  await db.courseProblem.create({ data: { courseSlug: "site", file: "provider.yaml", line: 1, message: "Geen naam.", advice: "Vul in." } });
  for (const unknown of ["x", "site"])
    expect((await call(course, { path: "/office/courses/x", params: { slug: unknown }, viewer: office })).status).toBe(404);
  expect((await call(reviewPage, { path: "/x", params: params("2031.1"), viewer: office })).status).toBe(404);
  expect((await call(sell, { path: "/x", params: params("2031.1"), fields: {}, viewer: office })).status).toBe(404);
});

test("a review without a name, a profession, a day or the declaration is refused, and what was typed stays", async () => {
  const path = "/office/courses/x/2026.1/review";
  const empty = await call(review, { path, params: params(), fields: { name: " ", qualification: "", on: "" }, viewer: office });
  expect(empty.status).toBe(422);
  expect(Object.keys(empty.refusal.errors).sort()).toEqual(["declared", "name", "on", "qualification"]);
  const future = await call(review, { path, params: params(), fields: { ...filled, on: "2026-11-23" }, viewer: office });
  expect(future.status).toBe(422);
  expect(future.refusal).toMatchObject({
    values: { on: "2026-11-23", qualification: filled.qualification },
    errors: { on: expect.any(String) },
  });
  const yearTyped = await call(review, { path, params: params(), fields: { ...filled, on: "0026-11-20" }, viewer: office });
  expect([yearTyped.status, Object.keys(yearTyped.refusal.errors), yearTyped.refusal.values.name]).toEqual([422, ["on"], filled.name]);
  const { declared: _, ...undeclared } = filled;
  expect((await call(review, { path, params: params(), fields: undeclared, viewer: office })).refusal.errors).toEqual({
    declared: expect.any(String),
  });
  expect(await stateOf("2026.1")).toMatchObject({ state: "draft" });
});

test("an edition that is not reviewed has no page to put it on sale", async () => {
  const page = await call(sellPage, { path: "/x", params: params(), viewer: office });
  expect([page.status, page.location]).toEqual([303, `/office/courses/${slug}`]);
  const answer = await call(sell, { path: "/x", params: params(), fields: {}, viewer: office });
  expect([answer.status, answer.refusal.errors.form]).toEqual([422, expect.stringContaining("nog niet beoordeeld")]);
});

test("reviewed, sold, replaced, and retired: each press leads back and says what was done", async () => {
  const reviewed = await call(review, { path: "/x", params: params(), fields: filled, viewer: office });
  expect(reviewed.location).toBe(`/office/courses/${slug}?done=review`);
  expect(await stateOf("2026.1")).toEqual({
    state: "reviewed",
    reviewerName: "M. de Vries",
    reviewerQualification: "verpleegkundig specialist",
    reviewedAt: new Date("2026-11-19T23:00:00Z"),
  });
  expect((await call(sell, { path: "/x", params: params(), fields: {}, viewer: office })).location).toBe(
    `/office/courses/${slug}?done=sell`,
  );
  await call(review, { path: "/x", params: params("2026.2"), fields: filled, viewer: office });
  expect((await call(sellPage, { path: "/x", params: params("2026.2"), viewer: office })).body).toMatchObject({ sold: "2026.1" });
  await call(sell, { path: "/x", params: params("2026.2"), fields: {}, viewer: office });
  expect([(await stateOf("2026.1")).state, (await stateOf("2026.2")).state]).toEqual(["reviewed", "on-sale"]);

  expect((await call(retirePage, { path: "/x", params: params(), viewer: office })).body).toMatchObject({ last: false });
  expect((await call(retire, { path: "/x", params: params(), fields: { reason: " " }, viewer: office })).status).toBe(422);
  const retired = await call(retire, { path: "/x", params: params(), fields: { reason: "Vervangen." }, viewer: office });
  expect(retired.location).toBe(`/office/courses/${slug}?done=retire`);
  expect((await call(retirePage, { path: "/x", params: params("2026.2"), viewer: office })).body).toMatchObject({ last: true });
  expect((await call(withdraw, { path: "/x", params: params("2026.2"), fields: {}, viewer: office })).location).toBe(
    `/office/courses/${slug}?done=withdraw`,
  );
  expect((await stateOf("2026.2")).state).toBe("reviewed");
});
