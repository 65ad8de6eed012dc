import type { RouteConfigEntry } from "@remix-run/route-config";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import routes from "#app/routes.ts";
import { closeBrowser, visitor } from "#tests/support/browser.ts";
import { type DemoSite, startDemoSite } from "#tests/support/demo-site.ts";
import { pages, withoutPage } from "#tests/support/pages.ts";
import { freshSitePages } from "#tests/support/pages-of-a-fresh-site.ts";
import { walk } from "#tests/support/walk.ts";
import { wrongWith, wrongWithWords } from "./accessibility-checks.ts";
import { Keyboard } from "./keyboard.ts";
import { mainJobByKeyboard } from "./keyboard-job.ts";
import { transcript } from "./screen-reader.ts";

let site: DemoSite;
const wrongAtFirst: string[] = [];
/** ids of the routes that the browser showed, taken from the router itself: a list kept by hand would go stale */
const seen = new Set<string>();

beforeAll(async () => {
  site = await startDemoSite(async (fresh) => {
    wrongAtFirst.push(...(await walk({ site: fresh, visits: freshSitePages(fresh) }, look)));
  });
  await site.speaks("nl");
});
afterAll(async () => {
  await closeBrowser();
  await site.remove();
});

async function look(page: Page): Promise<string[]> {
  for (const id of await page.evaluate(routesShown)) seen.add(id);
  return wrongWith(page);
}

/** Runs in the page. */
function routesShown(): string[] {
  const { __remixRouter: router } = window as unknown as { __remixRouter?: { state: { matches: { route: { id: string } }[] } } };
  return router?.state.matches.map(({ route }) => route.id) ?? [];
}

test("a site on which nobody is yet keeps to the rules", () => {
  expect(wrongAtFirst).toEqual([]);
});

// Three at once: the keyboard and the screen reader mostly wait, and the third looks at pages meanwhile.
test.concurrent("what a screen reader says on the way to a certificate is what was read and kept", async ({ expect }) => {
  await expect(await transcript(site)).toMatchFileSnapshot("../../docs/screen-reader.md");
});

test.concurrent("from newcomer to a passed test with the keyboard alone: always in sight, in order, and at what is wrong", async ({
  expect,
  onTestFailed,
}) => {
  const { context, page } = await visitor({ origin: site.origin });
  onTestFailed(async () => console.error(page.url(), await page.locator("body").innerText()));
  const keys = new Keyboard(page);
  await mainJobByKeyboard(page, keys, "toetsenbord@example.nl");
  expect([...new Set(keys.faults)]).toEqual([]);
  await context.close();
});

test.concurrent("every page in every state keeps to the rules: by day and by lamplight, at 400 %, with forced colours, without motion", async ({
  expect,
}) => {
  expect(await walk({ site, visits: pages.filter(({ after }) => !after) }, look)).toEqual([]);
});

test("so does a page that breaks", async () => {
  // Broken on purpose, for all who look at it just then: by itself.
  expect(await walk({ site, visits: pages.filter(({ after }) => after), walkers: 1 }, look)).toEqual([]);
});

test("every page keeps to the rules in English", async () => {
  await site.speaks("en");
  // Every address once, as it opens: its other states are made of the same furniture.
  const visits = pages.filter(({ make, path }, at) => !make && pages.findIndex((other) => !other.make && other.path === path) === at);
  expect(await walk({ site, visits, locale: "en-GB" }, wrongWithWords)).toEqual([]);
});

test("every route was looked at, or is named as one that shows nothing", () => {
  const idsOf = (entries: RouteConfigEntry[]): string[] =>
    entries.flatMap(({ id, file, children }) => [id ?? file.replace(/\.tsx?$/, ""), ...idsOf(children ?? [])]);
  const all = idsOf(routes);
  expect(all.filter((id) => !seen.has(id) && !(id in withoutPage))).toEqual([]);
  expect(Object.keys(withoutPage).filter((id) => seen.has(id) || !all.includes(id))).toEqual([]);
});
