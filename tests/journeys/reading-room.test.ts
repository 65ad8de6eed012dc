import { afterAll, beforeAll, expect, test } from "vitest";
import { closeBrowser, visitor } from "#tests/support/browser.ts";
import { enrolled, signedInPerson } from "#tests/support/people.ts";
import { type Site, startSite } from "#tests/support/site.ts";

const slug = "gemis-is-geen-alleen-zijn";
const lesson = `/learn/${slug}/een-bewering-wegen`;
let site: Site;

beforeAll(async () => {
  site = await startSite();
});

afterAll(async () => {
  await closeBrowser();
  await site.remove();
});

async function learner(options: { javaScript?: boolean; width?: number } = {}) {
  const person = await signedInPerson(site);
  const enrolmentId = await enrolled(site, person.id, slug);
  const open = async () => {
    const { context, page } = await visitor({ origin: site.origin, width: 360, ...options });
    await context.addCookies([{ name: "kring", value: person.token, url: site.origin }]);
    return { context, page };
  };
  return { enrolmentId, open, ...(await open()) };
}

test("what is typed without a line is on the device, comes back, and is saved when the line is there again", async () => {
  const { context, page, enrolmentId } = await learner();
  await page.goto(lesson, { waitUntil: "networkidle" });
  const note = page.locator("#notitie-casus");
  await note.locator("summary").click();
  await context.setOffline(true);
  await note.getByLabel("Je notitie").fill("In de trein bedacht");
  await page.locator("#reflectie-lievelingszin textarea").fill("Ook in de trein");
  await page.getByText("Geen verbinding: bewaard op dit apparaat").nth(1).waitFor();
  await page.close();
  expect(await site.query("select 1 from writing where enrolment_id = $1", [enrolmentId])).toHaveLength(0);

  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(lesson, { waitUntil: "networkidle" });
  expect(await again.locator("#notitie-casus textarea").inputValue()).toBe("In de trein bedacht");
  expect(await again.locator("#reflectie-lievelingszin textarea").inputValue()).toBe("Ook in de trein");
  await again.getByText("Wat je typte toen de verbinding wegviel, staat hier weer.").first().waitFor();
  await again
    .locator("#notitie-casus")
    .getByText(/^Bewaard om/)
    .waitFor();
  await again
    .locator("#reflectie-lievelingszin")
    .getByText(/^Bewaard om/)
    .waitFor();
  expect(await again.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("kring-draft")))).toEqual([]);

  await again.goto(`/learn/${slug}/notes`);
  await again.getByText("In de trein bedacht").waitFor();
  await again.getByText("Ook in de trein").waitFor();
  await context.close();
});

test("a save that a hitch swallowed is made again within seconds", async () => {
  const { context, page } = await learner();
  await page.goto(lesson, { waitUntil: "networkidle" });
  let saves = 0;
  await page.route("**/autosave/**", (route) => (++saves === 1 ? route.abort() : route.continue()));
  await page.locator("#reflectie-lievelingszin textarea").fill("Net in een tunnel");
  await page
    .locator("#reflectie-lievelingszin")
    .getByText(/^Bewaard om/)
    .waitFor();
  expect(saves).toBe(2);
  await context.close();
});

test("signing out: one press where nothing is lost; a text that only this device has is spoken of first", async () => {
  const { context, page } = await learner();
  await page.goto(lesson, { waitUntil: "networkidle" });
  const note = page.locator("#notitie-casus");
  await note.locator("summary").click();
  await page.route("**/autosave**", (route) => route.abort());
  await note.getByLabel("Je notitie").fill("Nog nergens bewaard");
  await page.locator("#text-notitie-casus-state", { hasText: "Geen verbinding: bewaard op dit apparaat" }).waitFor();
  const signOut = async () => {
    await page.locator(".site-own summary").click();
    await page.getByRole("link", { name: "Uitloggen" }).click();
  };
  await signOut();
  await page.getByRole("alert").getByText("Op dit apparaat staat nog iets dat niet bewaard is").waitFor();
  await page.unroute("**/autosave**");
  await page.getByRole("link", { name: "Ga terug en bewaar het" }).click();
  await page.waitForURL(`**${lesson}`);
  await page
    .locator("#notitie-casus")
    .getByText(/^Bewaard om/)
    .waitFor();
  await signOut();
  await page.waitForURL((url) => url.pathname === "/");
  await page.getByRole("link", { name: "Inloggen" }).first().waitFor();
  await context.close();
});

test("what one writes is as large as what one reads; the choice of size is in reach from the end of the lesson", async () => {
  const { context, page } = await learner();
  await page.goto(lesson, { waitUntil: "networkidle" });
  await page.getByRole("link", { name: "Weergave" }).click();
  await page.locator("summary", { hasText: "Weergave" }).click();
  const sizeOf = (what: string) =>
    page
      .locator(what)
      .first()
      .evaluate((element) => getComputedStyle(element).fontSize);
  const sizes = async () => [await sizeOf("#reflectie-lievelingszin textarea"), await sizeOf(".prose")];
  const [before, reading] = await sizes();
  expect(before).toBe(reading);
  await page.getByRole("button", { name: "Grootst" }).click();
  const [after, readingAfter] = await sizes();
  expect(after).toBe(readingAfter);
  expect(after).not.toBe(before);
  await context.close();
});

test("the menu offers to read on from the first lesson to the last, and not before or after", async () => {
  const { context, page, enrolmentId } = await learner({ width: 1280 });
  await site.query("update enrolment set begun_at = null where id = $1", [enrolmentId]);
  const readOn = page.locator(".site-nav").getByRole("link", { name: "Verder waar je was" });
  await page.goto(`/learn/${slug}`, { waitUntil: "networkidle" });
  expect(await readOn.count()).toBe(0);
  await page.getByRole("button", { name: "Begin met de lessen" }).click();
  await page.waitForURL("**/alleen-of-eenzaam");
  await readOn.waitFor();
  await site.query(
    `insert into lesson_progress (id, enrolment_id, lesson_id, opened_at, finished_at, last_seen_at)
     select gen_random_uuid(), $1, lesson_id, now(), now(), now() from unnest($2::text[]) lesson_id
     on conflict (enrolment_id, lesson_id) do update set finished_at = now()`,
    [enrolmentId, ["alleen-of-eenzaam", "welk-gemis", "hoe-cijfers-ontstaan", "wie-wanneer-waarom"]],
  );
  await page.goto(lesson, { waitUntil: "networkidle" });
  await readOn.waitFor();
  await page.getByRole("button", { name: "Rond deze les af" }).click();
  await page.getByText("Les 5 is afgerond.").waitFor();
  await readOn.waitFor({ state: "detached" });
  await page.goto(lesson);
  expect(await readOn.isVisible()).toBe(false);
  await context.close();
});

test("choices in a test made without a line come back too", async () => {
  const { context, page } = await learner();
  const test = `/learn/${slug}/tests/toets-gemis`;
  await page.goto(test);
  await page.getByLabel(/eigen werk/).check();
  await page.getByRole("button", { name: /^Begin/ }).click();
  await page.getByRole("button", { name: "Lever de toets in" }).waitFor();
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await page.locator("fieldset input[type=radio]").first().check();
  await page.getByText("Nog niet bewaard").waitFor();
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(test);
  await again.getByText("Je keuzes van toen de verbinding wegviel, staan hier weer").waitFor();
  await again.getByText("1 van 16 beantwoord").waitFor();
  await again.getByText(/^Bewaard om/).waitFor();
  expect(await again.locator(".question-list .question-answered").count()).toBe(1);
  await context.close();
});

test("another device goes on at the very step", async () => {
  const { page, open, enrolmentId } = await learner({ width: 1280 });
  await page.goto(lesson, { waitUntil: "networkidle" });
  await page.locator("#casus").evaluate((step) => step.scrollIntoView({ block: "start" }));
  await expect
    .poll(() => site.query("select last_step_id from lesson_progress where enrolment_id = $1", [enrolmentId]), { timeout: 15_000 })
    .toEqual([{ last_step_id: "casus" }]);
  const phone = await open();
  await phone.page.goto("/learn");
  await phone.page.getByRole("link", { name: "Verder waar je was" }).first().click();
  await phone.page.waitForURL(`**${lesson}#casus`);
  await phone.page.goto(lesson);
  await phone.page.locator(".resume a").waitFor();
});

test("single keys do nothing until switched on; then they move, help, and leave fields alone", async () => {
  const { page } = await learner({ width: 1280 });
  await page.goto(lesson, { waitUntil: "networkidle" });
  const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName);
  await page.keyboard.press("j");
  expect(await focused()).toBe("BODY");
  await page.locator("summary", { hasText: "Weergave" }).click();
  await page.getByRole("group", { name: "Sneltoetsen" }).getByRole("button", { name: "Aan" }).click();
  const sheet = page.getByRole("dialog", { name: "Sneltoetsen" });
  await page.locator(".reader-bar > button", { hasText: "Sneltoetsen" }).click();
  await sheet.getByText("Volgende stap").waitFor();
  await sheet.getByRole("button", { name: "Sluit" }).click();
  await page.locator("h1").click();
  await page.keyboard.press("?");
  await sheet.waitFor();
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "hidden" });
  const steps = await page.locator("[data-step]").evaluateAll((all) => all.map(({ id }) => id));
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.keyboard.press("j");
  expect(await focused()).toBe(steps[0]);
  await page.keyboard.press("n");
  expect(await focused()).toBe(steps[1]);
  await page.keyboard.press("Control+k");
  expect(await focused()).toBe(steps[1]);
  await page.keyboard.press("k");
  expect(await focused()).toBe(steps[0]);
  await page.keyboard.press("m");
  expect(await focused()).toBe(`text-notitie-${steps[0]}`);
  await page.keyboard.type("jkm?");
  expect(await page.locator(`#text-notitie-${steps[0]}`).inputValue()).toBe("jkm?");
});

test("without JavaScript: a note, my notes, and a finished lesson taken back", async () => {
  const { page } = await learner({ javaScript: false });
  await page.goto(`/learn/${slug}/welk-gemis`);
  const note = page.locator(".step-note").first();
  await note.locator("summary").click();
  await note.getByLabel("Je notitie").fill("Zonder script");
  await note.getByRole("button", { name: "Bewaar je notitie" }).click();
  await page.waitForURL(/#notitie-/);
  expect(await page.locator(".step-note").first().getByLabel("Je notitie").inputValue()).toBe("Zonder script");
  await page.getByRole("button", { name: /^Rond deze les af/ }).click();
  await page.getByText("Les 2 is afgerond.").waitFor();
  await page.getByRole("button", { name: "Toch nog niet klaar" }).click();
  await page.getByText("Deze les staat weer op ‘nog te doen’").waitFor();
  await page.getByRole("button", { name: /^Rond deze les af/ }).waitFor();
  await page.getByRole("link", { name: "Notities" }).click();
  await page.getByText("Zonder script").waitFor();
});
