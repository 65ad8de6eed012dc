import { writeFileSync } from "node:fs";
import { paths } from "#app/paths.ts";
import { startDemoSite } from "#tests/support/demo-site.ts";
import { lessons, slug } from "#tests/support/visit.ts";
import { openAuditBrowser } from "./audit-web/browser.ts";
import { type AuditedPage, auditPage } from "./audit-web/page-audit.ts";
import { missed, report } from "./audit-web/report.ts";

const RUNS = 5;

/**
 * `npm run audit:web`: Lighthouse as on a cheap phone, and the weight of a first visit, on the site as a newcomer starts it. Prints
 * what it found, writes it to docs/audit.md, and fails when a goal is missed. `--runs 1` is quicker and says less.
 */
export async function run(args: string[] = []): Promise<void> {
  const runs = Number(args[args.indexOf("--runs") + 1] ?? RUNS) || RUNS;
  const site = await startDemoSite();
  const browser = await openAuditBrowser();
  try {
    const pages: AuditedPage[] = [
      { name: "Home", path: paths.home() },
      { name: "Course", path: paths.course(slug) },
      { name: "Preview lesson", path: paths.preview(slug, lessons[0]) },
      { name: "Lesson, signed in", path: paths.lesson(slug, lessons[0]), cookie: await site.cookieOf("femke.deboer"), hidden: true },
    ];
    const audits = [];
    for (const page of pages) {
      console.log(`… ${page.name}`);
      audits.push(await auditPage(site.origin, page, browser, runs));
    }
    const text = report(audits, { runs, browser: browser.version });
    writeFileSync("docs/audit.md", text);
    console.log(`\n${text}`);
    const misses = audits.flatMap(missed);
    console.log(misses.length === 0 ? "Every goal is met." : `Missed:\n${misses.map((miss) => `  ${miss}`).join("\n")}`);
    process.exitCode = misses.length === 0 ? 0 : 1;
  } finally {
    await browser.close();
    await site.remove();
  }
}
