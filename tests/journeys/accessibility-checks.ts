import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const everyRule: RunOptions["runOnly"] = {
  type: "tag",
  values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
};

/** 1280 × 1024 at 400 %: a narrow phone too. */
const ZOOMED = { width: 320, height: 256 };
const WIDE = { width: 1280, height: 900 };

/** All that can be found wrong with a page without a person, in words that name the element. Leaves the page as it was. */
export async function wrongWith(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return [
    ...(await axe(page, "by day", { runOnly: everyRule })),
    ...(await byLamplight(page)),
    ...(await zoomedIn(page)),
    ...(await asTheDeviceAsks(page)),
  ];
}

/** In another language only words change: every rule but the one that looks at colours. */
export async function wrongWithWords(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return axe(page, "by day", { runOnly: everyRule, rules: { "color-contrast": { enabled: false } } });
}

async function axe(page: Page, when: string, options: RunOptions): Promise<string[]> {
  const found = await page.evaluate(async (options) => {
    const { axe } = window as unknown as { axe: { run(where: Document, options: object): Promise<AxeResults> } };
    const { violations } = await axe.run(document, { ...options, resultTypes: ["violations"], iframes: false, elementRef: false });
    return violations.map(({ id, help, nodes }) => ({
      language: document.documentElement.lang,
      id,
      help,
      nodes: nodes.map(({ html, any, target }) => `${target} ${html.slice(0, 160)} ${any[0]?.message ?? ""}`),
    }));
  }, options);
  return found.flatMap(({ language, id, help, nodes }) => nodes.slice(0, 3).map((node) => `${language}, ${when}: ${id} (${help}) ${node}`));
}

/** The other theme changes colours and nothing else. */
async function byLamplight(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "dark" });
  const found = await axe(page, "by lamplight", { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } });
  await page.emulateMedia({ colorScheme: "light" });
  return found;
}

async function zoomedIn(page: Page): Promise<string[]> {
  await page.setViewportSize(ZOOMED);
  const found = [
    ...(await axe(page, "zoomed in", { runOnly: { type: "rule", values: ["target-size"] } })),
    ...(await page.evaluate(tooWide, "zoomed in")),
  ];
  const chosen = await page.evaluate(() => document.documentElement.getAttribute("data-text-size"));
  await page.evaluate(() => document.documentElement.setAttribute("data-text-size", "largest"));
  found.push(...(await page.evaluate(tooWide, "zoomed in, with the largest letters")));
  await page.evaluate(
    (size) =>
      size === null
        ? document.documentElement.removeAttribute("data-text-size")
        : document.documentElement.setAttribute("data-text-size", size),
    chosen,
  );
  await page.setViewportSize(WIDE);
  return found;
}

/** Runs in the page: what makes it scroll sideways, and what stays in sight and takes too much of it. */
function tooWide(when: string): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const name = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} ${element.textContent?.trim().slice(0, 40)}`;
  const found: string[] = [];
  if (scrollWidth > clientWidth) {
    const outside = [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > clientWidth + 1);
    const cause = outside.find((element) => ![...element.children].some((child) => outside.includes(child)));
    found.push(`${when}: scrolls sideways, ${scrollWidth} px wide, by ${cause ? name(cause) : "something unseen"}`);
  }
  for (const element of document.querySelectorAll("body *")) {
    const { position } = getComputedStyle(element);
    const { height, top } = element.getBoundingClientRect();
    if ((position === "fixed" || position === "sticky") && top < innerHeight && height > innerHeight / 2)
      found.push(`${when}: ${name(element)} stays in sight and covers ${Math.round(height)} of ${innerHeight} px`);
  }
  return found;
}

/** With forced colours and without motion, as a device may ask. */
async function asTheDeviceAsks(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  const found = [...(await page.evaluate(unseen)), ...(await page.evaluate(moving))];
  await page.emulateMedia({ forcedColors: "none", reducedMotion: "no-preference" });
  return found;
}

/** Runs in the page: what can be pressed or filled in and shows no edge, and words in the colour of their ground. */
function unseen(): string[] {
  const found: string[] = [];
  const shown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest(".visually-hidden");
  const name = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} ${element.textContent?.trim().slice(0, 40)}`;
  const ground = (element: Element | null): string => {
    if (!element) return "rgb(255, 255, 255)";
    const { backgroundColor } = getComputedStyle(element);
    return /^rgba\(.*, 0\)$/.test(backgroundColor) ? ground(element.parentElement) : backgroundColor;
  };
  for (const control of document.querySelectorAll("button, .button, summary, select, textarea, input:not([type=hidden])")) {
    if (!shown(control)) continue;
    const style = getComputedStyle(control);
    const edged = ["Top", "Right", "Bottom", "Left"].some(
      (side) =>
        style.getPropertyValue(`border-${side.toLowerCase()}-style`) !== "none" &&
        style.getPropertyValue(`border-${side.toLowerCase()}-width`) !== "0px",
    );
    const native = /^(radio|checkbox|range|file|color)$/.test(control.getAttribute("type") ?? "") && style.appearance !== "none";
    const underlined = style.textDecorationLine.includes("underline");
    const marked = control.tagName === "SUMMARY" || control.querySelector("svg") !== null;
    if (!edged && !native && !underlined && !marked) found.push(`${name(control)} has no edge with forced colours`);
  }
  for (const element of document.querySelectorAll("main *, header *, footer *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    if (own && shown(element) && !element.closest("svg") && getComputedStyle(element).color === ground(element))
      found.push(`${name(element)} is not to be read with forced colours`);
  }
  for (const control of document.querySelectorAll<HTMLElement>("main a[href], main button, header a[href]")) {
    if (!shown(control)) continue;
    control.focus({ focusVisible: true, preventScroll: true } as FocusOptions);
    const { outlineStyle, outlineWidth } = getComputedStyle(control);
    if (document.activeElement === control && (outlineStyle === "none" || outlineWidth === "0px"))
      found.push(`${name(control)} shows no focus with forced colours`);
  }
  (document.activeElement as HTMLElement | null)?.blur();
  return found;
}

/** Runs in the page: what still moves for who asked for less of it. */
function moving(): string[] {
  const found = [...document.querySelectorAll("*")].filter((element) => {
    const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element);
    const durations = [...transitionDuration.split(", "), ...animationDuration.split(", ")];
    return scrollBehavior === "smooth" || durations.some((duration) => Number.parseFloat(duration) > 0);
  });
  const names = found.map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`);
  return [...new Set(names)].map((name) => `${name} still moves with reduced motion`);
}
