import { afterAll, beforeAll, expect, test } from "vitest";
import { closeBrowser, pressedAndLoaded, visitor } from "#tests/support/browser.ts";
import { enrolled, signedInPerson } from "#tests/support/people.ts";
import { type Site, startSite } from "#tests/support/site.ts";

const slug = "gemis-is-geen-alleen-zijn";
let site: Site;

beforeAll(async () => {
  site = await startSite();
});

afterAll(async () => {
  await closeBrowser();
  await site.remove();
});

async function learner(javaScript: boolean) {
  const person = await signedInPerson(site);
  await enrolled(site, person.id, slug);
  const { context, page } = await visitor({ origin: site.origin, javaScript, width: 360 });
  const signIn = () => context.addCookies([{ name: "kring", value: person.token, url: site.origin }]);
  await signIn();
  return { context, page, signIn };
}

test.each([true, false])(
  "a case that is too short is refused each time, in view; handed in, the discussion is (script: %s)",
  async (javaScript) => {
    const { context, page } = await learner(javaScript);
    await page.goto(`/learn/${slug}/een-bewering-wegen`, { waitUntil: "networkidle" });
    const field = page.getByLabel("Jouw uitwerking");
    const handIn = page.getByRole("button", { name: "Lever in en lees de bespreking" });
    const refusal = page.getByRole("alert");
    for (const text of ["te kort", "nog te kort", "en nog steeds te kort"]) {
      await field.fill(text);
      // long enough to have been saved by itself in between
      if (javaScript) await page.getByText(/^Bewaard om/).waitFor();
      await handIn.click();
      await refusal.getByText(`Je tekst telt ${text.split(" ").length} woorden`).waitFor();
      const top = await refusal.evaluate((box) => box.getBoundingClientRect().top);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(500);
      if (javaScript) expect(await refusal.evaluate((box) => box === document.activeElement)).toBe(true);
    }
    await field.fill(Array.from({ length: 45 }, (_, count) => `woord${count}`).join(" "));
    await handIn.click();
    const discussion = page.getByRole("heading", { name: "Bespreking" });
    await discussion.waitFor();
    await page.waitForURL(/#bespreking-/);
    const top = await discussion.evaluate((heading) => heading.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(500);
    await context.close();
  },
);

test("choices in the final test made after the session ended are there again after signing in", async () => {
  const { context, page, signIn } = await learner(true);
  const test = `/learn/${slug}/tests/toets-gemis`;
  await page.goto(test);
  await page.getByLabel(/eigen werk/).check();
  await page.getByRole("button", { name: /^Begin/ }).click();
  await page.getByRole("button", { name: "Lever de toets in" }).waitFor();
  await page.waitForLoadState("networkidle");
  await context.clearCookies();
  const choice = page.locator("fieldset input[type=radio]").first();
  await choice.check();
  await page.getByText("Nog niet bewaard").waitFor();
  await page.getByRole("button", { name: "Lever de toets in" }).click();
  await page.getByRole("heading", { name: "Je bent niet meer ingelogd" }).waitFor();
  await signIn();
  await page.goto(test);
  await page.getByText("1 van 16 beantwoord").waitFor();
  expect(await choice.isChecked()).toBe(true);
  await context.close();
});

/** Fills in a form, sends it after the session ended, and again after signing in on another tab. */
async function sentTooLate(
  { context, page, signIn }: Awaited<ReturnType<typeof learner>>,
  { path, field, text, button, javaScript }: { path: string; field: string; text: string; button: string; javaScript: boolean },
) {
  await page.goto(path, { waitUntil: "networkidle" });
  await page.getByLabel(field, { exact: true }).fill(text);
  await context.clearCookies();
  await page.getByRole("button", { name: button }).click();
  await page.getByText("Je bent niet meer ingelogd").first().waitFor();
  await page.waitForLoadState("networkidle");
  // With a script the page stays as it is; without, another holds what was sent.
  if (javaScript) expect(await page.getByLabel(field, { exact: true }).inputValue()).toBe(text);
  await signIn();
  await page.getByRole("button", { name: javaScript ? button : "Verstuur het opnieuw" }).click();
}

test.each([true, false])("a form that comes after the session ended is sent again with one press (script: %s)", async (javaScript) => {
  const somebody = await learner(javaScript);
  const { context, page } = somebody;
  const name = { field: "Je naam", text: "Noor van der Wit-el Amrani", button: "Bewaar naam en taal" };
  await sentTooLate(somebody, { path: "/account", ...name, javaScript });
  await page.getByText("Je gegevens zijn bewaard.").waitFor();
  expect(await page.getByLabel(name.field).inputValue()).toBe(name.text);
  await site.query("update person set role = 'office' where name = $1", [name.text]);
  const line = { field: "Naam", text: "De Luisterlijn van Voorbeeldstad", button: "Bewaar deze hulplijn" };
  await sentTooLate(somebody, { path: "/office/help-lines/new", ...line, javaScript });
  // It came through: the office's own words about the fields left empty.
  await page.getByText("Er klopt iets nog niet").waitFor();
  await page.getByText("Je bent niet meer ingelogd").waitFor({ state: "detached" });
  expect(await page.getByLabel(line.field, { exact: true }).inputValue()).toBe(line.text);
  await context.close();
});

test("colours and letters changed without a line change the page, leave what is typed alone, and are kept when the line is back", async () => {
  const { context, page } = await learner(true);
  await page.goto(`/learn/${slug}/een-bewering-wegen`, { waitUntil: "networkidle" });
  const looks = () => page.evaluate(() => ({ ...document.documentElement.dataset }));
  const choose = (group: string, choice: string) =>
    page.getByRole("group", { name: group }).first().getByRole("button", { name: choice, exact: true });
  await page.locator("summary", { hasText: "Weergave" }).click();
  await context.setOffline(true);
  await page.getByLabel("Jouw uitwerking").fill("Bij kaarslicht geschreven");
  await choose("Kleuren", "Donker").click();
  await page.getByText("Je keuze geldt nu, maar kon niet worden bewaard.").first().waitFor();
  await choose("Letters", "Groot").click();
  await expect.poll(looks).toMatchObject({ theme: "dark", textSize: "large" });
  expect(await page.locator("meta[name=color-scheme]").getAttribute("content")).toBe("dark");
  expect(await choose("Kleuren", "Donker").getAttribute("aria-pressed")).toBe("true");
  expect(await choose("Kleuren", "Licht").getAttribute("aria-pressed")).toBe("false");
  expect(await page.getByLabel("Jouw uitwerking").inputValue()).toBe("Bij kaarslicht geschreven");

  await context.setOffline(false);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await choose("Letters", "Grootst").click();
  await page.locator("form .hint", { hasText: "kon niet worden bewaard" }).first().waitFor({ state: "detached" });
  expect(asked.filter((request) => /display|\.data/.test(request))).toEqual(["POST /display"]);
  await page.reload();
  expect(await looks()).toMatchObject({ theme: "dark", textSize: "largest" });
  await context.close();
});

test("colours are chosen without a script too", async () => {
  const { context, page } = await learner(false);
  await page.goto("/terms");
  await pressedAndLoaded(page, () => page.getByRole("group", { name: "Kleuren" }).getByRole("button", { name: "Donker" }).click());
  expect(new URL(page.url()).pathname).toBe("/terms");
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  await context.close();
});

test("a key pressed while the page is still waking up breaks nothing", async () => {
  const { context, page } = await visitor({ origin: site.origin });
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  // The moment React starts to listen is the earliest at which a key can reach it.
  await page.addInitScript(() => {
    const listen = EventTarget.prototype.addEventListener;
    let pressed = false;
    EventTarget.prototype.addEventListener = function (
      this: EventTarget,
      type: string,
      ...rest: [EventListenerOrEventListenerObject | null]
    ) {
      listen.call(this, type, ...rest);
      if (pressed || type !== "keydown" || this !== document) return;
      pressed = true;
      queueMicrotask(() => {
        document.documentElement.dataset.pressed = "yes";
        document.body.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, key: "Tab" }));
      });
    };
  });
  for (const path of [`/masterclasses/${slug}`, "/login"]) {
    await page.goto(path, { waitUntil: "load" });
    expect(await page.evaluate(() => document.documentElement.dataset.pressed)).toBe("yes");
    await page.waitForFunction(() => Object.keys(document.querySelector("main") ?? {}).some((key) => key.startsWith("__reactFiber")));
  }
  expect(errors).toEqual([]);
  await context.close();
});
