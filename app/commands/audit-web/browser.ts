import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";
import { freePort } from "#app/platform/free-port.ts";

/** The Chromium of the tests, with a door for Lighthouse. */
export interface AuditBrowser {
  version: string;
  /** where Lighthouse speaks to it */
  port: number;
  browser: Browser;
  close(): Promise<void>;
}

export async function openAuditBrowser(): Promise<AuditBrowser> {
  const port = await freePort();
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", `--remote-debugging-port=${port}`],
  });
  return { version: browser.version(), port, browser, close: () => browser.close() };
}
