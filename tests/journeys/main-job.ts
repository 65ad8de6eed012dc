import { globSync, readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { parse } from "yaml";
import { pressedAndLoaded } from "#tests/support/browser.ts";
import type { Site } from "#tests/support/site.ts";

export const course = "gemis-is-geen-alleen-zijn";

interface KeyItem {
  options: { id: string; text: string; correct: boolean }[];
}

let knownKey: Set<string> | undefined;

/** Option ids that are right, read from the courses' own files. */
export function answerKey(): Set<string> {
  knownKey ??= readAnswerKey();
  return knownKey;
}

function readAnswerKey(): Set<string> {
  const files = globSync("courses/*/{,*/}{check,final-test}.yaml");
  const items = files.flatMap((file) => (parse(readFileSync(file, "utf8")) as { items: KeyItem[] }).items);
  return new Set(items.flatMap((item) => item.options.filter((option) => option.correct).map((option) => option.id)));
}

export const learner = { name: "Ayşe Łukaszewska-Nguyễn", password: "een rustige avonddienst" };

/** The newest code sent to an address, as the sandbox's mailbox shows it. */
export async function mailedCode(page: Page, email: string): Promise<string> {
  for (let tries = 0; tries < 40; tries++) {
    const mailbox = await page.context().newPage();
    await mailbox.goto("/sandbox/mail");
    const letters = await mailbox.locator(".mailbox > li").allInnerTexts();
    await mailbox.close();
    const code = letters
      .filter((letter) => letter.includes(email))
      .map((letter) => /\b(\d{6})\b/.exec(letter)?.[1])
      .find(Boolean);
    if (code) return code;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`no code was sent to ${email}`);
}

/** From the course page: guest → account → verified → back at the same purchase → paid by iDEAL. */
export async function buyAsNewcomer(page: Page, email: string): Promise<void> {
  await page.goto(`/masterclasses/${course}`);
  await page
    .getByRole("link", { name: /^Bestel voor/ })
    .first()
    .click();
  await page
    .getByRole("link", { name: "Maak een account" })
    .first()
    .click()
    .catch(() => {});
  await page.getByLabel("Naam").fill(learner.name);
  await page.getByLabel("E-mailadres").fill(email);
  await page.getByLabel(/^Wachtwoord/).fill(learner.password);
  await page.getByRole("button", { name: "Maak account" }).click();
  await page.getByRole("heading", { name: "Bevestig je e-mailadres" }).waitFor();
  await page.getByLabel(/^Code/).fill(await mailedCode(page, email));
  await page.getByRole("button", { name: "Bevestig e-mailadres" }).click();
  await page.getByRole("heading", { level: 1, name: /^Bestel Gemis/ }).waitFor();
  await page.getByLabel("Ik begin nu").check();
  await page.getByRole("button", { name: /^Betaal/ }).click();
  await page.getByText("er gaat geen geld om").first().waitFor();
  await page.getByLabel("Naam").fill(learner.name);
  await page.getByLabel("iDEAL | Wero").check();
  await page.getByRole("button", { name: /^Betaal/ }).click();
  await page.getByRole("button", { name: "Betaling goedkeuren" }).click();
  await page.getByRole("heading", { name: "Je betaling is binnen" }).waitFor({ timeout: 30_000 });
}

/** Every lesson of the module, its reflection and the case, to the end. */
export async function studyAll(page: Page, withJavaScript: boolean): Promise<void> {
  await page.goto(`/learn/${course}`);
  await page.getByRole("button", { name: "Begin met de lessen" }).click();
  await page.waitForURL(/alleen-of-eenzaam/);
  const lessons = ["alleen-of-eenzaam", "welk-gemis", "hoe-cijfers-ontstaan", "wie-wanneer-waarom", "een-bewering-wegen"];
  for (const lesson of lessons) {
    await page.goto(`/learn/${course}/${lesson}`);
    if (lesson === lessons[0]) await writeReflection(page, withJavaScript);
    if (lesson === lessons.at(-1)) await handInCase(page);
    await page.getByRole("button", { name: /^Rond deze les af/ }).click();
    await expectFinished(page, lesson);
  }
}

async function expectFinished(page: Page, lesson: string): Promise<void> {
  await page.waitForURL((url) => !url.pathname.includes(lesson));
  await page.goto(`/learn/${course}/${lesson}`);
  await page.getByText("Je hebt deze les afgerond.").waitFor();
}

async function writeReflection(page: Page, withJavaScript: boolean): Promise<void> {
  const field = page.locator("form[action*='/writing/'] textarea").first();
  await field.fill("Ik zat alleen op het strand en was tevreden.");
  if (withJavaScript)
    await page
      .getByText(/^Bewaard/)
      .first()
      .waitFor();
  else
    await pressedAndLoaded(page, () =>
      page
        .getByRole("button", { name: /Bewaar|Sla .*op/ })
        .first()
        .click(),
    );
  await page.reload();
  expect(await page.locator("form[action*='/writing/'] textarea").first().inputValue()).toBe(
    "Ik zat alleen op het strand en was tevreden.",
  );
}

export const caseText =
  "Mevrouw V. mist misschien iemand die weet wie zij was, en dat lijkt op emotioneel of existentieel gemis. Bij Sem vraag ik eerst rechtstreeks wat hij bedoelt met zijn laatste zin. Een inloopochtend zou ik nog niet aanbieden, want ik weet nog niet wat zij zelf mist en wat zij wensen.";

async function handInCase(page: Page): Promise<void> {
  expect(await page.content()).not.toContain("Er is niet één goed antwoord");
  // Refused as often as it is too short, and each time in words.
  for (const [count, tooShort] of ["te kort", "nog te kort"].entries()) {
    await page.getByLabel("Jouw uitwerking").fill(tooShort);
    await page.getByRole("button", { name: "Lever in en lees de bespreking" }).click();
    await page
      .getByRole("alert")
      .getByText(`Je tekst telt ${count + 2} woorden`)
      .waitFor();
  }
  await page.getByLabel("Jouw uitwerking").fill(caseText);
  await page.getByRole("button", { name: "Lever in en lees de bespreking" }).click();
  await page.getByText("Er is niet één goed antwoord").waitFor();
}

/** Ticks the right options of every question in a form, by the option ids it holds. @returns how many */
async function answerRight(form: Locator, key: Set<string>): Promise<number> {
  const options = form.locator("input[type=radio], input[type=checkbox]");
  const values = await options.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  const right = values.filter((value) => key.has(value));
  for (const value of right) await form.locator(`input[value="${value}"]`).check();
  return right.length;
}

export async function passCheck(page: Page, slug = course, check = "check-gemis"): Promise<void> {
  const key = answerKey();
  await page.goto(`/learn/${slug}/tests/${check}`);
  const start = page.getByRole("button", { name: /^Begin/ });
  if (await start.count()) await start.first().click();
  const button = page.getByRole("button", { name: "Bekijk je antwoord" });
  const open = page.locator("form", { has: button }).first();
  const score = page.getByText("Je score").first();
  // Each answer is a new page that may still be coming in: what is waited for is this question's review, never a number of buttons.
  for (let round = 0; round < 40; round++) {
    await open.or(score).first().waitFor();
    if ((await open.count()) === 0) break;
    const question = await open.locator("input[name=shown]").getAttribute("value");
    await answerRight(open, key);
    await open.locator(button).click();
    await page.locator("form", { has: page.locator(`input[name=shown][value="${question}"]`) }).waitFor({ state: "detached" });
  }
  await score.waitFor();
}

/** @param questions at least so many, each answered right */
export async function passFinalTest(page: Page, slug = course, test = "toets-gemis", questions = 16): Promise<void> {
  const key = answerKey();
  await page.goto(`/learn/${slug}/tests/${test}`);
  await page.getByLabel(/eigen werk/).check();
  await page.getByRole("button", { name: /^Begin/ }).click();
  await page.getByRole("button", { name: "Lever de toets in" }).waitFor();
  const page1 = await page.content();
  expect(page1).not.toContain('"correct":true');
  expect(await answerRight(page.locator("form.test-form"), key)).toBeGreaterThanOrEqual(questions);
  await page.getByRole("button", { name: "Lever de toets in" }).click();
  await page.getByText("Geslaagd").first().waitFor();
}

/** Confirms the name and returns the code of the certificate once its PDF can be fetched. */
export async function takeCertificate(page: Page, slug = course): Promise<string> {
  await page.goto(`/certificates/confirm/${slug}`);
  await page.getByRole("button", { name: "Geef het certificaat uit" }).click();
  await page.waitForURL(/\/certificates(\?|$)/);
  const link = page.locator("a[href$='.pdf']").first();
  for (let tries = 0; tries < 40 && (await link.count()) === 0; tries++) {
    await page.waitForTimeout(500);
    await page.goto("/certificates");
  }
  return /certificates\/([0-9A-Z-]+)\.pdf/.exec((await link.getAttribute("href")) ?? "")?.[1] ?? "";
}

export async function pdfOf(page: Page, site: Pick<Site, "origin">, code: string): Promise<Uint8Array> {
  const answer = await page.context().request.get(`${site.origin}/certificates/${code}.pdf`);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toContain("application/pdf");
  return new Uint8Array(await answer.body());
}
