import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "#app/features/accounts/sessions.server.ts";
import { db, pool } from "#app/platform/db.server.ts";
import { loader as layout } from "#app/routes/office/layout.tsx";
import { loader as people } from "#app/routes/office/people.tsx";
import { loader as person } from "#app/routes/office/person.tsx";
import { action as recheckOrder } from "#app/routes/office/recheck-order.tsx";
import { action as resendMail } from "#app/routes/office/resend-mail.tsx";
import { action as retryJob } from "#app/routes/office/retry-job.tsx";
import OfficeToday, { loader as today } from "#app/routes/office/today.tsx";
import { call, now } from "#tests/routes/account/calls.ts";
import { oneCourse, publishOnly } from "#tests/support/courses.ts";
import { shown } from "./shown.ts";

async function someone(role: "learner" | "office", name: string): Promise<Viewer> {
  const email = `${name.toLowerCase().replace(/\W/g, "")}@example.nl`;
  const { id } = await db.person.create({ data: { email, emailKey: email, name, role, emailVerifiedAt: now }, select: { id: true } });
  return { id, name, email, locale: "nl", role, emailVerified: true };
}

let office: Viewer;
let learner: Viewer;
beforeAll(async () => {
  await publishOnly([oneCourse], now);
  office = await someone("office", "Kantoor");
  learner = await someone("learner", "Sanne de Vries");
});

test.each([
  ["the frame", layout, {}],
  ["today", today, {}],
  ["people", people, {}],
  ["a person", person, { id: "00000000-0000-7000-8000-000000000000" }],
])("%s: a learner is told that there is no such page, a guest is asked to sign in", async (_name, door, params) => {
  expect((await call(door, { path: "/office", viewer: learner, params })).status).toBe(404);
  const guest = await call(door, { path: "/office", params });
  expect(guest.status).toBe(303);
  expect(guest.location).toMatch(/^\/login/);
});

test.each([
  ["retry a job", retryJob, { id: "1" }],
  ["send a letter again", resendMail, { id: "00000000-0000-7000-8000-000000000000" }],
  ["look at an order again", recheckOrder, { id: "00000000-0000-7000-8000-000000000000" }],
])("to %s one must be of the office, and name something that can exist", async (_name, door, fields) => {
  expect((await call(door, { path: "/office/x", fields, viewer: learner })).status).toBe(404);
  expect((await call(door, { path: "/office/x", fields: { id: "'; drop table" }, viewer: office })).status).toBe(404);
});

test("a letter that nobody accepted waits for a human, who sends it again", async () => {
  const { id } = await db.outboxMail.create({
    data: {
      key: "letter",
      kind: "test",
      to: "a@example.nl",
      locale: "nl",
      subject: "Dag",
      text: "Dag",
      html: "Dag",
      state: "failed",
      attempts: 9,
      lastError: "550 no such user",
    },
    select: { id: true },
  });
  const before = await call(today, { path: "/office", viewer: office });
  expect(before.body.mail).toMatchObject([{ id, lastError: "550 no such user" }]);
  const answer = await call(resendMail, { path: "/office/resend-mail", fields: { id }, viewer: office });
  expect(answer.location).toBe("/office?done=mail");
  expect(await db.outboxMail.findUnique({ where: { id }, select: { state: true, attempts: true } })).toEqual({
    state: "queued",
    attempts: 0,
  });
  expect(await db.auditEvent.count({ where: { action: "office.mail-resent", actorId: office.id, subjectId: id } })).toBe(1);
});

test("a stuck job is shown with its message, and gets fresh tries", async () => {
  await pool().query("select graphile_worker.add_job('test.broken', max_attempts := 2)");
  await pool().query("update graphile_worker._private_jobs set attempts = 2, last_error = 'the printer is on fire'");
  const { body } = await call(today, { path: "/office", viewer: office });
  const [job] = body.jobs as { id: string; lastError: string }[];
  expect(job?.lastError).toContain("on fire");
  await call(retryJob, { path: "/office/retry-job", fields: { id: job?.id ?? "" }, viewer: office });
  expect((await call(today, { path: "/office", viewer: office })).body.jobs).toEqual([]);
});

test("what the comparison with Stripe could not mend is shown with a remedy, and what it mended is not", async () => {
  await db.reconciliation.create({
    data: {
      kind: "nightly",
      startedAt: now,
      finishedAt: now,
      differences: [
        { kind: "money-without-order", subject: "cs_test_lost", repaired: false },
        { kind: "event-undelivered", subject: "evt_1", repaired: true },
      ],
    },
  });
  const { body } = await call(today, { path: "/office", viewer: office });
  expect(body.differences).toMatchObject([
    { subject: "cs_test_lost", problem: expect.stringContaining("cs_test_lost"), remedy: expect.stringContaining("Stripe") },
  ]);
});

test("messages of Stripe that were refused are counted by why, those of long ago left out", async () => {
  const refused = { type: "checkout.session.completed", livemode: true, payload: {}, state: "refused", note: "live-event-in-test" };
  await db.stripeEvent.createMany({
    data: [
      { ...refused, id: "evt_a", receivedAt: now },
      { ...refused, id: "evt_b", receivedAt: now },
      { ...refused, id: "evt_old", note: "other-account", receivedAt: new Date(now.getTime() - 15 * 86_400_000) },
    ],
  });
  const { body } = await call(today, { path: "/office", viewer: office });
  expect(body.refused).toMatchObject([{ why: "live-event-in-test", count: 2, remedy: expect.stringContaining("Webhooks") }]);
});

test("a course with a mistake is named with file and line", async () => {
  await db.courseProblem.create({
    data: { courseSlug: "gemis", file: "course.yaml", line: 3, message: "Er ontbreekt een titel.", advice: "Voeg title toe." },
  });
  const { body } = await call(today, { path: "/office", viewer: office });
  expect(body.courses).toMatchObject([{ file: "course.yaml", line: 3 }]);
});

test("people are found by name and by address; the list goes on where the page ended", async () => {
  for (let number = 0; number < 55; number++) await someone("learner", `Proefpersoon ${number}`);
  const first = await call(people, { path: "/office/people", viewer: office });
  expect(first.body.people).toHaveLength(50);
  const second = await call(people, { path: `/office/people?before=${first.body.next}`, viewer: office });
  expect((second.body.people as unknown[]).length).toBe(7);
  expect(second.body.next).toBeNull();
  expect((await call(people, { path: "/office/people?q=SANNE", viewer: office })).body.people).toMatchObject([{ name: "Sanne de Vries" }]);
});

test("a piece of a name, of an address, or the start of a word finds someone, among the newest and among all", async () => {
  const old = await db.person.create({
    data: {
      id: "00000000-0000-7000-8000-00000000000a",
      email: "Z.Yilmaz@Oud.example",
      emailKey: "z.yilmaz@oud.example",
      name: "Zoë Yılmaz",
    },
    select: { id: true },
  });
  await db.person.createMany({
    data: Array.from({ length: 1100 }, (_, n) => ({ email: `drom${n}@example.nl`, emailKey: `drom${n}@example.nl`, name: `Drom ${n}` })),
  });
  const ids = async (q: string) => {
    const { body } = await call(people, { path: `/office/people?q=${encodeURIComponent(q)}`, viewer: office });
    return (body.people as { id: string }[]).map(({ id }) => id);
  };
  for (const q of ["YILMAZ@oud", "oë yıl", "zo", "Zoë Yılmaz"]) expect(await ids(q)).toEqual([old.id]);
  for (const q of ["%", "drom_", "ë", "qq"]) expect(await ids(q)).toEqual([]);
  expect(await ids("dro")).toHaveLength(50);
});

test("a list goes on from one page to the next while it is searched, and nobody is skipped", async () => {
  const found: string[] = [];
  for (let before: unknown = ""; before !== null && found.length < 200; ) {
    const { body } = await call(people, { path: `/office/people?q=Proefpersoon&before=${before}`, viewer: office });
    found.push(...(body.people as { name: string }[]).map(({ name }) => name));
    before = body.next;
  }
  expect(found).toHaveLength(55);
  expect(new Set(found).size).toBe(55);
});

/** An order as the table asks for it, with a reference as it is read out over the phone. */
const orderOf = (person: Viewer, reference: string, more: { state?: string; reviewReason?: string } = {}) =>
  db.order.create({
    data: {
      reference,
      personId: person.id,
      buyerName: person.name,
      buyerEmail: person.email,
      locale: "nl",
      mode: "sandbox",
      currency: "EUR",
      totalCents: 9500,
      provider: {},
      termsVersion: "1",
      withdrawalChoice: "wait",
      withdrawalVersion: "1",
      withdrawalText: "Dag",
      withdrawalAt: now,
      ...more,
    },
    select: { id: true },
  });

test("who calls with the number of an order is found by it, however it is typed", async () => {
  const buyer = await someone("learner", "Koper van Iets");
  await orderOf(buyer, "NDXS5691");
  for (const q of ["NDXS5691", "ndxs5691", "bestelling ndxs 5691"]) {
    const { body } = await call(people, { path: `/office/people?q=${encodeURIComponent(q)}`, viewer: office });
    expect(body.people).toMatchObject([{ id: buyer.id }]);
  }
  expect((await call(people, { path: "/office/people?q=NDXS5692", viewer: office })).body.people).toEqual([]);
});

test("an order or a letter that waits for a human names whose it is, and leads to their page", async () => {
  const buyer = await someone("learner", "Twee Keer Betaald");
  await orderOf(buyer, "TWEE2222", { state: "needs-review", reviewReason: "paid-twice" });
  const letter = { kind: "test", to: buyer.email, locale: "nl", subject: "Dag", text: "Dag", html: "Dag", state: "failed" };
  const { id } = await db.outboxMail.create({ data: { ...letter, key: "of-a-buyer", personId: buyer.id }, select: { id: true } });
  const html = await shown(OfficeToday, (await call(today, { path: "/office", viewer: office })).body);
  await db.outboxMail.delete({ where: { id }, select: { id: true } });
  const leads = html.split(`href="/office/people/${buyer.id}"`).slice(1);
  expect(leads.map((rest) => /^[^>]*>([^<]*)</.exec(rest)?.[1])).toEqual([buyer.name, buyer.email]);
});

test("a long list shows its beginning, and more of it when asked", async () => {
  const letter = { kind: "test", to: "a@example.nl", locale: "nl", subject: "Dag", text: "Dag", html: "Dag", state: "failed" };
  await db.outboxMail.createMany({ data: Array.from({ length: 12 }, (_, n) => ({ ...letter, key: `long-${n}` })) });
  const short = await call(today, { path: "/office", viewer: office });
  expect(short.body.mail).toHaveLength(10);
  expect(short.body.longer).toEqual(["mail"]);
  const whole = await call(today, { path: "/office?all=mail", viewer: office });
  expect((whole.body.mail as unknown[]).length).toBeGreaterThanOrEqual(12);
  expect(whole.body.longer).toEqual([]);
});

test("a list that is longer than a hundred is not cut in silence", async () => {
  const letter = { kind: "test", to: "a@example.nl", locale: "nl", subject: "Dag", text: "Dag", html: "Dag", state: "failed" };
  await db.outboxMail.createMany({ data: Array.from({ length: 101 }, (_, n) => ({ ...letter, key: `hundred-${n}` })) });
  await pool().query("select graphile_worker.add_job('test.broken', max_attempts := 2) from generate_series(1, 101)");
  await pool().query("update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'the printer is on fire'");
  for (const list of ["mail", "jobs"] as const) {
    const { body } = await call(today, { path: `/office?all=${list}`, viewer: office });
    expect(body[list]).toHaveLength(100);
    expect(body.longer).toContain(list);
  }
});

test("who completed and has no certificate yet is named, with the title of what they completed", async () => {
  const slug = "gemis-is-geen-alleen-zijn";
  const { id: editionId } = await db.edition.findFirstOrThrow({ where: { courseSlug: slug }, select: { id: true } });
  const graduate = await someone("learner", "Klaar van Dijk");
  await db.enrolment.create({
    data: {
      personId: graduate.id,
      courseSlug: slug,
      editionId,
      createdAt: now,
      completion: { create: { completedAt: now, rulesVersion: 1, evidence: {} } },
    },
  });
  const { body } = await call(today, { path: "/office", viewer: office });
  expect(body.certificates).toMatchObject([{ name: "Klaar van Dijk", title: expect.stringMatching(/^Gemis is geen/) }]);
});

test("a person's page tells what is needed to answer the phone, and nothing they wrote", async () => {
  const { body } = await call(person, { path: `/office/people/${learner.id}`, params: { id: learner.id }, viewer: office });
  expect(body.person).toMatchObject({ name: "Sanne de Vries", enrolments: [], orders: [], mail: [], certificates: [] });
  expect(JSON.stringify(body)).not.toMatch(/ciphertext|answers|passwordHash/);
});

test("a person's page shows the newest letters, and says so where there are older ones", async () => {
  const letter = {
    personId: learner.id,
    to: learner.email,
    kind: "sign-in-code",
    locale: "nl",
    text: "Dag",
    html: "Dag",
    state: "accepted",
  };
  const seen = async () => {
    const { body } = await call(person, { path: `/office/people/${learner.id}`, params: { id: learner.id }, viewer: office });
    return body.person as { mail: { subject: string }[]; older: { orders: boolean; mail: boolean } };
  };
  const post = (number: number) =>
    db.outboxMail.create({ data: { ...letter, key: `brief-${number}`, subject: `Brief ${number}` }, select: { id: true } });
  for (let number = 1; number <= 20; number++) await post(number);
  expect(await seen()).toMatchObject({ mail: { length: 20 }, older: { orders: false, mail: false } });
  await post(21);
  const { mail, older } = await seen();
  expect([mail.length, older]).toEqual([20, { orders: false, mail: true }]);
  expect(mail.map(({ subject }) => subject)).toContain("Brief 21");
});
