import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { closeBrowser, visitor } from "#tests/support/browser.ts";
import { readPdf } from "#tests/support/pdf.ts";
import { enrolled, post, signedInPerson } from "#tests/support/people.ts";
import { type Site, startSite } from "#tests/support/site.ts";
import { caseText, passCheck, passFinalTest, pdfOf, takeCertificate } from "./main-job.ts";

const slug = "eenzaamheid-begrijpen-en-begeleiden";

interface Lesson {
  id: string;
  /** a case to work out, or a conversation to walk */
  asksMore: boolean;
}

interface Module {
  course: string;
  lessons: Lesson[];
  check: string;
}

/** The modules as the masterclass's own file lists them, each from the folder of its own course. */
const modules: Module[] = (
  parse(readFileSync(`courses/${slug}/course.yaml`, "utf8")) as { modules: { course: string; module: string }[] }
).modules.map(({ course, module }) => {
  const folder = join("courses", course, module);
  const lessons = readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .map((text) => ({ id: /^id: (.+)$/m.exec(text)?.[1] ?? "", asksMore: /^:+(?:case|vignette)\b/m.test(text) }));
  const { id } = parse(readFileSync(join(folder, "check.yaml"), "utf8")) as { id: string };
  return { course, lessons, check: id };
});
const lessons = modules.flatMap((module) => module.lessons);

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  await closeBrowser();
  await site.remove();
});

async function somebody(name: string) {
  const person = await signedInPerson(site, name);
  // Without a script: every step is the server's own.
  const { context, page } = await visitor({ origin: site.origin, javaScript: false });
  await context.addCookies([{ name: "kring", value: person.token, url: site.origin }]);
  return { ...person, context, page };
}

async function begins(page: Page, personId: string, course: string): Promise<void> {
  const id = await enrolled(site, personId, course);
  await site.query("update enrolment set begun_at = null where id = $1", [id]);
  await page.goto(`/learn/${course}`);
  await page.getByRole("button", { name: "Begin met de lessen" }).click();
  await page.waitForURL((url) => url.pathname.startsWith(`/learn/${course}`) && !url.pathname.endsWith("/begin"));
  await page.waitForLoadState("load");
}

/** Reads, writes the case where there is one, walks the conversation where there is one, and finishes. */
async function study(page: Page, course: string, lesson: string): Promise<void> {
  const path = `/learn/${course}/${lesson}`;
  await page.goto(path);
  const paper = page.getByLabel("Jouw uitwerking");
  if ((await paper.count()) > 0) {
    await paper.fill(caseText);
    await page.getByRole("button", { name: "Lever in en lees de bespreking" }).click();
    await page.getByText("Ingeleverd").first().waitFor();
    await page.goto(path);
  }
  const talk = page.getByRole("link", { name: "Speel het gesprek" });
  if ((await talk.count()) > 0) {
    await talk.click();
    const question = page.getByRole("group", { name: "Wat zeg of doe je?" });
    const end = page.getByRole("heading", { name: "Hier eindigt dit gesprek" });
    for (let moment = 1; moment < 15; moment++) {
      await question.or(end).first().waitFor();
      if ((await end.count()) > 0) break;
      await question.getByRole("button").first().click();
      await page
        .getByText("Wat je keuze doet")
        .nth(moment - 1)
        .waitFor();
    }
    await end.waitFor();
    await page.goto(path);
  }
  await page.getByRole("button", { name: /^Rond deze les af/ }).click();
  await page.waitForURL((url) => !url.pathname.includes(lesson));
  await page.waitForLoadState("load");
}

async function evaluate(page: Page, course: string): Promise<void> {
  await page.goto(`/learn/${course}/evaluation`);
  for (const group of await page.locator("main fieldset").all()) await group.getByLabel("Eens", { exact: true }).check();
  await page.getByRole("button", { name: "Verstuur mijn antwoorden" }).click();
  await page.getByText("Je evaluatie is binnen").waitFor();
}

test("the whole masterclass is studied to its end, and the certificate says so", async () => {
  expect(modules).toHaveLength(6);
  expect(lessons).toHaveLength(27);
  const { page, id, context } = await somebody("Wilhelmina van den Broek-Jansen");
  await begins(page, id, slug);
  for (const { id: lesson } of lessons) await study(page, slug, lesson);
  for (const { check } of modules) await passCheck(page, slug, check);
  await passFinalTest(page, slug, "toets-masterclass", 28);
  await evaluate(page, slug);
  const code = await takeCertificate(page, slug);
  const pdf = await readPdf(await pdfOf(page, site, code));
  expect(pdf.letters).toContain("WilhelminavandenBroekJansen");
  expect(pdf.letters).toContain("Eenzaamheidbegrijpenenbegeleiden");
  expect(pdf.qr).toBe(`${site.origin}/verify/${code}`);
  await context.close();
});

test("who did the first two modules on their own begins the masterclass with them done", async () => {
  const { page, id, context, cookie } = await somebody("Ruben Adjei");
  const done = modules.slice(0, 2);
  for (const module of done) {
    await begins(page, id, module.course);
    for (const lesson of module.lessons) {
      // What the journey above has seen in the browser is sent as its form sends it.
      if (lesson.asksMore) await study(page, module.course, lesson.id);
      else expect((await post(site, `/learn/${module.course}/${lesson.id}/finish`, cookie, {})).status).toBe(303);
    }
    await passCheck(page, module.course, module.check);
  }
  await begins(page, id, slug);
  await page.goto(`/learn/${slug}`);
  await page.getByText("5 lessen komen uit ‘Gemis is geen alleen-zijn’").waitFor();
  await page.getByText("5 lessen komen uit ‘Het gesprek over eenzaamheid’").waitFor();
  await page.getByText(`10 van ${lessons.length} lessen afgerond`).first().waitFor();
  expect(await page.locator(".requirements").innerText()).toContain("de 3 gesprekken gespeeld");
  // The case that was worked out there can be read here, with its discussion.
  await page.goto(`/learn/${slug}/een-bewering-wegen`);
  await page.getByText("Er is niet één goed antwoord").waitFor();
  const carried = await site.query<{ count: string }>(
    "select count(*) from requirement_record where evidence ? 'carriedFrom' and enrolment_id in (select id from enrolment where person_id = $1 and course_slug = $2)",
    [id, slug],
  );
  // ten lessons, two cases, two checks, three conversations
  expect(carried[0]?.count).toBe("17");
  await context.close();
});
