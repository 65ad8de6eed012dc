import type { Page } from "playwright-core";

interface Stop {
  name: string;
  /** `radio`, `checkbox`, `text` … or the element's tag */
  kind: string;
  value: string;
  /** what is wrong with the focus here */
  faults: string[];
}

/** Somebody without a mouse. Every stop of Tab must be seen, not be covered, and come after the one before it. */
export class Keyboard {
  readonly faults: string[] = [];
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Presses Tab until something of this name has the focus. @throws when the page ends before that */
  async tabTo(name: RegExp, kind?: RegExp): Promise<Stop> {
    const passed: string[] = [];
    for (let presses = 0; presses < 250; presses++) {
      await this.#page.keyboard.press("Tab");
      const stop = await this.here();
      if (name.test(stop.name) && (kind?.test(stop.kind) ?? true)) return stop;
      passed.push(stop.name);
    }
    throw new Error(`Tab never came to ${name} on ${this.#page.url()}; it passed ${passed.slice(0, 60).join(" | ")}`);
  }

  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
  }

  async type(words: string): Promise<void> {
    await this.#page.keyboard.type(words);
  }

  /** What has the focus now; notes what is wrong with it. */
  async here(): Promise<Stop> {
    const stop = await this.#page.evaluate(focused);
    this.faults.push(...stop.faults.map((fault) => `${new URL(this.#page.url()).pathname}: ${stop.kind} “${stop.name}” ${fault}`));
    return stop;
  }

  /** Only the content was exchanged: the focus is at its start, as on a page that was loaded, and its title is said. */
  async arrives(): Promise<void> {
    await this.#page.waitForFunction(
      () => document.activeElement?.id === "main" && document.getElementById("announcements")?.textContent === document.title,
    );
    await this.#page.evaluate(() => Reflect.deleteProperty(window, "lastFocused"));
  }

  /** The focus is in the summary of a refused form; its first line leads to the field. */
  async followsErrorSummary(): Promise<void> {
    await this.#page.waitForFunction(() => document.activeElement?.getAttribute("role") === "alert");
    await this.#page.evaluate(() => Reflect.deleteProperty(window, "lastFocused"));
    await this.tabTo(/./, /^a$/);
    const field = await this.#page.evaluate(() => (document.activeElement as HTMLAnchorElement).hash.slice(1));
    await this.press("Enter");
    await this.#page.waitForFunction((id) => document.activeElement?.id === id, field);
  }
}

/** Runs in the page. */
function focused(): Stop {
  const element = document.activeElement;
  const memory = window as unknown as { lastFocused?: Element };
  const last = memory.lastFocused;
  if (!(element instanceof HTMLElement) || element === document.body) {
    memory.lastFocused = undefined;
    return { name: "", kind: "body", value: "", faults: [] };
  }
  memory.lastFocused = element;
  const labels = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels : null;
  const words = element.getAttribute("aria-label") ?? [...(labels ?? [])].map((label) => label.textContent).join(" ") ?? "";
  const name = (words || element.textContent || "").replace(/\s+/g, " ").trim();
  const faults: string[] = [];
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  if (outlineStyle === "none" || outlineWidth === "0px") faults.push("shows no focus");
  if (last?.isConnected && last !== element && !(last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING))
    faults.push("comes before what had the focus before it");
  const [box] = element.getClientRects();
  if (!box || box.width === 0) faults.push("has the focus and is not there to be seen");
  else {
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20));
    if (!top) faults.push("has the focus out of sight");
    else if (!element.contains(top) && !top.contains(element)) faults.push(`is covered by ${top.tagName.toLowerCase()}.${top.className}`);
  }
  return {
    name,
    kind: element instanceof HTMLInputElement ? element.type : element.tagName.toLowerCase(),
    value: (element as HTMLInputElement).value ?? "",
    faults,
  };
}
