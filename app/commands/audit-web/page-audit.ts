import lighthouse, { type Result } from "lighthouse";
import { type Figure, figureOf } from "../bench/figures.ts";
import type { AuditBrowser } from "./browser.ts";
import { type FirstVisit, firstVisit } from "./first-visit.ts";

export interface AuditedPage {
  name: string;
  path: string;
  cookie?: string;
  /** behind the login, and kept from search engines on purpose: not being found is no fault of it */
  hidden?: boolean;
}

export const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
export type Category = (typeof CATEGORIES)[number];

export interface PageAudit {
  page: AuditedPage;
  /** 0–100 */
  scores: Record<Category, Figure>;
  /** layout shift of the whole visit */
  shift: Figure;
  /** milliseconds until the largest thing is painted, on the phone that Lighthouse pretends to be */
  largestPaint: Figure;
  /** what Lighthouse found wanting, in its own words */
  complaints: string[];
  visit: FirstVisit;
}

/** Runs Lighthouse's phone over a page so many times, and weighs one first visit. */
export async function auditPage(origin: string, page: AuditedPage, { port, browser }: AuditBrowser, runs: number): Promise<PageAudit> {
  const results: Result[] = [];
  for (let run = 0; run < runs; run++) {
    const answer = await lighthouse(origin + page.path, {
      port,
      logLevel: "error",
      onlyCategories: [...CATEGORIES],
      skipAudits: page.hidden ? ["is-crawlable"] : [],
      extraHeaders: page.cookie ? { Cookie: page.cookie } : {},
    });
    if (!answer) throw new Error(`Lighthouse gave no answer about ${page.path}.`);
    if (answer.lhr.runtimeError) throw new Error(`Lighthouse could not read ${page.path}: ${answer.lhr.runtimeError.message}`);
    results.push(answer.lhr);
  }
  const median = (read: (result: Result) => number | null | undefined): Figure => {
    const figure = figureOf(results.map((result) => read(result) ?? null));
    if (!figure) throw new Error(`Lighthouse left something unmeasured on ${page.path}.`);
    return figure;
  };
  const score = (category: Category) => median(({ categories }) => Math.round((categories[category]?.score ?? Number.NaN) * 100));
  return {
    page,
    scores: {
      performance: score("performance"),
      accessibility: score("accessibility"),
      "best-practices": score("best-practices"),
      seo: score("seo"),
    },
    shift: median(({ audits }) => audits["cumulative-layout-shift"]?.numericValue),
    largestPaint: median(({ audits }) => audits["largest-contentful-paint"]?.numericValue),
    complaints: complaintsOf(results),
    visit: await firstVisit(browser, origin, page.path, page.cookie),
  };
}

/** Audits that count and were not passed in every run. */
function complaintsOf(results: Result[]): string[] {
  const found = results.flatMap(({ categories, audits }) =>
    Object.values(categories).flatMap(({ auditRefs }) =>
      auditRefs.flatMap(({ id, weight }) => {
        const audit = audits[id];
        return weight > 0 && audit && audit.score !== null && audit.score < 0.9
          ? [`${id}: ${audit.title} ${audit.displayValue ?? ""}`.trim()]
          : [];
      }),
    ),
  );
  return [...new Set(found)].sort();
}
