import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { StaticRouter } from "react-router-dom/server.js";
import { describe, expect, test } from "vitest";
import { TestBody } from "#app/features/assessment/test-body.tsx";
import type { TestPage } from "#app/features/assessment/test-page.server.ts";
import { db } from "#app/platform/db.server.ts";
import { action as answerAction } from "#app/routes/learn/test-answer.tsx";
import { action as autosave } from "#app/routes/learn/test-autosave.tsx";
import { loader as pageLoader, type TestPageData } from "#app/routes/learn/test-page.tsx";
import { action as save } from "#app/routes/learn/test-save.tsx";
import { action as start, loader as startVisited } from "#app/routes/learn/test-start.tsx";
import { action as submit } from "#app/routes/learn/test-submit.tsx";
import { course, drawnOf, finalTest, later, newLearner, rightAnswers } from "#tests/features/assessment/test-taker.ts";
import { call, viewerOf } from "#tests/routes/account/calls.ts";

type Learner = Awaited<ReturnType<typeof newLearner>>;
const final = { slug: course.slug, testId: course.final };
const page = `/learn/${course.slug}/tests/${course.final}`;

const at = (learner: Learner, door: Parameters<typeof call>[0], fields?: Record<string, string>, params = final) =>
  call(door, {
    path: page,
    params,
    viewer: viewerOf({ id: learner.personId, email: learner.email, name: learner.name, locale: "nl" }),
    at: later(1),
    fields,
  });

async function begun(learner: Learner): Promise<string> {
  expect(await at(learner, start, { ownWork: "on" })).toMatchObject({ status: 303, location: page });
  return (await db.attempt.findFirstOrThrow({ where: { enrolmentId: learner.enrolmentId }, select: { id: true } })).id;
}

async function formOf(attemptId: string): Promise<Record<string, string>> {
  const answers = rightAnswers(await finalTest(), await drawnOf(attemptId));
  // one choice a question: enough for an answer, though not for the point where several are right
  return { attemptId, ...Object.fromEntries(Object.entries(answers).map(([itemId, chosen]) => [`answer-${itemId}`, chosen[0] ?? ""])) };
}

async function htmlOf(learner: Learner, params = final): Promise<string> {
  const { page: shown, actions } = (await at(learner, pageLoader, undefined, params)).body as unknown as TestPageData;
  return renderToStaticMarkup(
    createElement(StaticRouter, { location: page }, createElement(TestBody, { page: shown as TestPage, actions })),
  );
}

describe("the final test", () => {
  test("starts by a post with the statement ticked; looking and visiting the verb start nothing", async () => {
    const learner = await newLearner();
    expect(await htmlOf(learner)).toContain("Begin de eindtoets");
    expect(await at(learner, startVisited)).toMatchObject({ status: 303, location: page });
    expect((await at(learner, start, {})).refusal.errors).toHaveProperty("ownWork");
    expect(await db.attempt.count({ where: { enrolmentId: learner.enrolmentId } })).toBe(0);
    await begun(learner);
  });

  test("the page under way holds no key", async () => {
    const learner = await newLearner();
    await begun(learner);
    const html = await htmlOf(learner);
    const definition = await finalTest();
    for (const item of definition.items) for (const option of item.options) expect(html).not.toContain(option.feedback);
    expect(html.match(/<fieldset/g)).toHaveLength(16);
  });

  test("saves on the way, refuses with the open questions named, then takes it", async () => {
    const learner = await newLearner();
    const attemptId = await begun(learner);
    const form = await formOf(attemptId);
    const [first = "", ...rest] = Object.keys(form).filter((key) => key.startsWith("answer-"));
    expect(await at(learner, save, { attemptId, [first]: form[first] ?? "" })).toMatchObject({
      status: 303,
      location: `/learn/${course.slug}`,
    });
    const [last = ""] = rest.slice(-1);
    const { [first]: _kept, [last]: left, ...most } = form;
    const refused = await at(learner, submit, most);
    expect(refused.status).toBe(422);
    expect(Object.keys(refused.refusal.errors)).toEqual([last]);
    expect(refused.refusal.errors[last]).toMatch(/^Vraag \d+ heeft nog geen antwoord/);
    expect(await at(learner, submit, { attemptId, [last]: left ?? "" })).toMatchObject({ status: 303, location: page });
    expect(await htmlOf(learner)).toContain("Geslaagd");
  });

  test("the script hears when it was kept, and when it was not", async () => {
    const learner = await newLearner();
    const attemptId = await begun(learner);
    const form = await formOf(attemptId);
    expect(await at(learner, autosave, form)).toMatchObject({ status: 200 });
    expect(await at(learner, autosave, { ...form, attemptId: "geen-id" })).toMatchObject({ status: 409 });
    await at(learner, submit, form);
    expect(await at(learner, autosave, form)).toMatchObject({ status: 409 });
  });

  test("a stranger is led to the course, one who has not begun to its page, an unknown test is not found", async () => {
    const outsider = await newLearner({ begun: false });
    expect(await at(outsider, pageLoader)).toMatchObject({ status: 303, location: `/learn/${course.slug}` });
    const learner = await newLearner();
    expect(await at(learner, pageLoader, undefined, { ...final, testId: "bestaat-niet" })).toMatchObject({ status: 404 });
    await db.ground.updateMany({ where: { enrolmentId: learner.enrolmentId }, data: { endedAt: later(0), endReason: "refunded" } });
    expect(await at(learner, submit, { attemptId: crypto.randomUUID() })).toMatchObject({ status: 303, location: `/learn/${course.slug}` });
    expect(await call(pageLoader, { path: page, params: final })).toMatchObject({
      status: 303,
      location: expect.stringContaining("/login"),
    });
  });
});

test("a knowledge check gives feedback in the question's place and leads back to it", async () => {
  const learner = await newLearner();
  const check = { slug: course.slug, testId: course.check };
  expect(await at(learner, start, {}, check)).toMatchObject({ status: 303 });
  const { id } = await db.attempt.findFirstOrThrow({ where: { enrolmentId: learner.enrolmentId }, select: { id: true } });
  const [item] = await drawnOf(id);
  const field = `answer-${item?.itemId}`;
  expect((await at(learner, answerAction, { attemptId: id, shown: item?.itemId ?? "" }, check)).refusal.errors).toHaveProperty(field);
  const answered = await at(learner, answerAction, { attemptId: id, shown: item?.itemId ?? "", [field]: item?.optionIds[0] ?? "" }, check);
  expect(answered).toMatchObject({ status: 303, location: `/learn/${course.slug}/tests/${course.check}#${field}` });
  const html = await htmlOf(learner, check);
  expect(html.match(/<article/g)).toHaveLength(1);
  expect(html).toContain("Uitleg");
});
