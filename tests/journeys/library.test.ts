import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeBrowser, visitor } from "#tests/support/browser.ts";
import { copyCourses, oneCourse } from "#tests/support/courses.ts";
import { enrolled, signedInPerson } from "#tests/support/people.ts";
import { type Site, startSite } from "#tests/support/site.ts";

const talk = "het-gesprek-over-eenzaamheid";
let site: Site;
/** the site writes corrections back to its courses: these are its own */
let courses = "";

beforeAll(async () => {
  courses = await copyCourses([oneCourse, talk]);
  site = await startSite({ COURSES_DIR: courses }, { first: true });
});

afterAll(async () => {
  await closeBrowser();
  await site.remove();
  await rm(courses, { recursive: true, force: true });
});

async function somebody(options: { javaScript?: boolean; width?: number; role?: string; follows?: string } = {}): Promise<Page> {
  const { role, follows, ...screen } = options;
  const person = await signedInPerson(site, "Sanne de Vries", role);
  if (follows) await enrolled(site, person.id, follows);
  const { context, page } = await visitor({ origin: site.origin, ...screen });
  await context.addCookies([{ name: "kring", value: person.token, url: site.origin }]);
  return page;
}

test.each([
  ["with a script, on a phone", true, 360],
  ["without a script", false, 1280],
])("a conversation is walked to an end, %s", async (_how, javaScript, width) => {
  const page = await somebody({ javaScript, width, follows: talk });
  await page.goto(`/learn/${talk}/openen`);
  await page.getByRole("link", { name: "Speel het gesprek" }).click();
  await page.waitForURL(/\/vignette\/vignet-deur/);
  await page.getByRole("heading", { name: "Een deur op een kier", level: 1 }).waitFor();
  const question = page.getByRole("group", { name: "Wat zeg of doe je?" });
  for (let moment = 1; moment < 12 && (await question.count()) > 0; moment++) {
    const [first] = await question.getByRole("button").all();
    await first?.click();
    // What the choice does is told before what happens next.
    await page
      .getByText("Wat je keuze doet")
      .nth(moment - 1)
      .waitFor();
    await page.waitForLoadState("load");
  }
  await page.getByRole("heading", { name: "Hier eindigt dit gesprek" }).waitFor();
  await page.getByRole("heading", { name: "Wat je meeneemt" }).waitFor();
  await page.goto(`/learn/${talk}`);
  await page.getByText("nog 2 van de 3 gesprekken tot een einde spelen").waitFor();
  await page.context().close();
});

test("a stranger finds terms and sources, a learner the lesson too; a misspelled word is understood", async () => {
  const { context, page: stranger } = await visitor({ origin: site.origin });
  const finds = async (page: Page, words: string, found: string) => {
    await page.goto("/search");
    await page.getByLabel("Waar zoek je naar?").fill(words);
    await page.locator("main").getByRole("button", { name: "Zoek" }).click();
    await page.locator("main").getByText(found).first().waitFor();
  };
  await finds(stranger, "normaliseren", "Begrip");
  await finds(stranger, "prikbord", "Niets gevonden voor ‘prikbord’");
  await finds(stranger, "eenzaamheit", "Daarom is ook gezocht op ‘eenzaamheid’");
  await finds(await somebody({ follows: talk }), "prikbord", "Openen, gewoon maken, vragen, wachten");
  await context.close();
});

test("the office corrects a sentence: readers see it at once, with who and why, and the file has it too", async () => {
  const office = await somebody({ role: "office" });
  await office.goto("/office/corrections");
  await office.getByRole("link", { name: "Alleen of eenzaam" }).first().click();
  await office
    .getByRole("link", { name: /Verbeter deze passage/ })
    .first()
    .click();
  const text = office.getByLabel("De tekst zoals die moet worden");
  const before = await text.inputValue();
  await text.fill(`${before} Dat was het.`);
  await office.getByRole("button", { name: "Publiceer deze verbetering" }).click();
  await office.getByRole("alert").waitFor();
  expect(await text.inputValue()).toBe(`${before} Dat was het.`);
  await office.getByLabel("Waarom?").fill("Een slotzin ontbrak.");
  await office.getByLabel(/^Nee: een tikfout/).check();
  await office.getByRole("button", { name: "Publiceer deze verbetering" }).click();
  await office.waitForURL(/\/office\/revisions\//);

  const { context, page } = await visitor({ origin: site.origin });
  await page.goto(`/masterclasses/${oneCourse}/preview/alleen-of-eenzaam`);
  await page.getByText("Dat was het.").waitFor();
  await page.goto(`/masterclasses/${oneCourse}/changes`);
  await page.getByText("Een slotzin ontbrak.").waitFor();
  await page.getByText("Sanne de Vries").waitFor();
  await context.close();
  expect(await readFile(join(courses, oneCourse, "01-gemis/01-alleen-of-eenzaam.md"), "utf8")).toContain("Dat was het.");
  expect(await readFile(join(courses, oneCourse, "course.yaml"), "utf8")).toMatch(/revisionReason: .*Een slotzin ontbrak\./);
});

test("what nobody with a name has reviewed is not put on sale; once reviewed it is", async () => {
  const office = await somebody({ role: "office" });
  await office.goto(`/office/courses/${talk}/2026.1/sell`);
  // Back at the course's page, which says what must come first.
  await office.waitForURL(new RegExp(`/office/courses/${talk}$`));
  expect(await office.getByRole("link", { name: "Zet in de verkoop" }).count()).toBe(0);
  await office.goto(`/office/courses/${talk}/2026.1/review`);
  await office.getByLabel("Naam van de beoordelaar").fill("M. de Vries");
  await office.getByLabel("Beroep of kwalificatie").fill("verpleegkundig specialist");
  await office.getByLabel("Datum van de beoordeling").fill("2026-11-20");
  await office.getByRole("button", { name: "Leg deze beoordeling vast" }).click();
  await office.getByRole("alert").waitFor();
  expect(await office.getByLabel("Naam van de beoordelaar").inputValue()).toBe("M. de Vries");
  await office.getByLabel(/^Ik verklaar/).check();
  await office.getByRole("button", { name: "Leg deze beoordeling vast" }).click();
  await office.waitForURL(/done=review/);
  await office.goto(`/office/courses/${talk}/2026.1/sell`);
  await office.getByRole("button", { name: /Zet editie 2026.1 in de verkoop/ }).click();
  await office.getByText("De editie staat in de verkoop.").waitFor();
});
