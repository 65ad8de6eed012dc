import { describe, expect, test } from "vitest";
import { submitAttempt } from "#app/features/assessment/answer-attempt.server.ts";
import { startAttempt } from "#app/features/assessment/start-attempt.server.ts";
import { placeLogo } from "#app/features/catalogue/provider-logo.server.ts";
import { certificateFile, renderCertificate } from "#app/features/certificates/certificate-file.server.ts";
import { certificatePdf } from "#app/features/certificates/certificate-pdf.server.ts";
import { certificatesOf, coursesToConfirm, verifiedCertificate } from "#app/features/certificates/certificates.server.ts";
import { confirmName, nameToConfirm } from "#app/features/certificates/confirm-name.server.ts";
import {
  issueCertificate,
  onCourseCompleted,
  pendingCertificates,
  reviewPendingCertificates,
} from "#app/features/certificates/issue.server.ts";
import type { HeldFacts, PrintedFacts } from "#app/features/certificates/snapshot.ts";
import { DAY } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { course, drawnOf, finalTest, later, newLearner, rightAnswers, sit, start } from "#tests/features/assessment/test-taker.ts";
import { complete, newGraduate } from "./graduate.ts";

const confirm = (personId: string, name = "Ayşe Jansen", now = later(5)) =>
  confirmName({ personId, courseSlug: course.slug, name, registerNumbers: [] }, now);

async function issued(personId: string, name?: string, now?: Date) {
  const answer = await confirm(personId, name, now);
  if (!answer.ok) throw new Error(answer.reason);
  return answer;
}

async function factsOf(certificateId: string) {
  const row = await db.certificate.findUniqueOrThrow({ where: { id: certificateId }, select: { printed: true, held: true } });
  return { printed: row.printed as unknown as PrintedFacts, held: row.held as unknown as HeldFacts };
}

describe("eligibility", () => {
  test("nothing is issued before the course is completed, whatever the browser posts", async () => {
    const { personId, enrolmentId } = await newLearner();
    expect(await nameToConfirm(personId, course.slug, start)).toEqual({ state: "not-completed" });
    expect(await confirm(personId)).toEqual({ ok: false, reason: "not-completed" });
    expect(await db.$transaction((tx) => issueCertificate(tx, enrolmentId, start))).toEqual({ ok: false, reason: "not-completed" });
    expect(await db.certificate.count({ where: { enrolmentId } })).toBe(0);
  });

  test("nor before the name is confirmed", async () => {
    const { enrolmentId } = await newGraduate();
    expect(await db.$transaction((tx) => issueCertificate(tx, enrolmentId, start))).toEqual({ ok: false, reason: "no-name" });
  });

  test("nobody confirms for somebody else", async () => {
    await newGraduate();
    const other = await newLearner();
    expect(await confirm(other.personId)).toEqual({ ok: false, reason: "not-completed" });
  });
});

describe("the snapshot", () => {
  test("prints what the server knows and the name as confirmed; holds the rest", async () => {
    const learner = await newLearner({ name: "A. Jansen" });
    const attempt = await startAttempt(
      { personId: learner.personId, slug: course.slug, testId: course.final, ownWork: true, seed: 3 },
      start,
    );
    if (!attempt.ok) throw new Error(attempt.reason);
    const answers = rightAnswers(await finalTest(), await drawnOf(attempt.attemptId));
    await submitAttempt(
      { personId: learner.personId, slug: course.slug, testId: course.final, attemptId: attempt.attemptId, answers, shown: [] },
      start,
    );
    await complete(learner);
    const answer = await confirmName(
      {
        personId: learner.personId,
        courseSlug: course.slug,
        name: "  Ayşe   Jansen ",
        registerNumbers: [{ register: "skj", number: "100200300" }],
      },
      later(5),
    );
    if (!answer.ok) throw new Error(answer.reason);
    const { printed, held } = await factsOf(answer.certificateId);
    expect(printed).toMatchObject({
      name: "Ayşe Jansen",
      course: { slug: course.slug, kind: "module", title: "Gemis is geen alleen-zijn" },
      edition: "2026.1",
      completedOn: "2026-11-22",
      issuedOn: "2026-11-22",
      result: "Toets behaald",
      accreditations: [],
      provider: { name: "Voorbeeldacademie De Kring (fictief)", kvk: "00000000" },
      mode: "live",
      code: answer.code,
    });
    expect(printed.studyMinutes).toBeGreaterThan(60);
    expect(new URL(printed.verifyUrl).pathname).toBe(`/verify/${answer.code}`);
    expect(held).toMatchObject({
      scorePercent: 100,
      attempts: 1,
      rulesVersion: 1,
      registerNumbers: [{ register: "skj", number: "100200300" }],
      completedAt: start.toISOString(),
    });
    expect(held.requirements.map(({ key }) => key)).toContain(`final-test-passed:${course.final}`);
  });

  test("does not change with the account, the provider or the day", async () => {
    const { personId } = await newGraduate();
    const { certificateId, code } = await issued(personId);
    const before = await factsOf(certificateId);
    await db.person.update({ where: { id: personId }, data: { name: "Iemand Anders" } });
    const { details } = await db.provider.findUniqueOrThrow({ where: { id: 1 } });
    await db.provider.update({ where: { id: 1 }, data: { details: { ...(details as object), tradeName: "Andere Academie" } } });
    expect(await issued(personId, "Nieuwe Naam", new Date(start.getTime() + 30 * DAY))).toMatchObject({ code, created: false });
    expect(await factsOf(certificateId)).toEqual(before);
    await db.provider.update({ where: { id: 1 }, data: { details: details ?? {} } });
  });

  test("points are printed only when the course was completed inside a granted window that covers the edition", async () => {
    const window = {
      courseSlug: course.slug,
      register: "Registerplein",
      peCourseId: "4321",
      pointsHundredth: 350,
      category: "",
      status: "granted",
      validFrom: start,
      validTo: later(60),
      editionsCovered: ["2026.1"],
    };
    const others = [
      { ...window, register: "Aangevraagd", status: "requested" },
      { ...window, register: "Andere editie", editionsCovered: ["2025.9"] },
    ];
    await db.accreditation.createMany({ data: [window, ...others] });
    try {
      const inside = await newGraduate({ completedAt: later(30) });
      // issued long after the window closed: the day of completion decides
      const first = await issued(inside.personId, "Binnen", new Date(start.getTime() + 20 * DAY));
      expect((await factsOf(first.certificateId)).printed.accreditations).toEqual([
        { register: "Registerplein", courseId: "4321", pointsHundredth: 350, category: "" },
      ]);
      const outside = await newGraduate({ completedAt: later(61) });
      const second = await issued(outside.personId, "Buiten", later(62));
      expect((await factsOf(second.certificateId)).printed.accreditations).toEqual([]);
    } finally {
      await db.accreditation.deleteMany({ where: { courseSlug: course.slug } });
    }
  });

  test("says the text that was completed, not a correction of a later day; a register that saw only that one gives no points", async () => {
    const { personId, editionId } = await newGraduate();
    const { id: _id, ...old } = await db.editionRevision.findFirstOrThrow({ where: { editionId } });
    const before = old.compiled as { revision: number; studyLoad: { total: number } };
    const revision = before.revision + 1;
    const compiled = { ...before, title: "Een betere titel", revision, studyLoad: { ...before.studyLoad, total: 9999 } };
    const next = { ...old, source: old.source ?? {}, revision, contentHash: `${old.contentHash} next`, publishedAt: later(30), compiled };
    const { id } = await db.editionRevision.create({ data: next, select: { id: true } });
    await db.accreditation.create({
      data: {
        courseSlug: course.slug,
        register: "Registerplein",
        pointsHundredth: 350,
        category: "",
        status: "granted",
        validFrom: start,
        editionsCovered: [{ edition: "2026.1", fromRevision: revision }],
      },
      select: { id: true },
    });
    try {
      const shown = await nameToConfirm(personId, course.slug, later(60));
      const { certificateId } = await issued(personId, "Ayşe Jansen", later(60));
      const { printed } = await factsOf(certificateId);
      expect(printed).toMatchObject({ revision: before.revision, studyMinutes: before.studyLoad.total, accreditations: [] });
      expect(printed.course.title).toBe("Gemis is geen alleen-zijn");
      expect(shown).toMatchObject({ facts: { revision: before.revision, accreditations: [] } });
      const afterwards = await newGraduate({ completedAt: later(45) });
      const second = await issued(afterwards.personId, "Later", later(60));
      expect((await factsOf(second.certificateId)).printed).toMatchObject({ revision, accreditations: [{ register: "Registerplein" }] });
    } finally {
      await db.accreditation.deleteMany({ where: { courseSlug: course.slug } });
      await db.editionRevision.delete({ where: { id }, select: { id: true } });
    }
  });

  test("speaks of a passed test only where it was passed", async () => {
    const learner = await newLearner();
    await sit(learner.personId, "fail", start);
    await complete(learner);
    const { certificateId } = await issued(learner.personId);
    expect((await factsOf(certificateId)).printed.result).toBe("Afgerond");
  });

  test.each(["sandbox", "test"] as const)("what was bought in %s stays an oefenversie", async (mode) => {
    const { personId } = await newGraduate({ mode });
    const { certificateId, code } = await issued(personId);
    expect((await factsOf(certificateId)).printed.mode).toBe(mode);
    expect((await certificateFile(personId, code))?.fileName).toMatch(/^oefenversie-/);
  });
});

describe("one certificate", () => {
  test("eight confirmations at once make one, and the name on it is the name kept", async () => {
    const { personId, enrolmentId } = await newGraduate();
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => confirm(personId, `Naam ${"ABCDEFGH"[index]}`)));
    expect(new Set(answers.map((answer) => answer.ok && answer.code)).size).toBe(1);
    const certificates = await db.certificate.findMany({ where: { enrolmentId }, select: { printed: true } });
    expect(certificates).toHaveLength(1);
    const kept = await db.certificateName.findUniqueOrThrow({ where: { enrolmentId }, select: { name: true } });
    expect(certificates[0]?.printed).toMatchObject({ name: kept.name });
  });

  test("eight writers without a common lock make one too", async () => {
    const { enrolmentId } = await newGraduate();
    await db.certificateName.create({ data: { enrolmentId, name: "Ayşe Jansen", confirmedAt: start } });
    const answers = await Promise.all(Array.from({ length: 8 }, () => db.$transaction((tx) => issueCertificate(tx, enrolmentId, start))));
    expect(answers.filter((answer) => answer.ok && answer.created)).toHaveLength(1);
    expect(new Set(answers.map((answer) => answer.ok && answer.code)).size).toBe(1);
  });

  test("after a revocation none is issued by itself", async () => {
    const { personId, enrolmentId } = await newGraduate();
    const { certificateId } = await issued(personId);
    await db.certificate.update({
      where: { id: certificateId },
      data: { state: "revoked", revokedAt: later(9), revokeReason: "Dubbel uitgegeven" },
    });
    expect(await confirm(personId)).toEqual({ ok: false, reason: "withdrawn" });
    await onCourseCompleted(enrolmentId, later(10));
    expect(await db.certificate.count({ where: { enrolmentId } })).toBe(1);
  });
});

describe("news of a completion", () => {
  test("asks for the name, once, in the person's language", async () => {
    const { enrolmentId, email } = await newGraduate({ locale: "en", mode: "sandbox" });
    await onCourseCompleted(enrolmentId, later(1));
    await onCourseCompleted(enrolmentId, later(2));
    const letters = await db.outboxMail.findMany({
      where: { key: `certificate-ready:${enrolmentId}` },
      select: { to: true, locale: true, text: true },
    });
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatchObject({ to: email, locale: "en" });
    expect(letters[0]?.text).toContain(`/certificates/confirm/${course.slug}`);
    expect(letters[0]?.text).toContain("practice version");
  });

  test("issues at once where the name is known, and enqueues the file", async () => {
    const { enrolmentId, personId } = await newGraduate();
    await db.certificateName.create({ data: { enrolmentId, name: "Ayşe Jansen", confirmedAt: start } });
    await reviewPendingCertificates(later(1));
    const [certificate] = await certificatesOf(personId, later(2));
    expect(certificate).toMatchObject({ file: "being-made", state: "current" });
    expect(await certificatesOf(personId, new Date(later(1).getTime() + 16 * 60_000))).toMatchObject([{ file: "late" }]);
    const jobs = await db.$queryRaw<
      { payload: { certificateId: string } }[]
    >`select payload from graphile_worker._private_jobs where payload->>'certificateId' = (select id::text from certificate where enrolment_id = ${enrolmentId}::uuid)`;
    expect(jobs).toHaveLength(1);
  });

  test("the night goes on past what cannot be issued, and says so at its end", async () => {
    const stuck = await newGraduate({ completedAt: later(1) });
    const { enrolmentId, personId } = await newGraduate({ completedAt: later(2) });
    for (const id of [stuck.enrolmentId, enrolmentId])
      await db.certificateName.create({ data: { enrolmentId: id, name: "Ayşe Jansen", confirmedAt: start } });
    const textless = await db.edition.create({
      data: { courseSlug: course.slug, number: "2024.1", requirements: [], requirementsHash: "", createdAt: start },
      select: { id: true },
    });
    await db.enrolment.update({ where: { id: stuck.enrolmentId }, data: { editionId: textless.id }, select: { id: true } });
    try {
      await expect(reviewPendingCertificates(later(3))).rejects.toThrow("1 completed enrolments could not be looked at");
      expect(await certificatesOf(personId, later(2))).toHaveLength(1);
      expect(await certificatesOf(stuck.personId, later(2))).toEqual([]);
    } finally {
      await db.enrolment.update({ where: { id: stuck.enrolmentId }, data: { editionId: stuck.editionId }, select: { id: true } });
      await db.edition.delete({ where: { id: textless.id }, select: { id: true } });
    }
  });

  test("who is complete without a certificate is listed until there is one", async () => {
    const { enrolmentId, personId } = await newGraduate();
    const mine = async () => (await pendingCertificates(db)).filter((row) => row.enrolmentId === enrolmentId);
    expect(await mine()).toEqual([{ enrolmentId, personId, courseSlug: course.slug, completedAt: start, nameConfirmed: false }]);
    expect(await coursesToConfirm(personId)).toEqual([{ slug: course.slug, title: "Gemis is geen alleen-zijn" }]);
    await issued(personId);
    expect(await mine()).toEqual([]);
    expect(await coursesToConfirm(personId)).toEqual([]);
  });

  test("who has confirmed a name comes before who has not, however long these wait", async () => {
    const waiting = await newGraduate();
    const { enrolmentId } = await newGraduate({ completedAt: later(60) });
    await db.certificateName.create({ data: { enrolmentId, name: "Ayşe Jansen", confirmedAt: later(61) }, select: { name: true } });
    const order = (await pendingCertificates(db)).map((row) => row.enrolmentId);
    expect(order.indexOf(enrolmentId)).toBeLessThan(order.indexOf(waiting.enrolmentId));
    expect(order).toContain(waiting.enrolmentId);
  });
});

describe("the file", () => {
  test("is made once, kept, and the owner's alone", async () => {
    const { personId } = await newGraduate();
    const stranger = await newLearner();
    const { certificateId, code } = await issued(personId);
    const ids = await Promise.all([renderCertificate(certificateId), renderCertificate(certificateId), renderCertificate(certificateId)]);
    expect(new Set(ids).size).toBe(1);
    const file = await certificateFile(personId, code);
    expect(file?.fileName).toBe(`certificaat-${course.slug}-${code}.pdf`);
    expect(new TextDecoder().decode(file?.bytes.slice(0, 5))).toBe("%PDF-");
    expect(await certificateFile(stranger.personId, code)).toBeNull();
  });

  test("bears the logo that the provider has when it is made", async () => {
    const { personId } = await newGraduate();
    const { certificateId, code } = await issued(personId);
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1"><rect width="4" height="1" fill="#ff0000"/></svg>';
    const logo = { bytes: new TextEncoder().encode(drawing), mediaType: "image/svg+xml" as const };
    await db.$transaction((tx) => placeLogo(tx, logo));
    const file = await certificateFile(personId, code);
    await db.$transaction((tx) => placeLogo(tx, null));
    const { printed } = await factsOf(certificateId);
    const { issuedAt } = await db.certificate.findUniqueOrThrow({ where: { id: certificateId }, select: { issuedAt: true } });
    const expected = await certificatePdf(printed, issuedAt, logo);
    expect(expected.ok && Buffer.compare(file?.bytes ?? new Uint8Array(), expected.pdf)).toBe(0);
  });

  test("is made on asking when the job has not come round", async () => {
    const { personId } = await newGraduate();
    const { code } = await issued(personId);
    expect((await certificatesOf(personId, later(2)))[0]?.file).toBe("being-made");
    expect(await certificateFile(personId, code)).not.toBeNull();
    expect((await certificatesOf(personId, later(2)))[0]?.file).toBe("ready");
  });
});

describe("the letter that it is ready", () => {
  const lettersAbout = (certificateId: string) =>
    db.outboxMail.findMany({
      where: { key: `certificate-issued:${certificateId}` },
      select: { to: true, locale: true, subject: true, text: true, html: true },
    });

  test("goes once, when the file is there, with where to download and where to check", async () => {
    const { personId, email } = await newGraduate();
    const { certificateId, code } = await issued(personId);
    expect(await lettersAbout(certificateId)).toEqual([]);
    await Promise.all([renderCertificate(certificateId), renderCertificate(certificateId)]);
    await renderCertificate(certificateId);
    const [letter, ...others] = await lettersAbout(certificateId);
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ to: email, locale: "nl", subject: "Je certificaat van ‘Gemis is geen alleen-zijn’ staat klaar" });
    for (const part of [letter?.text, letter?.html]) {
      expect(part).toContain(`/verify/${code}`);
      expect(part).toMatch(/\/certificates(?=["\s])/);
      expect(part).not.toContain("oefenversie");
    }
    expect(letter?.text).toContain("Ayşe Jansen");
  });

  test("is written although the owner fetched the file before the job came round; in English it says what is practice", async () => {
    const { personId } = await newGraduate({ locale: "en", mode: "sandbox" });
    const { certificateId, code } = await issued(personId);
    await certificateFile(personId, code);
    expect(await lettersAbout(certificateId)).toEqual([]);
    await renderCertificate(certificateId);
    const [letter] = await lettersAbout(certificateId);
    expect(letter).toMatchObject({ locale: "en", subject: "Your certificate for ‘Gemis is geen alleen-zijn’ is ready" });
    expect(letter?.text).toContain("practice version");
  });

  test("is not written of a certificate that was withdrawn meanwhile", async () => {
    const { personId } = await newGraduate();
    const { certificateId } = await issued(personId);
    await db.certificate.update({
      where: { id: certificateId },
      data: { state: "revoked", revokedAt: later(9), revokeReason: "Dubbel uitgegeven" },
      select: { id: true },
    });
    await renderCertificate(certificateId);
    expect(await lettersAbout(certificateId)).toEqual([]);
  });
});

describe("a name", () => {
  test("that no font can set is refused with the letters that are missing", async () => {
    const { personId, enrolmentId } = await newGraduate();
    expect(await confirm(personId, "田中 Jansen")).toEqual({ ok: false, reason: "unprintable", characters: ["田", "中"] });
    expect(await db.certificateName.count({ where: { enrolmentId } })).toBe(0);
  });
});

describe("verifying", () => {
  test("answers with printed facts only", async () => {
    const { personId, email } = await newGraduate();
    const { code } = await issued(personId);
    const sent = JSON.stringify(await verifiedCertificate(code));
    expect(sent).toContain("Ayşe Jansen");
    expect(sent).not.toContain(email);
    expect(sent).not.toMatch(/scorePercent|registerNumbers|activeMinutes|personId/);
    expect(await verifiedCertificate("0000-0000-0000-0000")).toBeNull();
  });

  test("the database keeps printed facts as they are, one current per enrolment, and deletes none", async () => {
    const { personId } = await newGraduate();
    const { certificateId } = await issued(personId);
    const { printed } = await factsOf(certificateId);
    await expect(
      db.certificate.update({ where: { id: certificateId }, data: { printed: { ...printed, name: "Vervalst" } as object } }),
    ).rejects.toThrow(/frozen/);
    await renderCertificate(certificateId);
    const stranger = await newLearner();
    const change = (data: object) => db.certificate.updateMany({ where: { id: certificateId }, data });
    for (const other of [
      { personId: stranger.personId },
      { enrolmentId: stranger.enrolmentId },
      { courseSlug: "iets-anders" },
      { fileId: stranger.personId },
      { fileId: null },
    ])
      await expect(change(other), JSON.stringify(other)).rejects.toThrow(/frozen/);
    await expect(db.certificate.delete({ where: { id: certificateId } })).rejects.toThrow(/append-only/);
    const row = await db.certificate.findUniqueOrThrow({ where: { id: certificateId } });
    const { id: _id, printed: _printed, held: _held, ...copy } = row;
    await expect(
      db.certificate.create({ data: { ...copy, code: "AAAA-BBBB", printed: row.printed ?? {}, held: row.held ?? {} } }),
    ).rejects.toThrow();
    await change({ state: "revoked", revokedAt: later(9), revokeReason: "Dubbel uitgegeven" });
    for (const state of ["current", "superseded"]) await expect(change({ state }), state).rejects.toThrow(/stays so/);
    // An account that goes leaves its certificate behind.
    expect(await change({ personId: null })).toEqual({ count: 1 });
    await expect(change({ personId })).rejects.toThrow(/frozen/);
  });
});
