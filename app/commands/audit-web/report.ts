import { show } from "../bench/figures.ts";
import { CATEGORIES, type PageAudit } from "./page-audit.ts";

/** The lowest scores that count as met. */
const SCORES = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 } as const;
/** kB (1,000 bytes) and counts of a first visit: what a cheap phone on a slow line is asked for. */
const MOST = { total: 190, script: 95, font: 80, style: 15, requests: 15 } as const;
/** rounding, not movement */
const SHIFT = 0.005;

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);

/** What missed its goal, in words. */
export function missed({ page, scores, shift, visit, complaints }: PageAudit): string[] {
  const low = CATEGORIES.filter((category) => scores[category].median < SCORES[category]).map(
    (category) => `${page.name}: ${category} ${show(scores[category])}, wanted ${SCORES[category]}`,
  );
  const heavy = (["total", "script", "font", "style"] as const)
    .filter((kind) => visit[kind] / 1000 > MOST[kind])
    .map((kind) => `${page.name}: ${kind} ${kilobytes(visit[kind])} kB, at most ${MOST[kind]}`);
  return [
    ...low,
    ...(low.length > 0 ? complaints.map((complaint) => `${page.name}: ${complaint}`) : []),
    ...heavy,
    ...(visit.requests > MOST.requests ? [`${page.name}: ${visit.requests} requests, at most ${MOST.requests}`] : []),
    ...(visit.thirdParties.length > 0 ? [`${page.name}: asks ${visit.thirdParties.join(", ")}`] : []),
    ...(shift.median > SHIFT ? [`${page.name}: layout shift ${show(shift)}`] : []),
    ...(visit.largestInDocument ? [] : [`${page.name}: the largest paint is not in the first document`]),
  ];
}

const row = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");

/** docs/audit.md. */
export function report(audits: readonly PageAudit[], { runs, browser }: { runs: number; browser: string }): string {
  const scores = table(
    ["page", ...CATEGORIES.map((category) => `${category} (≥ ${SCORES[category]})`), "layout shift", "largest paint"],
    audits.map(({ page, scores: of, shift, largestPaint }) => [
      page.name,
      ...CATEGORIES.map((category) => show(of[category])),
      shift.median.toFixed(3),
      `${(largestPaint.median / 1000).toFixed(1)} s`,
    ]),
  );
  const weights = table(
    [
      "page",
      "document",
      `script (≤ ${MOST.script})`,
      `fonts (≤ ${MOST.font})`,
      `styles (≤ ${MOST.style})`,
      "other",
      `in all (≤ ${MOST.total})`,
      `requests (≤ ${MOST.requests})`,
      "third parties",
      "largest paint in the document",
    ],
    audits.map(({ page, visit }) => [
      page.name,
      ...[visit.document, visit.script, visit.font, visit.style, visit.other, visit.total].map(kilobytes),
      visit.requests,
      visit.thirdParties.length,
      visit.largestInDocument ? "yes" : "no",
    ]),
  );
  return `# What a browser's own examiner says

\`npm run audit:web\` wrote this on ${new Date().toISOString().slice(0, 10)}, with Chromium ${browser}: Lighthouse's phone (slow 4G and a processor
four times slower, both simulated), the median of ${runs} run${runs === 1 ? "" : "s"} with the lowest and highest, over HTTP/1.1 on one machine. The lesson
behind the login is kept from search engines on purpose; of the SEO audits only the one that asks whether it can be found is left
out there.

${scores}

A first visit with an empty cache, in kB of 1,000 bytes as they travel (brotli); headers come on top:

${weights}
`;
}
