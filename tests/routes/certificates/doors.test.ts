import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { StaticRouter } from "react-router-dom/server.js";
import { describe, expect, test } from "vitest";
import type { VerifiedCertificate } from "#app/features/certificates/certificates.server.ts";
import { certificatesOf } from "#app/features/certificates/certificates.server.ts";
import { RegisterNumberFields } from "#app/features/certificates/register-number-fields.tsx";
import type { PrintedFacts } from "#app/features/certificates/snapshot.ts";
import { VerifiedCertificateView, verdictTitle } from "#app/features/certificates/verified-certificate.tsx";
import { db } from "#app/platform/db.server.ts";
import { formatDate, formatMinutes } from "#app/platform/i18n/format.ts";
import { action as confirmAction, loader as confirmPage } from "#app/routes/certificates/confirm.tsx";
import { loader as list } from "#app/routes/certificates/list.tsx";
import { loader as pdf } from "#app/routes/certificates/pdf.ts";
import { loader as verify } from "#app/routes/certificates/verify.tsx";
import { loader as verifyForm } from "#app/routes/certificates/verify-form.tsx";
import { course, later, newLearner } from "#tests/features/assessment/test-taker.ts";
import { newGraduate } from "#tests/features/certificates/graduate.ts";
import { call, viewerOf } from "#tests/routes/account/calls.ts";

const path = `/certificates/confirm/${course.slug}`;
const params = { slug: course.slug };
const viewer = (person: { personId: string; email: string; name: string }) =>
  viewerOf({ id: person.personId, email: person.email, name: person.name, locale: "nl" });
const confirm = (person: Parameters<typeof viewer>[0], fields: Record<string, string>) =>
  call(confirmAction, { path, params, fields, viewer: viewer(person), at: later(5) });

async function issuedTo(person: Parameters<typeof viewer>[0], name = person.name): Promise<string> {
  await confirm(person, { name });
  return (await certificatesOf(person.personId, new Date()))[0]?.code ?? "";
}

describe("confirming the name", () => {
  test("shows what will be printed and offers the account's name; then issues", async () => {
    const graduate = await newGraduate({ name: "Ayşe Jansen" });
    const page = await call(confirmPage, { path, params, viewer: viewer(graduate) });
    expect(page.body).toMatchObject({
      name: "Ayşe Jansen",
      facts: { course: { title: "Gemis is geen alleen-zijn" }, completedOn: "2026-11-22" },
    });
    expect(await confirm(graduate, { name: "A. Jansen" })).toMatchObject({ status: 303, location: "/certificates" });
    expect((await call(list, { path: "/certificates", viewer: viewer(graduate) })).body).toMatchObject({
      toConfirm: [],
      certificates: [{ name: "A. Jansen", file: "being-made" }],
    });
    expect(await call(confirmPage, { path, params, viewer: viewer(graduate) })).toMatchObject({ status: 303, location: "/certificates" });
  });

  test("refuses with what was typed still there", async () => {
    const graduate = await newGraduate();
    const answer = await confirm(graduate, { name: "田中 Jansen", "number-skj": "100200300", "consent-skj": "on" });
    expect(answer.status).toBe(422);
    expect(answer.refusal.values).toMatchObject({ name: "田中 Jansen", "number-skj": "100200300" });
    expect(answer.refusal.errors.name).toContain("田 中");
    expect((await confirm(graduate, { name: " " })).refusal.errors.name).toBeTruthy();
    expect((await confirm(graduate, { name: "Jan\u0000sen" })).refusal.errors.name).toBeTruthy();
    expect(await db.certificateName.count({ where: { enrolmentId: graduate.enrolmentId } })).toBe(0);
  });

  test("takes register numbers only with consent, and none that looks like a BSN", async () => {
    const graduate = await newGraduate();
    expect((await confirm(graduate, { name: "Bo Jansen", "number-skj": "100200300" })).refusal.errors).toHaveProperty("consent-skj");
    expect((await confirm(graduate, { name: "Bo Jansen", "number-vvn": "111222333", "consent-vvn": "on" })).refusal.errors).toHaveProperty(
      "number-vvn",
    );
    expect(await confirm(graduate, { name: "Bo Jansen", "number-skj": "100200300", "consent-skj": "on" })).toMatchObject({ status: 303 });
    expect(
      await db.registerNumber.findMany({
        where: { personId: graduate.personId },
        select: { register: true, number: true, consentAt: true },
      }),
    ).toEqual([{ register: "skj", number: "100200300", consentAt: later(5) }]);
  });

  test("says that a register number is for later where no register counted points, and asks it plainly where one did", async () => {
    const without = await newGraduate();
    expect((await call(confirmPage, { path, params, viewer: viewer(without) })).body).toMatchObject({ facts: { accreditations: [] } });
    const fields = (counted: boolean) => renderToStaticMarkup(createElement(RegisterNumberFields, { known: [], counted }));
    expect(fields(false)).toContain("telde geen register punten voor deze scholing");
    expect(fields(false)).toContain('name="number-skj"');
    expect(fields(true)).not.toContain("geen register");
    expect(fields(true)).toContain('name="number-skj"');
  });

  test("nothing but the name comes from the browser", async () => {
    const graduate = await newGraduate({ mode: "sandbox" });
    await confirm(graduate, {
      name: "Bo Jansen",
      mode: "live",
      course: "Iets anders",
      completedOn: "2020-01-01",
      studyMinutes: "9999",
      code: "AAAA",
    });
    const row = await db.certificate.findFirstOrThrow({ where: { personId: graduate.personId }, select: { printed: true } });
    expect(row.printed).toMatchObject({
      name: "Bo Jansen",
      mode: "sandbox",
      completedOn: "2026-11-22",
      course: { title: "Gemis is geen alleen-zijn" },
    });
  });

  test("is for those who completed the course", async () => {
    const learner = await newLearner();
    expect(await call(confirmPage, { path, params, viewer: viewer(learner) })).toMatchObject({
      status: 303,
      location: `/learn/${course.slug}`,
    });
    expect(await confirm(learner, { name: "Bo Jansen" })).toMatchObject({ status: 404 });
    expect(await call(confirmPage, { path, params })).toMatchObject({ status: 303, location: expect.stringContaining("/login") });
  });
});

describe("downloading", () => {
  test("is the owner's alone", async () => {
    const graduate = await newGraduate();
    const code = await issuedTo(graduate);
    const request = new Request(`http://localhost:3000/certificates/${code}.pdf`);
    const context = {
      nonce: "",
      locale: "nl" as const,
      viewer: viewer(graduate),
      sessionPublicId: null,
      renewedCookie: null,
      local: true,
      clientAddress: "",
      now: later(6),
    };
    const response = await pdf({ request, params: { file: `${code}.pdf` }, context });
    expect(response.headers.get("Content-Disposition")).toBe(`attachment; filename="certificaat-${course.slug}-${code}.pdf"`);
    expect(response.headers.get("Content-Type")).toBe("application/pdf");
    expect(new TextDecoder().decode((await response.arrayBuffer()).slice(0, 5))).toBe("%PDF-");
    const stranger = await newLearner();
    for (const file of [`${code}.pdf`, code, "..%2Fx.pdf", ""]) {
      expect(await call(pdf, { path: "/", params: { file }, viewer: viewer(stranger) })).toMatchObject({ status: 404 });
    }
  });
});

describe("verifying", () => {
  const at = (code: string, clientAddress = "192.0.2.1") =>
    call(verify, { path: `/verify/${code}`, params: { code }, clientAddress, at: later(10) });

  test("a code as people type it leads to its one address", async () => {
    expect(await at("7h2k 9qwe 0abc xyz1")).toMatchObject({ status: 302, location: "/verify/7H2K-9QWE-0ABC-XYZ1" });
    expect(await at("7H2K9QWEOABCXYZl")).toMatchObject({ status: 302, location: "/verify/7H2K-9QWE-0ABC-XYZ1" });
    expect(await call(verifyForm, { path: "/verify?code=7h2k9qwe0abcxyz1" })).toMatchObject({
      status: 303,
      location: "/verify/7H2K-9QWE-0ABC-XYZ1",
    });
    expect(await call(verifyForm, { path: "/verify" })).toMatchObject({ status: 200, body: { errors: undefined } });
    for (const typed of ["", "%20--%20"]) {
      const answer = await call(verifyForm, { path: `/verify?code=${typed}` });
      expect(answer).toMatchObject({ status: 422, body: { errors: { code: "Vul de code in: zestien letters en cijfers." } } });
    }
  });

  test("what is no whole code is said to be none, with how much of it there is, and stays to be mended", async () => {
    const error = "Een code heeft zestien letters en cijfers. Hier staan er 4. Kijk het na op het papier.";
    expect(await call(verifyForm, { path: "/verify?code=12%2034" })).toMatchObject({
      status: 422,
      body: { errors: { code: error }, typed: "12 34" },
    });
    expect(await at("1234")).toMatchObject({ status: 404, body: { kind: "no-code", code: "1234", count: 4 } });
    expect(await at("0000-0000-0000-0000-0")).toMatchObject({ status: 404, body: { kind: "no-code", count: 17 } });
  });

  test("an unknown code is told so kindly", async () => {
    expect(await at("0000-0000-0000-0000")).toMatchObject({ status: 404, body: { kind: "unknown" } });
  });

  test("is public, tells the state, and sends neither address nor held facts", async () => {
    const graduate = await newGraduate();
    const code = await issuedTo(graduate);
    const answer = await at(code);
    expect(answer).toMatchObject({
      status: 200,
      body: { kind: "found", certificate: { state: "current", printed: { name: graduate.name } } },
    });
    expect(JSON.stringify(answer.body)).not.toMatch(new RegExp(`${graduate.email}|held|scorePercent|registerNumbers|${graduate.personId}`));
  });

  test("too many from one address must wait; another address need not", async () => {
    for (let count = 0; count < 120; count++) await at("0000-0000-0000-0000", "192.0.2.99");
    expect(await at("0000-0000-0000-0000", "192.0.2.99")).toMatchObject({ status: 429, body: { kind: "busy" } });
    expect(await at("0000-0000-0000-0000", "192.0.2.98")).toMatchObject({ status: 404 });
  });

  test("who looks is counted without their address being kept", async () => {
    await at("0000-0000-0000-0000", "192.0.2.97");
    const keys = await db.rateLimit.findMany({ where: { key: { startsWith: "verify:" } }, select: { key: true } });
    expect(keys.length).toBeGreaterThan(0);
    expect(JSON.stringify(keys)).not.toContain("192.0.2");
  });

  const printed: PrintedFacts = {
    name: "Fatima الزهراء de Vries-Öztürk",
    course: { slug: course.slug, kind: "masterclass", title: "Gemis is geen alleen-zijn" },
    edition: "2026.1",
    revision: 3,
    studyMinutes: 205,
    practiceMinutes: 45,
    completedOn: "2026-11-22",
    issuedOn: "2026-11-24",
    result: "Toets behaald",
    accreditations: [{ register: "SKJ", courseId: "9876", pointsHundredth: 250, category: "vakinhoudelijk" }],
    provider: { name: "Voorbeeldacademie", kvk: "12345678" },
    signatory: { name: "Mevr. Tekening", role: "namens de aanbieder" },
    mode: "live",
    code: "7H2K-9QWE-0ABC-XYZ1",
    verifyUrl: "https://leren.example.nl/verify/7H2K-9QWE-0ABC-XYZ1",
  };
  const current: VerifiedCertificate = { printed, asked: [], state: "current", supersededBy: null, revokedAt: null, revokeReason: null };
  const shown = (certificate: VerifiedCertificate, locale: "nl" | "en" = "nl") =>
    renderToStaticMarkup(createElement(StaticRouter, { location: "/" }, createElement(VerifiedCertificateView, { certificate, locale })));

  test("repeats every printed fact", () => {
    const html = shown(current);
    for (const fact of [
      printed.name,
      printed.course.title,
      "Masterclass",
      "2026.1",
      "revisie 3",
      formatMinutes(205, "nl"),
      formatMinutes(45, "nl"),
      formatDate("2026-11-22", "nl"),
      formatDate("2026-11-24", "nl"),
      "Toets behaald",
      "SKJ: 2,5 punten",
      "9876",
      "vakinhoudelijk",
      "Voorbeeldacademie",
      "12345678",
      "Mevr. Tekening",
      "namens de aanbieder",
      printed.code,
    ]) {
      expect(html).toContain(fact);
    }
  });

  test("marks for who reads English what is Dutch, and says what the result means", () => {
    const html = shown(current, "en");
    for (const dutch of [printed.course.title, "Toets behaald", "vakinhoudelijk", "Voorbeeldacademie", "namens de aanbieder"])
      expect(html).toContain(`<span lang="nl">${dutch}</span>`);
    expect(html).toContain("</span> (Test passed)");
    expect(shown({ ...current, printed: { ...printed, result: "Iets van vroeger" } }, "en")).toContain("Iets van vroeger</span></dd>");
    const revoked: VerifiedCertificate = { ...current, state: "revoked", revokedAt: later(60), revokeReason: "Dubbel uitgegeven" };
    expect(shown(revoked, "en")).toContain('<span lang="nl">Dubbel uitgegeven</span>');
  });

  test("says when it was superseded or revoked, and what is only an oefenversie", () => {
    expect(verdictTitle(current)).toBe("Dit certificaat is geldig");
    const superseded: VerifiedCertificate = { ...current, state: "superseded", supersededBy: "AAAA-BBBB-CCCC-DDDD" };
    expect(verdictTitle(superseded)).toContain("vervangen");
    expect(shown(superseded)).toContain("/verify/AAAA-BBBB-CCCC-DDDD");
    const revoked: VerifiedCertificate = { ...current, state: "revoked", revokedAt: later(60), revokeReason: "Dubbel uitgegeven" };
    expect(verdictTitle(revoked)).toContain("ingetrokken");
    expect(shown(revoked)).toContain("Dubbel uitgegeven");
    expect(shown(revoked)).not.toContain("is geldig");
    const practice: VerifiedCertificate = { ...current, printed: { ...printed, mode: "sandbox" } };
    expect(verdictTitle(practice)).toBe("Dit is een oefenversie");
    expect(shown(practice)).toContain("OEFENVERSIE – geen bewijs van scholing");
  });

  test("says what had to be done for it and what it does not prove, without a result of anybody", async () => {
    const graduate = await newGraduate();
    const body = (await at(await issuedTo(graduate))).body as { certificate: VerifiedCertificate };
    const { asked } = body.certificate;
    expect(asked.map(({ kind }) => kind)).toEqual(["lessons-finished", "cases-written", "check-passed", "final-test-passed"]);
    // The graduate had 88 percent for every test.
    expect(JSON.stringify(asked)).not.toContain("88");
    const html = shown({ ...body.certificate, printed: { ...printed, accreditations: [] } });
    expect(html).toMatch(/5 lessen afronden, .*de eindtoets halen met minstens 75 procent\./);
    expect(html).toContain("Er horen geen accreditatiepunten bij");
    expect(html).toContain("De toetsen worden zonder toezicht gemaakt, en niemand controleert wie ze maakt.");
    expect(shown({ ...current, asked })).toContain("alleen de accreditatiepunten bij die hieronder staan");
    // An older certificate did not keep what was asked, and says nothing of it.
    expect(shown(current)).not.toContain("moest daarvoor");
    const practice = shown({ ...current, asked, printed: { ...printed, mode: "sandbox" } });
    expect(practice).toContain("moest daarvoor");
    expect(practice).not.toContain("Het bewijst");
    expect(shown({ ...current, asked, state: "revoked", revokedAt: later(60), revokeReason: "Fout" })).not.toContain("moest daarvoor");
  });

  test("superseded and revoked rows are found by their old code", async () => {
    const graduate = await newGraduate();
    const code = await issuedTo(graduate);
    await db.certificate.update({ where: { code }, data: { state: "superseded", supersededBy: "AAAA-BBBB-CCCC-DDDD" } });
    expect((await at(code)).body).toMatchObject({ certificate: { state: "superseded", supersededBy: "AAAA-BBBB-CCCC-DDDD" } });
    await db.certificate.update({ where: { code }, data: { state: "revoked", revokedAt: later(9), revokeReason: "Fout" } });
    expect((await at(code)).body).toMatchObject({ certificate: { state: "revoked", revokeReason: "Fout" } });
  });
});
