import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { LessonBlocks } from "#app/features/catalogue/lesson-blocks.tsx";
import { finishLesson } from "#app/features/learning/progress.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { askFor, publishedTalk, talk } from "#tests/features/assessment/talk.ts";
import { course, later, newLearner, start } from "#tests/features/assessment/test-taker.ts";
import { visitor } from "./pages.tsx";

const lesson = `/learn/${talk.slug}/${talk.lessonId}`;
const page = `${lesson}/vignette/${talk.vignetteId}`;
const evaluation = `/learn/${course.slug}/evaluation`;
const at = ({ personId }: { personId: string }) => visitor(personId, later(2));
const deur = { run: "1", scene: "deur" };

/** The lesson begins with a card for the conversation. */
async function publishedCard() {
  const { editionId, revisionId } = await publishedTalk();
  const where = { revisionId_lessonId: { revisionId, lessonId: talk.lessonId } };
  const { content } = await db.revisionLesson.findUniqueOrThrow({ where, select: { content: true } });
  const read = content as unknown as { steps: { blocks: object[] }[] };
  read.steps[0]?.blocks.unshift({
    kind: "vignette",
    id: talk.vignetteId,
    title: "Een deur op een kier",
    minutes: 6,
    html: "<p>Zo begint het.</p>",
  });
  await db.revisionLesson.update({ where, data: { content: read as unknown as Prisma.InputJsonObject } });
  await askFor(editionId, [{ type: "evaluation-given" }, { type: "vignettes-played", vignettes: [talk.vignetteId] }]);
}

beforeAll(publishedCard);

describe("a conversation without JavaScript", () => {
  test("from the card on the lesson to the end and back", async () => {
    const me = at(await newLearner());
    const card = (await me.get(lesson)).html;
    expect(card).toContain("Zo begint het.");
    expect(card).toContain("ongeveer 6 minuten. Je speelt het op het scherm. Je speelde het nog niet.");
    expect(card).toContain(`href="${page}"`);
    const before = (await me.get(page)).html;
    expect(before).toMatch(/<li class="vignette-moment" id="scene-deur" tabindex="-1">/i);
    expect(before).not.toContain("Uitleg bij");
    expect(await me.post(`${page}/choose`, { ...deur, choice: "vraag" })).toMatchObject({ status: 303, to: `${page}#scene-stilte` });
    expect((await me.get(lesson)).html).toContain("Je bent eraan begonnen.");
    const halfway = (await me.get(page)).html;
    // The feedback stands at the head of the moment that the choice leads to, and nowhere else.
    expect(halfway.split("Uitleg bij vraag.")).toHaveLength(2);
    expect(halfway.indexOf("Uitleg bij vraag.")).toBeGreaterThan(halfway.indexOf('id="scene-stilte"'));
    expect(halfway).toContain("<strong>Dit past bij:</strong>");
    expect(halfway).toContain(`href="${lesson}#bron-perlman-peplau-1981"`);
    expect(await me.post(`${page}/choose`, { run: "1", scene: "stilte", choice: "wacht" })).toMatchObject({ to: `${page}#scene-warm` });
    const ended = (await me.get(page)).html;
    expect(ended).toContain("Les van warm.");
    expect(ended).toMatch(/Je laat stilte toe\.<\/span> <strong>Dat liet je voor een deel zien\./);
    expect(ended).not.toMatch(/Uitleg bij praat|\d%/);
    expect(await me.post(`${page}/again`)).toMatchObject({ status: 303, to: `${page}#scene-deur` });
    expect((await me.get(lesson)).html).toContain("Je speelde het tot een einde.");
  });

  test("a form that the conversation has left behind is refused in words and leads to where it is", async () => {
    const me = at(await newLearner());
    await me.post(`${page}/choose`, { ...deur, choice: "vraag" });
    const { status, html } = await me.post(`${page}/choose`, { ...deur, choice: "raad" });
    expect(status).toBe(422);
    expect(html).toContain('<a href="#scene-stilte">Op dat moment had je al gekozen');
    expect(html).toContain("Ik zeg wacht.");
    expect(html).not.toContain("Uitleg bij raad.");
    const none = await me.post(`${page}/choose`, { run: "1", scene: "stilte" });
    expect(none).toMatchObject({ status: 422 });
    expect(none.html).toContain("Kies een van de mogelijkheden");
  });

  test("a stranger signs in, one who has not begun goes to the course, an unknown one is not found", async () => {
    expect((await visitor(null, start).get(page)).to).toContain("/login");
    const outsider = at(await newLearner({ begun: false }));
    for (const answer of [await outsider.get(page), await outsider.post(`${page}/choose`, { ...deur, choice: "vraag" })])
      expect(answer).toMatchObject({ status: 303, to: `/learn/${course.slug}` });
    const me = at(await newLearner());
    expect(await me.get(`${lesson}/vignette/bestaat-niet`)).toMatchObject({ status: 404 });
    expect(await me.get(`/learn/${course.slug}/welk-gemis/vignette/${talk.vignetteId}`)).toMatchObject({ status: 404 });
    expect(await me.get(`${page}/choose`)).toMatchObject({ status: 303, to: page });
  });

  test("the course's page leads to what is asked, and paper says where it is played", async () => {
    const me = at(await newLearner());
    const home = (await me.get(`/learn/${course.slug}`)).html;
    expect(home).toContain("het gesprek tot een einde spelen");
    expect(home).toContain(`href="${page}"`);
    expect(home).toContain("het evaluatieformulier invullen");
    expect(home).toContain(`href="${evaluation}"`);
    const paper = (await me.get(`${lesson}/print`)).html;
    expect(paper).toContain("Dit gesprek speel je op het scherm. Het duurt ongeveer 6 minuten.");
    expect(paper).not.toContain(`href="${page}"`);
    await me.post(`${page}/choose`, { ...deur, choice: "raad" });
    const played = (await me.get(`/learn/${course.slug}`)).html;
    expect(played).toContain("het gesprek gespeeld");
    expect(played).not.toContain(`href="${page}"`);
  });
});

test("a stranger who reads a lesson beforehand sees how a conversation begins, and no way to it", () => {
  const block = { kind: "vignette" as const, id: talk.vignetteId, title: "Een deur", minutes: 6, html: "<p>Zo begint het.</p>" };
  const html = renderToStaticMarkup(createElement(LessonBlocks, { blocks: [block], references: {} }));
  expect(html).toContain("Zo begint het.");
  expect(html).not.toMatch(/href|ruled/);
});

describe("what somebody thought of it", () => {
  const agreed = { useful: "5", clear: "4", level: "3", honest: "5", load: "2", recommend: "4" };
  const typed = { kept: "De casus & <b>meer</b>.", better: "Minder haast." };

  test("early it says so; given, it says so and shows nothing of it", async () => {
    const me = at(await newLearner());
    const { html } = await me.get(evaluation);
    expect(html).toContain("Je hebt nog niet alles van deze module gedaan.");
    expect(html.match(/type="radio"/g)).toHaveLength(30);
    expect(html).not.toMatch(/type="radio"[^>]*checked/);
    expect(html).toContain("Schrijf geen namen op");
    expect(await me.post(evaluation, { ...agreed, ...typed })).toMatchObject({ status: 303, to: evaluation });
    const given = (await me.get(evaluation)).html;
    expect(given).toContain("Je evaluatie is binnen, zonder je naam.");
    expect(given).not.toContain("<form");
    expect(given).not.toContain("Minder haast.");
  });

  test("refused, it comes back as it was filled in, each error at its statement", async () => {
    const me = at(await newLearner());
    const { level: _level, ...some } = agreed;
    const { status, html } = await me.post(evaluation, { ...some, ...typed, better: "x".repeat(2001) });
    expect(status).toBe(422);
    expect(html).toContain('href="#level"');
    expect(html).toContain('href="#better"');
    expect(html).toContain("De casus &amp; &lt;b&gt;meer&lt;/b&gt;.");
    expect(html).toContain("x".repeat(2001));
    expect(html.match(/type="radio"[^>]*checked/g)).toHaveLength(5);
    expect(await me.post(evaluation, { ...agreed, clear: "6" })).toMatchObject({ status: 422 });
  });

  test("signed out, closed or given before: nothing typed is lost", async () => {
    const learner = await newLearner();
    const out = await visitor(null, later(2)).post(evaluation, { ...agreed, ...typed });
    expect(out.status).toBe(401);
    expect(out.html).toContain("Je antwoorden staan hier nog.");
    expect(out.html).toContain("Minder haast.");
    expect(out.html.match(/type="radio"[^>]*checked/g)).toHaveLength(6);
    await at(learner).post(evaluation, agreed);
    const twice = await at(learner).post(evaluation, { ...agreed, ...typed });
    expect(twice.status).toBe(409);
    expect(twice.html).toContain("Je had dit formulier al ingevuld.");
    expect(twice.html).toContain("Minder haast.");
    const late = await newLearner();
    await db.ground.updateMany({ where: { enrolmentId: late.enrolmentId }, data: { endedAt: start, endReason: "refunded" } });
    const closed = await at(late).post(evaluation, { ...agreed, ...typed });
    expect(closed.status).toBe(403);
    expect(closed.html).toContain("Minder haast.");
    expect(await at(late).get(evaluation)).toMatchObject({ status: 303, to: `/learn/${course.slug}` });
  });

  test("where it is not asked for, whoever has read everything is led there too, until it was given", async () => {
    const learner = await newLearner();
    await askFor(learner.editionId, [{ type: "lessons-finished", lessons: [talk.lessonId] }]);
    const home = async () => (await at(learner).get(`/learn/${course.slug}`)).html;
    expect(await home()).not.toContain(evaluation);
    for (const { lessonId } of await db.revisionLesson.findMany({ where: { revision: { editionId: learner.editionId } } }))
      await finishLesson(learner, lessonId, later(1));
    expect(await home()).toContain(`href="${evaluation}"`);
    await at(learner).post(evaluation, agreed);
    expect(await home()).not.toContain(evaluation);
  });
});
