import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { finishLesson, saveStep } from "#app/features/learning/progress.server.ts";
import { saveWriting } from "#app/features/learning/writing.server.ts";
import { noteId } from "#app/features/learning/writing.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/platform/db.server.ts";
import { makePerson } from "#tests/features/enrolment/course-fixture.ts";
import { editionId, last, makeLearner, minutes, now, publish, slug, words } from "#tests/features/learning/learner.ts";
import { visitor } from "./pages.tsx";

const page = paths.lesson(slug, last.lessonId);
const note = `${page}/note/casus`;

beforeAll(async () => {
  process.env.NODE_ENV = "test";
  await publish();
});

test("Verder waar je was: to the step read last; signed out to the sign-in page and back; with nothing under way to Mijn leren", async () => {
  expect((await visitor(null, now).get(paths.continueReading())).to).toBe(paths.login(paths.continueReading()));
  expect((await visitor(await makePerson(), now).get(paths.continueReading())).to).toBe(paths.learn());
  const learner = await makeLearner();
  const reader = visitor(learner.personId, minutes(2));
  expect((await reader.get(paths.continueReading())).to).toBe(paths.lesson(slug, "alleen-of-eenzaam"));
  await saveStep(db, learner, last.lessonId, "casus", minutes(1));
  const answer = await reader.get(paths.continueReading());
  expect([answer.status, answer.to, answer.headers.get("Cache-Control")]).toEqual([303, `${page}#casus`, "no-store"]);
});

test("the outline says in words what is finished, where one is and what is to come", async () => {
  const learner = await makeLearner();
  await finishLesson(learner, "alleen-of-eenzaam", now);
  const { html } = await visitor(learner.personId, minutes(1)).get(paths.lesson(slug, "welk-gemis"));
  const row = (lesson: string) =>
    new RegExp(`href="${paths.lesson(slug, lesson)}"[^>]*>[^<]*</a><span class="outline-facts">([^<]*)<`).exec(html)?.[1];
  expect(row("alleen-of-eenzaam")).toMatch(/^\d+ minuten · afgerond$/);
  expect(row("welk-gemis")).toMatch(/ · hier ben je$/);
  expect(row(last.lessonId)).toMatch(/ · nog te doen$/);
  expect(html).toMatch(/Stap 2 van \d+ · \d+ minuten/);
  expect(html).toContain(`href="${paths.printLesson(slug, "welk-gemis")}"`);
});

test("a note is saved without JavaScript, and stands open at its step afterwards", async () => {
  const { personId } = await makeLearner();
  const learner = visitor(personId, now);
  const before = await learner.get(page);
  expect(before.html).toContain(`action="${note}#form-notitie-casus"`);
  expect(before.html).not.toMatch(/<details class="step-note"[^>]* open/);
  const saved = await learner.post(note, { text: "Dit wil ik in het team bespreken", version: "0" });
  expect([saved.status, saved.to]).toEqual([303, `${page}#notitie-casus`]);
  const { html } = await learner.get(page);
  expect(html).toMatch(/<details class="step-note" id="notitie-casus"[^>]* open=""/);
  expect(html).toContain("Dit wil ik in het team bespreken</textarea>");
  expect((await learner.get(note)).to).toBe(`${page}#notitie-casus`);
  expect((await learner.post(`${page}/note/bestaat-niet`, { text: "x", version: "0" })).status).toBe(404);
});

test("a text whose place a correction took away comes back to be copied, and its autosave says so too", async () => {
  const { personId, enrolmentId } = await makeLearner();
  const learner = visitor(personId, now);
  const gone = [
    `${page}/note/andere-stap`,
    `${page}/writing/ander-blok`,
    `${page}/case/andere-casus/submit`,
    `${paths.lesson(slug, "andere-les")}/note/casus`,
  ];
  for (const path of gone) {
    const answer = await learner.post(path, { text: "uren werk", version: "3" });
    expect(answer.status).toBe(404);
    expect(answer.html).toMatch(/<textarea[^>]*readonly[^>]*>uren werk<\/textarea>/i);
    expect(answer.html).toContain("Deze plek is er niet meer");
    expect(answer.html).toContain(`href="${paths.learnCourse(slug)}"`);
  }
  for (const path of [`${page}/note/andere-stap/autosave`, `${page}/autosave/ander-blok`]) {
    const { status, html } = await learner.post(path, { text: "uren werk", version: "3" });
    expect([status, JSON.parse(html)]).toMatchObject([404, { kind: "gone", text: "uren werk" }]);
  }
  expect(await db.writing.count({ where: { enrolmentId } })).toBe(0);
});

test("once access has ended, what one wrote stays within reach, as a page and as a file, and nothing else of the course does", async () => {
  const learner = await makeLearner({ endsAt: minutes(10) });
  const before = visitor(learner.personId, minutes(5));
  await before.post(note, { text: "Dit blijft van mij", version: "0" });
  await before.post(`${page}/case/${last.caseId}/submit`, { text: words(45), version: "0" });
  const after = visitor(learner.personId, minutes(20));
  expect((await after.get(page)).to).toBe(paths.learnCourse(slug));
  expect((await after.get(paths.learnCourse(slug))).html).toContain(`href="${paths.learnNotes(slug)}"`);
  for (const path of [paths.learnNotes(slug), paths.learnNotesFile(slug)]) {
    const { status, html } = await after.get(path);
    expect(status).toBe(200);
    expect(html).toContain("Dit blijft van mij");
    expect(html).toContain("woord44");
    expect(html).not.toContain("Er is niet één goed antwoord");
    expect(html).not.toContain(`href="${page}`);
  }
  const waiting = await makeLearner({ begun: false, endsAt: minutes(10) });
  expect((await visitor(waiting.personId, minutes(20)).get(paths.learnNotes(slug))).to).toBe(paths.learnCourse(slug));
  const silent = await makeLearner();
  expect((await visitor(silent.personId, now).get(paths.learnNotes(slug))).html).toContain(`href="${paths.learnCourse(slug)}"`);
});

test("a note saved elsewhere since comes back beside what was typed; signed out, the text is on the page", async () => {
  const learner = await makeLearner();
  await saveWriting(
    learner,
    { lessonId: last.lessonId, blockId: noteId(last.lessonId, "casus"), text: "op de telefoon", baseVersion: 0 },
    now,
  );
  const stale = await visitor(learner.personId, minutes(1)).post(note, { text: "op de laptop", version: "0" });
  expect(stale.status).toBe(422);
  expect(stale.html).toContain("op de telefoon\n\nop de laptop</textarea>");
  const out = await visitor(null, now).post(note, { text: "uren werk", version: "0" });
  expect(out.status).toBe(401);
  expect(out.html).toMatch(/<textarea[^>]*readonly[^>]*>uren werk<\/textarea>/i);
  expect(JSON.parse((await visitor(learner.personId, now).post(`${note}/autosave`, { text: "verder", version: "1" })).html)).toMatchObject({
    kind: "saved",
    version: 2,
  });
});

test("my notes: everything in reading order, as a page and as a file; for nobody else", async () => {
  const learner = await makeLearner();
  const reader = visitor(learner.personId, now);
  expect((await reader.get(paths.learnNotes(slug))).html).toContain("Je hebt nog niets geschreven");
  await reader.post(note, { text: "Wat zou ík doen? 🙂", version: "0" });
  await reader.post(`${page}/writing/${last.reflectionId}`, { text: "Een zin die ik koester", version: "0" });
  const { html } = await reader.get(paths.learnNotes(slug));
  expect(html).toMatch(/Wat zou ík doen\? 🙂/);
  expect(html).toContain("Een zin die ik koester");
  const file = await reader.get(paths.learnNotesFile(slug));
  expect(file.headers.get("Content-Type")).toBe("text/markdown; charset=utf-8");
  expect(file.headers.get("Content-Disposition")).toBe(`attachment; filename="mijn-notities-${slug}.md"`);
  expect(file.headers.get("Cache-Control")).toContain("no-store");
  expect(file.html).toContain("# Mijn notities: Gemis is geen alleen-zijn");
  expect(file.html).toContain("Wat zou ík doen? 🙂");
  for (const path of [paths.learnNotes(slug), paths.learnNotesFile(slug)]) {
    expect((await visitor((await makeLearner()).personId, now).get(path)).html).not.toContain("koester");
    expect((await visitor(await makePerson(), now).get(path)).to).toBe(paths.course(slug));
    expect((await visitor(null, now).get(path)).to).toBe(paths.login(path));
  }
});

test("finished by mistake: taken back from the notice, in one press, until the course is complete", async () => {
  const { personId, enrolmentId } = await makeLearner();
  const reader = visitor(personId, now);
  const { to } = await reader.post(paths.finishLesson(slug, "welk-gemis"), { next: "hoe-cijfers-ontstaan" });
  const undo = `${paths.lesson(slug, "welk-gemis")}/reopen`;
  expect((await reader.get(to ?? "")).html).toContain(`action="${undo}"`);
  const back = await reader.post(undo);
  expect(back.to).toBe(`${paths.lesson(slug, "welk-gemis")}?reopened=1#les-einde`);
  expect((await reader.get(back.to ?? "")).html).toMatch(/id="les-einde">.*Deze les staat weer op ‘nog te doen’.*Rond deze les af/s);
  await reader.post(paths.finishLesson(slug, "welk-gemis"));
  await db.completion.create({ data: { enrolmentId, completedAt: now, rulesVersion: 1, evidence: {} } });
  for (const after of [paths.learnCourse(slug), page]) expect((await reader.get(`${after}?finished=welk-gemis`)).html).not.toContain(undo);
  const fixed = await reader.post(undo);
  expect(fixed.to).toBe(`${paths.lesson(slug, "welk-gemis")}#les-einde`);
  expect((await reader.get(fixed.to ?? "")).html).toMatch(
    /id="les-einde">.*Je hebt deze les afgerond.*dus deze les blijft op ‘afgerond’ staan/s,
  );
  expect(await db.lessonProgress.count({ where: { enrolmentId, finishedAt: { not: null } } })).toBe(1);
});

test("a finished lesson is taken back on its own page too, where it was finished; the end of an unfinished one has one way on", async () => {
  const { personId } = await makeLearner();
  const reader = visitor(personId, now);
  const lesson = paths.lesson(slug, "welk-gemis");
  const end = async () => /id="les-einde">(.*?)<\/div>/s.exec((await reader.get(lesson)).html)?.[1] ?? "";
  expect(await end()).toMatch(/<button[^>]*>Rond deze les af en ga verder<\/button><p class="hint">.*Volgende les: /);
  expect(await end()).not.toContain(`href="${paths.lesson(slug, "hoe-cijfers-ontstaan")}"`);
  expect(await end()).not.toContain("/reopen");
  expect(await end()).toContain('href="#les-weergave"');
  await reader.post(paths.finishLesson(slug, "welk-gemis"));
  expect(await end()).toMatch(new RegExp(`action="${lesson}/reopen".*Toch nog niet klaar.*button-primary`));
  expect((await reader.post(`${lesson}/reopen`)).to).toBe(`${lesson}?reopened=1#les-einde`);
});

test("words for who is new, until they are put away on this device", async () => {
  const begun = await makeLearner();
  const first = paths.lesson(slug, "alleen-of-eenzaam");
  const reader = visitor(begun.personId, now);
  expect((await reader.get(first)).html).toContain('class="first-hint"');
  expect((await reader.get(page)).html).not.toContain('class="first-hint"');
  const away = await reader.post(paths.learnHint(), { hint: "lesson", next: first });
  expect([away.status, away.to]).toEqual([303, first]);
  const cookie = away.headers.get("Set-Cookie")?.split(";")[0] ?? "";
  expect((await reader.get(first, { Cookie: cookie })).html).not.toContain('class="first-hint"');
  const waiting = visitor((await makeLearner({ begun: false })).personId, now);
  expect((await waiting.get(paths.learnCourse(slug), { Cookie: cookie })).html).toContain('class="first-hint"');
  expect((await reader.post(paths.learnHint(), { hint: "x; Path=/evil", next: "//evil.example" })).to).toBe(paths.learn());
});

test("Mijn leren says why an ordered course is not there yet, with its date; never about another's order", async () => {
  const html = async (personId: string) => (await visitor(personId, now).get(paths.learn())).html;
  const waiting = await makePerson();
  await order(waiting, "waiting-for-bank", now);
  expect(await html(waiting)).toContain("Je bestelling van 22 november 2026 wacht op de bank");
  const expired = await makePerson();
  await order(expired, "expired", now);
  expect(await html(expired)).toContain("Je bestelling van 22 november 2026 is niet betaald en daarom verlopen");
  const long = await makePerson();
  await order(long, "expired", new Date("2026-10-01T10:00:00Z"));
  expect(await html(long)).toContain("Je volgt nog geen module");
  expect(await html(long)).not.toContain("werkgever");
  const paid = await makeLearner();
  await order(paid.personId, "expired", now);
  expect(await html(paid.personId)).not.toContain("verlopen");
});

test("Mijn leren shows an order that is still to pay: how to go on, and that it lapses, with the hour while that is known", async () => {
  const personId = await makePerson();
  const orderId = await order(personId, "open", now);
  const html = async (moment: Date) => (await visitor(personId, moment).get(paths.learn())).html;
  expect(await html(now)).toContain("Je bestelling van 22 november 2026 is nog niet betaald. Betaal je niet, dan vervalt ze vanzelf.");
  expect(await html(now)).toMatch(new RegExp(`href="${paths.buy(slug)}"[^>]*>Ga verder met betalen`));
  await db.paymentAttempt.create({ data: { orderId, idempotencyKey: randomUUID(), expiresAt: minutes(60) }, select: { id: true } });
  expect(await html(now)).toMatch(/Betaal je niet vóór 22 november 2026[^<]*12:00, dan vervalt ze vanzelf/);
  expect(await html(minutes(61))).toContain("Betaal je niet, dan vervalt ze vanzelf.");
});

test("Mijn leren speaks of an order to buy a course again once access has ended, and never of one in other money", async () => {
  const html = async (personId: string) => (await visitor(personId, minutes(20)).get(paths.learn())).html;
  const { personId } = await makeLearner({ endsAt: minutes(10) });
  await order(personId, "waiting-for-bank", minutes(15));
  expect(await html(personId)).toContain("wacht op de bank");
  const rehearsed = await makePerson();
  await order(rehearsed, "waiting-for-bank", now, "test");
  expect(await html(rehearsed)).not.toContain("wacht op de bank");
});

async function order(personId: string, state: string, createdAt: Date, mode = "sandbox"): Promise<string> {
  const text = { termsVersion: "1", withdrawalChoice: "start-now", withdrawalVersion: "1", withdrawalText: "", withdrawalAt: createdAt };
  const buyer = { personId, buyerName: "Noor", buyerEmail: "noor@example.test", locale: "nl", mode, currency: "EUR" };
  const line = { position: 1, courseSlug: slug, editionId: await editionId(), title: "Gemis is geen alleen-zijn", quantity: 1 };
  const money = { unitCents: 100, totalCents: 100, vatTreatment: "exempt", vatBasisPoints: 0, vatCents: 0, vatText: "", accessMonths: 12 };
  const { id } = await db.order.create({
    data: {
      ...text,
      ...buyer,
      state,
      createdAt,
      reference: randomUUID().slice(0, 12),
      totalCents: 100,
      provider: {},
      lines: { create: { ...line, ...money } },
    },
    select: { id: true },
  });
  return id;
}
