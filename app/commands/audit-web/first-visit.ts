import type { Browser } from "playwright-core";

/** What a browser with an empty cache fetches for a page. Bytes of the bodies as they travel; headers come on top. */
export interface FirstVisit {
  document: number;
  script: number;
  font: number;
  style: number;
  other: number;
  total: number;
  requests: number;
  /** hosts that are not the site's own */
  thirdParties: string[];
  /** what the largest paint consists of stands in the document itself: no script had to fetch it */
  largestInDocument: boolean;
}

/** @returns the weight of one visit on a phone's screen, with the page at rest */
export async function firstVisit(browser: Browser, origin: string, path: string, cookie?: string): Promise<FirstVisit> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: "nl-NL",
    viewport: { width: 412, height: 823 },
    extraHTTPHeaders: cookie ? { Cookie: cookie } : {},
  });
  const page = await context.newPage();
  const weights = { document: 0, script: 0, font: 0, style: 0, other: 0 };
  const thirdParties = new Set<string>();
  let requests = 0;
  const measured: Promise<void>[] = [];
  page.on("requestfinished", (request) => {
    requests++;
    if (new URL(request.url()).origin !== origin) thirdParties.add(new URL(request.url()).host);
    const type = request.resourceType();
    const kind = type === "stylesheet" ? "style" : type === "document" || type === "script" || type === "font" ? type : "other";
    measured.push(
      request.sizes().then(({ responseBodySize }) => {
        weights[kind] += responseBodySize;
      }),
    );
  });
  await page.goto(path, { waitUntil: "networkidle" });
  await Promise.all(measured);
  const largest = await page.evaluate(largestPaint);
  const html = await (await fetch(origin + path, { headers: { "Accept-Language": "nl", ...(cookie ? { Cookie: cookie } : {}) } })).text();
  await context.close();
  return {
    ...weights,
    total: Object.values(weights).reduce((sum, bytes) => sum + bytes, 0),
    requests,
    thirdParties: [...thirdParties],
    largestInDocument: largest !== "" && wordsOf(html).includes(largest),
  };
}

/** Runs in the page: the first words of the element that was painted largest. */
function largestPaint(): Promise<string> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const last = list.getEntries().at(-1) as (PerformanceEntry & { element?: Element | null }) | undefined;
      resolve((last?.element?.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, 60));
    }).observe({ type: "largest-contentful-paint", buffered: true });
    setTimeout(() => resolve(""), 3000);
  });
}

/** What a document says, without its markup. */
function wordsOf(html: string): string {
  return html
    .replace(/<script\b[\s\S]*?<\/script>/g, "")
    .replace(/<[^>]+>/g, "")
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");
}
