import type { Page } from "playwright-core";
import type { DemoSite } from "./demo-site.ts";

/** One page in one state: for whoever looks at all of them (axe, the screenshots). */
export interface Visit {
  /** for file names and for the message when something is wrong */
  name: string;
  path: string | ((site: DemoSite) => string | Promise<string>);
  /** whose page it is; without it, a stranger's */
  as?: string;
  /** brings the page into the state that is meant */
  make?: (page: Page, site: DemoSite) => Promise<unknown>;
  /** undoes what had to be broken for it */
  after?: (page: Page, site: DemoSite) => Promise<unknown>;
}

export const slug = "gemis-is-geen-alleen-zijn";
export const lessons = ["alleen-of-eenzaam", "welk-gemis", "hoe-cijfers-ontstaan", "wie-wanneer-waarom", "een-bewering-wegen"] as const;

/** Opens a page in its state, as whose it is. */
export async function open(page: Page, site: DemoSite, { path, as, make }: Visit): Promise<void> {
  await site.becomes(page.context(), as ?? null);
  await page.goto(typeof path === "string" ? path : await path(site));
  await make?.(page, site);
  await settled(page);
}

/** Loaded, awake, and with its fonts. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  await page
    .waitForFunction(
      () =>
        !("__remixContext" in window) || Object.keys(document.querySelector("main") ?? {}).some((key) => key.startsWith("__reactFiber")),
      null,
      { timeout: 5000 },
    )
    .catch(() => {});
}

/**
 * Sends the form with this action as it stands, past the browser's own checks, with its text fields emptied and `fields` filled in;
 * waits for the refusal.
 */
export const refused =
  (action: string, fields: Record<string, string> = {}, button?: string) =>
  async (page: Page): Promise<void> => {
    await settled(page);
    await page.evaluate(
      ([action, fields, button]) => {
        const form = [...document.forms].find((one) => one.method === "post" && new URL(one.action).pathname === action);
        if (!form) throw new Error(`no form leads to ${action}`);
        form.noValidate = true;
        for (const field of form.elements) {
          if (field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && /^(text|email|password|tel)$/.test(field.type)))
            field.value = fields[field.name] ?? "";
        }
        const presses = button === null ? null : form.querySelector<HTMLElement>(`[formaction="${button}"]`);
        form.requestSubmit(presses);
      },
      [action, fields, button ?? null] as const,
    );
    await page.locator("main .notice-error, main .field-error, main [role=alert]").first().waitFor();
  };

/** Fills in and sends the form with this action, and waits for the page it leads to. */
export const sent =
  (action: string, fields: Record<string, string>, leadsTo: RegExp) =>
  async (page: Page): Promise<void> => {
    await settled(page);
    for (const [name, value] of Object.entries(fields)) await page.locator(`form[action^="${action}"] [name="${name}"]`).fill(value);
    await page.locator(`form[action^="${action}"] button`).first().click();
    await page.waitForURL(leadsTo);
  };

/** Sends a form that is on no page (any more), as a browser would that had it open. */
export const posted =
  (action: string, fields: Record<string, string>) =>
  async (page: Page): Promise<void> => {
    await settled(page);
    await Promise.all([
      page.waitForEvent("load"),
      page.evaluate(
        ([action, fields]) => {
          const form = document.createElement("form");
          Object.assign(form, { method: "post", action });
          for (const [name, value] of Object.entries(fields)) {
            const field = Object.assign(document.createElement("input"), { type: "hidden", name, value });
            form.append(field);
          }
          document.body.append(form);
          form.submit();
        },
        [action, fields] as const,
      ),
    ]);
  };
