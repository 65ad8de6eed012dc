import { beforeAll, expect, test } from "vitest";
import { endGround } from "#app/features/enrolment/grounds.server.ts";
import { finishLesson, saveStep } from "#app/features/learning/progress.server.ts";
import { saveWriting } from "#app/features/learning/writing.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/platform/db.server.ts";
import { makePerson } from "#tests/features/enrolment/course-fixture.ts";
import { gate, last, lessonIds, makeLearner, minutes, now, publish, slug, words } from "#tests/features/learning/learner.ts";
import { visitor } from "./pages.tsx";

const page = paths.lesson(slug, last.lessonId);
const write = (blockId: string) => `${page}/writing/${blockId}`;
const submit = `${page}/case/${last.caseId}/submit`;
const telling = "Er is niet één goed antwoord";

beforeAll(async () => {
  process.env.NODE_ENV = "test";
  await publish();
});

test("who is not signed in goes to the sign-in page and comes back", async () => {
  for (const path of [paths.learn(), paths.learnCourse(slug), page]) {
    const answer = await visitor(null, now).get(path);
    expect([answer.status, answer.to]).toEqual([303, paths.login(path)]);
  }
});

test("who is not enrolled goes to the course's public page", async () => {
  const stranger = visitor(await makePerson(), now);
  for (const path of [paths.learnCourse(slug), page]) expect((await stranger.get(path)).to).toBe(paths.course(slug));
  expect((await stranger.post(paths.begin(slug))).to).toBe(paths.course(slug));
});

test("Mijn leren: nothing yet leads to the courses; a course shows its one next step", async () => {
  expect((await visitor(await makePerson(), now).get(paths.learn())).html).toContain(paths.courses());
  const { personId } = await makeLearner();
  const { html } = await visitor(personId, now).get(paths.learn());
  expect(html).toContain("0 van 5 lessen afgerond");
  expect(html).toContain(paths.lesson(slug, "alleen-of-eenzaam"));
});

test("before Begin nothing opens, whatever is fetched; pressing it opens the lessons", async () => {
  const { personId } = await makeLearner({ begun: false });
  const learner = visitor(personId, now);
  const home = await learner.get(paths.learnCourse(slug));
  expect(home.html).toContain(`action="${paths.begin(slug)}"`);
  expect(home.html).not.toContain(`href="${paths.lesson(slug, "welk-gemis")}"`);
  expect((await learner.get(page)).to).toBe(paths.learnCourse(slug));
  expect((await learner.get(paths.begin(slug))).to).toBe(paths.learnCourse(slug));
  expect(await gate(personId)).toMatchObject({ begunAt: null });
  expect((await learner.post(paths.begin(slug))).to).toBe(paths.lesson(slug, "alleen-of-eenzaam"));
  expect(await gate(personId)).toMatchObject({ begunAt: now });
  expect((await learner.get(page)).status).toBe(200);
});

test("too early: the page says from when and whom to ask, and Begin is refused in words", async () => {
  const { personId } = await makeLearner({ begun: false, startsAt: new Date("2026-12-06T23:30:00Z") });
  const learner = visitor(personId, now);
  const home = await learner.get(paths.learnCourse(slug));
  expect(home.html).toContain("Je lessen gaan open op 7 december 2026");
  expect(home.html).not.toContain("staan klaar");
  expect(home.html).toMatch(/mailto:|@/);
  const refused = await learner.post(paths.begin(slug));
  expect(refused.status).toBe(422);
  expect(refused.html).toContain("Je kunt nog niet beginnen");
  expect(refused.html).toContain("7 december 2026");
  expect((await learner.get(page)).to).toBe(paths.learnCourse(slug));
});

test("over: said so, certificates remain, lessons closed, Begin refused", async () => {
  const { personId } = await makeLearner();
  await endGround(db, { personId, kind: "purchase", source: `line ${personId}`, reason: "refunded" }, minutes(1));
  const learner = visitor(personId, minutes(2));
  const home = await learner.get(paths.learnCourse(slug));
  expect(home.html).toContain("Je toegang is geëindigd op 22 november 2026");
  expect(home.html).toContain(paths.certificates());
  expect((await learner.get(page)).to).toBe(paths.learnCourse(slug));
  expect((await learner.post(paths.finishLesson(slug, "welk-gemis"))).to).toBe(paths.learnCourse(slug));
  expect((await learner.post(paths.begin(slug))).status).toBe(422);
  const refused = await learner.post(write(last.reflectionId), { text: "net te laat", version: "0" });
  expect(refused.status).toBe(403);
  expect(refused.html).toContain("net te laat");
  expect(refused.html).not.toContain("data-step");
  expect(await db.writing.count({ where: { enrolment: { personId } } })).toBe(0);
});

test("the lesson: its steps, its outline, its sources, help lines; opened by a visit, not by a prefetch", async () => {
  const { personId, enrolmentId } = await makeLearner();
  const learner = visitor(personId, now);
  for (const header of ["Sec-Purpose", "Purpose"]) {
    const ahead = await learner.get(page, { [header]: "prefetch" });
    expect([ahead.status, ahead.headers.get("Cache-Control")]).toEqual([200, "no-store"]);
  }
  expect(await db.lessonProgress.count({ where: { enrolmentId } })).toBe(0);
  const { html } = await learner.get(page);
  expect(await db.lessonProgress.count({ where: { enrolmentId } })).toBe(1);
  expect(html).toContain("Les 5 van 5");
  expect(html).toContain('aria-current="page"');
  expect(html).toContain('id="hulplijnen"');
  expect(html).toContain('id="bron-');
  expect(html).toMatch(/href="#hulplijnen".*id="casus"/s);
  expect(html).toMatch(/<a href="#casus">.*?<\/a> <span class="lesson-contents-minutes">\d+ minuten<\/span>/);
  expect(html).toContain("Lessen: 0 van 5 lessen afgerond");
  expect((await learner.get(paths.lesson(slug, "bestaat-niet"))).status).toBe(404);
});

test("on another device the lesson offers the step where one was", async () => {
  const learner = await makeLearner();
  await saveStep(db, learner, last.lessonId, "casus", minutes(3));
  const { html } = await visitor(learner.personId, minutes(4)).get(page);
  expect(html).toMatch(/class="resume"><a href="#casus"><span>Verder bij: <span lang="nl">/);
  expect((await visitor(learner.personId, minutes(4)).get(paths.learn())).html).toContain(`${page}#casus`);
});

test("finishing leads to the next lesson, the last one to the course's page; twice is once", async () => {
  const { personId, enrolmentId } = await makeLearner();
  const learner = visitor(personId, now);
  const finish = paths.finishLesson(slug, "welk-gemis");
  for (const _ of [1, 2])
    expect((await learner.post(finish, { next: "hoe-cijfers-ontstaan" })).to).toBe(
      `${paths.lesson(slug, "hoe-cijfers-ontstaan")}?finished=welk-gemis`,
    );
  const { to } = await learner.post(paths.finishLesson(slug, last.lessonId));
  expect(to).toBe(`${paths.learnCourse(slug)}?finished=${last.lessonId}`);
  expect((await learner.get(to ?? "")).html).toContain("Les 5 is afgerond.");
  expect(await db.lessonProgress.count({ where: { enrolmentId, finishedAt: { not: null } } })).toBe(2);
  expect((await learner.post(paths.finishLesson(slug, "bestaat-niet"))).status).toBe(404);
  expect((await learner.get(finish)).to).toBe(paths.lesson(slug, "welk-gemis"));
  expect((await learner.get(paths.lesson(slug, "welk-gemis"))).html).toContain("Je hebt deze les afgerond");
});

test("next is an id, never an address", async () => {
  const { personId } = await makeLearner();
  const { to } = await visitor(personId, now).post(paths.finishLesson(slug, "welk-gemis"), { next: "//evil.example/x" });
  expect(to).toBe(`${paths.learnCourse(slug)}?finished=welk-gemis`);
});

test("a text is saved without JavaScript, and stands on the page afterwards", async () => {
  const { personId } = await makeLearner();
  const learner = visitor(personId, now);
  const saved = await learner.post(write(last.reflectionId), { text: "Regel één\r\nRegel twee <b>", version: "0" });
  expect([saved.status, saved.to]).toEqual([303, `${page}#form-${last.reflectionId}`]);
  const { html } = await learner.get(page);
  expect(html).toContain("Regel één\nRegel twee &lt;b&gt;</textarea>");
  expect(html).toContain("Bewaard op 22 november 2026");
  expect((await learner.get(write(last.reflectionId))).to).toBe(`${page}#${last.reflectionId}`);
});

test("saved elsewhere: both texts side by side, three ways on, nothing overwritten", async () => {
  const learner = await makeLearner();
  await saveWriting(learner, { lessonId: last.lessonId, blockId: last.reflectionId, text: "op de telefoon", baseVersion: 0 }, now);
  const answer = await visitor(learner.personId, minutes(5)).post(write(last.reflectionId), { text: "op de laptop", version: "0" });
  expect(answer.status).toBe(422);
  expect(answer.html).toContain("op de telefoon</textarea>");
  expect(answer.html).toContain("op de laptop</textarea>");
  expect(answer.html).toContain("op de telefoon\n\nop de laptop</textarea>");
  expect(answer.html.match(/name="version" value="1"/g)).toHaveLength(2);
  // Another address than the page's own: on that page itself it would lead nowhere.
  expect(answer.html).toMatch(new RegExp(`href="${page}\\?kept=1#${last.reflectionId}"[^>]*>Houd de tekst die al bewaard was`));
  expect((await visitor(learner.personId, minutes(6)).post(write(last.reflectionId), { text: "op de laptop", version: "1" })).status).toBe(
    303,
  );
});

test("too long: the text comes back whole, with the numbers", async () => {
  const { personId } = await makeLearner();
  const text = `begin ${"x".repeat(20_000)} einde`;
  const answer = await visitor(personId, now).post(write(last.reflectionId), { text, version: "0" });
  expect(answer.status).toBe(422);
  expect(answer.html).toContain(`${text}</textarea>`);
  expect(answer.html).toContain("Je tekst telt 20012 tekens; er passen er 20000");
  expect(answer.html).toContain('aria-invalid="true"');
});

test("the session ended while writing: the text is on the page, with the way to sign in", async () => {
  for (const path of [write(last.reflectionId), submit]) {
    const answer = await visitor(null, now).post(path, { text: "uren werk", version: "0" });
    expect(answer.status).toBe(401);
    expect(answer.html).toMatch(/<textarea[^>]*readonly[^>]*>uren werk<\/textarea>/i);
    expect(answer.html).toContain(paths.login(page));
    expect(answer.html).not.toContain("data-step");
  }
});

test("the discussion is not in the page before the case is handed in, nor in a refusal; afterwards it is", async () => {
  const { personId } = await makeLearner();
  const learner = visitor(personId, now);
  expect((await learner.get(page)).html).not.toContain(telling);
  const short = await learner.post(submit, { text: "te kort", version: "0" });
  expect(short.status).toBe(422);
  expect(short.html).toContain("Je tekst telt 2 woorden en is bewaard");
  expect(short.html).toContain("te kort</textarea>");
  // The refusal stands at the top of the form that its address leads to.
  expect(short.html).toMatch(
    new RegExp(`action="[^"]*#form-${last.caseId}" id="form-${last.caseId}"[^>]*><div class="notice notice-error" role="alert"`),
  );
  expect(short.html).toContain(`href="#text-${last.caseId}"`);
  expect(short.html).not.toContain(telling);
  const handedIn = await learner.post(submit, { text: words(45), version: "1" });
  expect([handedIn.status, handedIn.to]).toEqual([303, `${page}#bespreking-${last.caseId}`]);
  const { html } = await learner.get(page);
  expect(html).toContain(`id="bespreking-${last.caseId}"`);
  expect(html).toContain(telling);
  expect(html).toContain("Ingeleverd op 22 november 2026");
  // A tab that was left open with another text: it is not kept, and not lost either.
  for (const verb of [write(last.caseId), submit]) {
    const late = await learner.post(verb, { text: `${words(45)} en toch anders`, version: "2" });
    expect([verb, late.status]).toEqual([verb, 422]);
    expect(late.html).toContain(`${words(45)} en toch anders</textarea>`);
    expect(late.html).toContain("Je hebt deze casus al ingeleverd, dus deze versie is niet bewaard.");
  }
});

test("while typing, the page's script hears in data what a form would hear in words", async () => {
  const { personId } = await makeLearner();
  const url = `${page}/autosave/${last.reflectionId}`;
  const learner = visitor(personId, now);
  const saved = await learner.post(url, { text: "een begin", version: "0" });
  expect([saved.status, JSON.parse(saved.html)]).toEqual([200, { kind: "saved", version: 1, savedAt: now.toISOString() }]);
  const stale = await learner.post(url, { text: "een ander begin", version: "0" });
  expect([stale.status, JSON.parse(stale.html)]).toMatchObject([
    422,
    { kind: "stale", theirs: { text: "een begin" }, mine: "een ander begin" },
  ]);
  const out = await visitor(null, now).post(url, { text: "uren werk", version: "1" });
  expect([out.status, JSON.parse(out.html)]).toMatchObject([401, { kind: "signed-out", text: "uren werk" }]);
  expect((await learner.get(url)).to).toBe(`${page}#${last.reflectionId}`);
});

test("a form without its fields is refused, and a block that is not there is not found", async () => {
  const { personId } = await makeLearner();
  const learner = visitor(personId, now);
  expect((await learner.post(write(last.reflectionId), { text: "zonder versie" })).status).toBe(400);
  expect((await learner.post(write("bestaat-niet"), { text: "x", version: "0" })).status).toBe(404);
});

test("steps and minutes are taken from the page itself, and nonsense changes nothing", async () => {
  const { personId, enrolmentId } = await makeLearner();
  const learner = visitor(personId, now);
  await learner.get(page);
  await learner.post(`${page}/step`, { step: "casus" });
  await learner.post(`${page}/active`, { seconds: "60" });
  for (const seconds of ["61", "-1", "veel"]) await learner.post(`${page}/active`, { seconds });
  await visitor(null, now).post(`${page}/step`, { step: "casus" });
  expect(await db.lessonProgress.findMany({ where: { enrolmentId }, select: { lastStepId: true, activeSeconds: true } })).toEqual([
    { lastStepId: "casus", activeSeconds: 60 },
  ]);
});

test("what is no id in an address is not found, and no fault", async () => {
  const { personId } = await makeLearner();
  const learner = visitor(personId, now);
  for (const path of ["/learn/%00", `/learn/${slug}/%00`, `/learn/${slug}/tests/%00`])
    expect([path, (await learner.get(path)).status]).toEqual([path, 404]);
  expect((await learner.post(`${page}/writing/%00`, { text: "x", version: "0" })).status).toBe(404);
  expect((await learner.post(write(last.reflectionId), { text: "x", version: "99999999999" })).status).toBe(400);
  expect((await learner.post(`${page}/step`, { step: "\0" })).status).toBe(204);
});

test("after issue the course's page says when, and leads to the certificate with one button", async () => {
  const learner = await makeLearner();
  const visit = () => visitor(learner.personId, now).get(paths.learnCourse(slug));
  await db.completion.create({ data: { enrolmentId: learner.enrolmentId, completedAt: now, rulesVersion: 1, evidence: {} } });
  expect((await visit()).html).toContain("Bevestig je naam");
  await db.certificate.create({
    data: {
      code: learner.enrolmentId.slice(0, 16),
      enrolmentId: learner.enrolmentId,
      personId: learner.personId,
      courseSlug: slug,
      mode: "live",
      snapshotVersion: 1,
      printed: { issuedOn: "2026-11-22" },
      held: {},
      issuedAt: now,
    },
    select: { id: true },
  });
  const { html } = await visit();
  expect(html).toContain("Je certificaat is uitgegeven op 22 november 2026.");
  expect(html).not.toContain("Bevestig je naam");
  expect(html.match(/class="button/g)).toHaveLength(1);
  await db.certificate.updateMany({ where: { enrolmentId: learner.enrolmentId }, data: { state: "revoked", revokedAt: now } });
  const withdrawn = (await visit()).html;
  expect(withdrawn).toContain("Je certificaat is ingetrokken.");
  expect(withdrawn).not.toContain("Bevestig");
  expect(withdrawn).toMatch(new RegExp(`class="button [^>]*href="${paths.certificates()}"`));
});

test("complete without a certificate: Mijn leren asks for the name, and speaks no more of what is needed", async () => {
  const learner = await makeLearner();
  const visit = async () => (await visitor(learner.personId, now).get(paths.learn())).html;
  expect(await visit()).toContain("Bekijk wat je nodig hebt");
  await db.completion.create({ data: { enrolmentId: learner.enrolmentId, completedAt: now, rulesVersion: 1, evidence: {} } });
  const html = await visit();
  expect(html).toContain("Bevestig je naam voor het certificaat");
  expect(html).not.toContain("Bekijk wat je nodig hebt");
});

test("the programme lists the tests as it lists the lessons; what is needed says what to do", async () => {
  const learner = await makeLearner();
  await finishLesson(learner, "welk-gemis", now);
  const { html } = await visitor(learner.personId, now).get(paths.learnCourse(slug));
  expect(html).toContain("4 van de 5 lessen lezen");
  expect(html).toMatch(/tests\/check-gemis">[^<]*<\/a><\/span><span class="learn-programme-facts">12 vragen · [^<]*70%[^<]* · nog te doen/);
  expect(html).toMatch(/tests\/toets-gemis">[^<]*<\/a><\/span><span class="learn-programme-facts">16 vragen · [^<]*75%[^<]* · nog te doen/);
});

test("a finished lesson goes on by a button that names the next one", async () => {
  const learner = await makeLearner();
  await finishLesson(learner, "welk-gemis", now);
  const { html } = await visitor(learner.personId, now).get(paths.lesson(slug, "welk-gemis"));
  expect(html).toMatch(
    /hoe-cijfers-ontstaan" class="button button-primary"><span>Volgende les: <span lang="nl">[^<]*<\/span> · \d+ minuten/,
  );
  expect(html).not.toContain('rel="next"');
});

test("complete: the course's page leads to the certificate", async () => {
  const learner = await makeLearner();
  for (const lessonId of await lessonIds()) await finishLesson(learner, lessonId, now);
  const { html } = await visitor(learner.personId, now).get(paths.learnCourse(slug));
  expect(html).toContain("5 van 5 lessen afgerond");
  expect(html).toContain(paths.test(slug, "toets-gemis"));
  await db.completion.create({ data: { enrolmentId: learner.enrolmentId, completedAt: now, rulesVersion: 1, evidence: {} } });
  expect((await visitor(learner.personId, now).get(paths.learnCourse(slug))).html).toContain(paths.certificateName(slug));
});
