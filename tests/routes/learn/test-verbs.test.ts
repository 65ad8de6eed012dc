import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { StaticRouter } from "react-router-dom/server.js";
import { describe, expect, test } from "vitest";
import { answerCheckItem } from "#app/features/assessment/answer-attempt.server.ts";
import { TestBody } from "#app/features/assessment/test-body.tsx";
import type { TestPage } from "#app/features/assessment/test-page.server.ts";
import { currentRevision } from "#app/features/catalogue/courses.server.ts";
import { recordRequirement } from "#app/features/learning/completion.server.ts";
import { finishLesson } from "#app/features/learning/progress.server.ts";
import { caseKey, requirementKey } from "#app/features/learning/requirements.ts";
import { db } from "#app/platform/db.server.ts";
import { action as answerAction } from "#app/routes/learn/test-answer.tsx";
import { action as autosave } from "#app/routes/learn/test-autosave.tsx";
import { loader as pageLoader, type TestPageData } from "#app/routes/learn/test-page.tsx";
import { action as save } from "#app/routes/learn/test-save.tsx";
import { action as start, loader as startVisited } from "#app/routes/learn/test-start.tsx";
import { action as submit } from "#app/routes/learn/test-submit.tsx";
import {
  course,
  drawnOf,
  finalTest,
  knowledgeCheck,
  later,
  newLearner,
  rightAnswers,
  wrongAnswers,
} from "#tests/features/assessment/test-taker.ts";
import { call, viewerOf } from "#tests/routes/account/calls.ts";
import { visitor } from "./pages.tsx";

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
  const shown = (await at(learner, pageLoader, undefined, params)).body as unknown as Extract<TestPageData, { kind: "test" }>;
  const { actions, next } = shown;
  return renderToStaticMarkup(
    createElement(StaticRouter, { location: page }, createElement(TestBody, { page: shown.page as TestPage, actions, next })),
  );
}

/** All lessons read, everything else met: only the final test is left. */
async function makeTestTheNextStep({ personId, enrolmentId, editionId }: Learner): Promise<void> {
  const { compiled } = await currentRevision(db, editionId);
  for (const { id } of compiled.modules.flatMap((module) => module.lessons)) await finishLesson({ personId, enrolmentId }, id, later(1));
  await db.$transaction(async (tx) => {
    for (const requirement of compiled.requirements) {
      if (requirement.type === "cases-written")
        for (const each of requirement.cases) await recordRequirement(tx, { enrolmentId, key: caseKey(each), value: 1 }, later(1));
      if (requirement.type === "check-passed")
        await recordRequirement(tx, { enrolmentId, key: requirementKey(requirement), value: 100 }, later(1));
    }
  });
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
    // Enter on an answer presses the first button: it keeps, and never hands in.
    expect(/<button.*?<\/button>/s.exec(html.slice(html.indexOf("<fieldset")))?.[0]).toContain("Bewaar en ga later verder");
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
    const html = await htmlOf(learner);
    expect(html).toContain("Geslaagd");
    // What the course asks next, as a button: here the lessons are not read yet.
    expect(html).toMatch(/class="button button-primary"[^>]*><span>Open de les/);
  });

  test("questions left open are named in one line, and the page counts what is answered", async () => {
    const learner = await newLearner();
    const attemptId = await begun(learner);
    const [first = ""] = (await drawnOf(attemptId)).map(({ itemId }) => `answer-${itemId}`);
    const form = await formOf(attemptId);
    const visit = visitor(learner.personId, later(1));
    const { status, html } = await visit.post(`${page}/submit`, { attemptId, [first]: form[first] ?? "" });
    expect(status).toBe(422);
    expect(html).toContain("Nog 15 vragen zonder antwoord: 2, 3, 4, 5,");
    expect(html.match(/<li><a href="#answer-/g)).toHaveLength(1);
    expect(html).toContain("1 van 16 beantwoord");
  });

  test("the session ended: the choices come back ready to send, with the way to sign in and nothing of the test", async () => {
    const learner = await newLearner();
    const attemptId = await begun(learner);
    const form = await formOf(attemptId);
    const [field = ""] = Object.keys(form).filter((key) => key.startsWith("answer-"));
    for (const verb of ["submit", "save", "answer"]) {
      const { status, html } = await visitor(null, later(1)).post(`${page}/${verb}`, { ...form, anders: "niet van ons" });
      expect(status).toBe(401);
      expect(html).toContain(`action="${page}/${verb}"`);
      expect(html).toContain(`<input type="hidden" name="${field}" value="${form[field]}"/>`);
      expect(html).toContain(`<input type="hidden" name="attemptId" value="${attemptId}"/>`);
      expect(html).toContain("/login?next=");
      expect(html).not.toContain("niet van ons");
      expect(html).not.toContain("<fieldset");
    }
    expect((await visitor(learner.personId, later(2)).post(`${page}/submit`, form)).to).toBe(page);
  });

  test("failed: the course's pages say when it opens again, the result leads to the lessons of what went wrong", async () => {
    const learner = await newLearner();
    const attemptId = await begun(learner);
    const wrong = wrongAnswers(await finalTest(), await drawnOf(attemptId));
    await at(learner, submit, {
      attemptId,
      ...Object.fromEntries(Object.entries(wrong).map(([id, [choice = ""]]) => [`answer-${id}`, choice])),
    });
    expect(await htmlOf(learner)).toMatch(new RegExp(`Lees terug: .*href="/learn/${course.slug}/alleen-of-eenzaam"`));
    await makeTestTheNextStep(learner);
    for (const path of ["/learn", `/learn/${course.slug}`]) {
      const { html } = await visitor(learner.personId, later(2)).get(path);
      expect(html).toContain("Je kunt de eindtoets weer maken vanaf 23 november 2026 om 20:01.");
      expect(html).not.toContain("Ga naar de eindtoets");
    }
    expect((await visitor(learner.personId, later(2 + 24 * 60)).get("/learn")).html).toContain("Ga naar de eindtoets");
  });

  test("the script hears when it was kept, and when it was not", async () => {
    const learner = await newLearner();
    const attemptId = await begun(learner);
    const form = await formOf(attemptId);
    expect(await at(learner, autosave, form)).toMatchObject({ status: 200 });
    expect(await at(learner, autosave, { ...form, attemptId: "geen-id" })).toMatchObject({ status: 409 });
  });

  test("choices that arrive after the test was handed in are told so: no failure, and nothing to try again", async () => {
    const learner = await newLearner();
    const attemptId = await begun(learner);
    const form = await formOf(attemptId);
    await at(learner, submit, form);
    expect(await at(learner, autosave, form)).toMatchObject({ status: 200, body: { handedIn: true } });
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
  expect(html).toContain('<h2 class="question-heading">');
  const right = rightAnswers(await knowledgeCheck(), await drawnOf(id));
  for (const [itemId, chosen] of Object.entries(right)) {
    const seat = { personId: learner.personId, slug: course.slug, testId: course.check };
    await answerCheckItem({ ...seat, attemptId: id, answers: { [itemId]: chosen }, shown: [itemId] }, later(1));
  }
  // The score stands below the last question too, with what comes next.
  const ended = await htmlOf(learner, check);
  // Passed: going on is the one filled button above the answers, making it again a quiet one; what was said before the start is gone.
  expect(ended).toContain('class="button button-quiet">Maak de kennischeck opnieuw');
  expect(ended).not.toContain("Geslaagd vanaf");
  expect(ended.slice(ended.lastIndexOf("<article"))).toMatch(
    /Gehaald.*Je score: \d+%.*van de \d+ vragen goed\..*class="button button-primary"/,
  );
});

test("a knowledge check that was not passed ends with the way to make it again", async () => {
  const learner = await newLearner();
  const check = { slug: course.slug, testId: course.check };
  await at(learner, start, {}, check);
  const { id } = await db.attempt.findFirstOrThrow({ where: { enrolmentId: learner.enrolmentId }, select: { id: true } });
  const seat = { personId: learner.personId, slug: course.slug, testId: course.check };
  for (const [itemId, chosen] of Object.entries(wrongAnswers(await knowledgeCheck(), await drawnOf(id))))
    await answerCheckItem({ ...seat, attemptId: id, answers: { [itemId]: chosen }, shown: [itemId] }, later(1));
  const ended = await htmlOf(learner, check);
  const below = ended.slice(ended.lastIndexOf("<article"));
  expect(below).toContain('class="button button-primary">Maak de kennischeck opnieuw');
  expect(below.match(/button-primary/g)).toHaveLength(1);
});
