import chromium from "@sparticuz/chromium";
import { type Browser, type BrowserContext, type Page, chromium as playwright } from "playwright-core";

let browser: Promise<Browser> | undefined;

/** A real Chromium from npm. Its package's own default switches turn web security off: none of them is used. */
export function openBrowser(): Promise<Browser> {
  browser ??= chromium
    .executablePath()
    .then((executablePath) =>
      playwright.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] }),
    );
  return browser;
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

/** A visitor of one's own: cookies, language and screen. */
export async function visitor(options: {
  origin: string;
  javaScript?: boolean;
  locale?: string;
  width?: number;
  dark?: boolean;
}): Promise<{ context: BrowserContext; page: Page }> {
  const context = await (await openBrowser()).newContext({
    baseURL: options.origin,
    javaScriptEnabled: options.javaScript ?? true,
    locale: options.locale ?? "nl-NL",
    timezoneId: "Europe/Amsterdam",
    colorScheme: options.dark ? "dark" : "light",
    viewport: { width: options.width ?? 1280, height: 900 },
  });
  context.setDefaultTimeout(15_000);
  return { context, page: await context.newPage() };
}

/** Presses, and waits until the page that this loads is there: without a script every press that sends is a new page. */
export async function pressedAndLoaded(page: Page, press: () => Promise<void>): Promise<void> {
  await Promise.all([page.waitForEvent("load"), press()]);
}
