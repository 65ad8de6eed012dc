import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { paths } from "#app/paths.ts";
import { visitor } from "#tests/support/browser.ts";
import type { DemoSite } from "#tests/support/demo-site.ts";
import { lessons, settled, slug } from "#tests/support/visit.ts";

const reader = createRequire(import.meta.url).resolve("@guidepup/virtual-screen-reader/browser.js");
/** On the site's own origin: its policy lets no other script in. */
const ADDRESS = "/virtual-screen-reader.js";

interface Stop {
  title: string;
  path: string;
  as?: string;
  /** parts of the page, by selector; without it, all of it */
  parts?: string[];
}

/** The way from the home page to the certificate. */
const way: Stop[] = [
  { title: "Home", path: paths.home() },
  { title: "Course", path: paths.course(slug), parts: ["main"] },
  { title: "Order", path: paths.buy(slug), as: "bureau", parts: ["main"] },
  {
    title: "Lesson: its head, a citation, a claim, a reflection, and its end",
    path: paths.lesson(slug, lessons[0]),
    as: "noor.elamrani",
    parts: [
      "header.site-header",
      "main h1",
      "main aside",
      "main p:has(a[href^='#bron'])",
      "main figure",
      "main section.lesson-reflection:has(> form[action*='/writing/'])",
      "main section:has(a[href='tel:113'])",
    ],
  },
  {
    title: "Final test, under way",
    path: paths.test(slug, "toets-gemis"),
    as: "emma.thornton",
    parts: ["main [role=progressbar], main progress", "main fieldset", "main .actions"],
  },
  {
    title: "Final test, passed: one question looked back at",
    path: paths.test(slug, "toets-gemis"),
    as: "ayse.yildirim",
    parts: ["main h1", "main .notice", "main article"],
  },
  { title: "Certificates", path: paths.certificates(), as: "ayse.yildirim", parts: ["main"] },
];

/** docs/screen-reader.md: what is said on the way, without what differs from day to day. */
export async function transcript(site: DemoSite): Promise<string> {
  const { context, page } = await visitor({ origin: site.origin });
  await withScreenReader(page);
  const chapters: string[] = [];
  for (const { title, path, as, parts = ["body"] } of way) {
    await site.becomes(context, as ?? null);
    await page.goto(path);
    await settled(page);
    const said: string[] = [];
    for (const part of parts) said.push(...(await readAloud(page, part)), "…");
    chapters.push(`## ${title}\n\n\`\`\`text\n${condensed(said).join("\n")}\n\`\`\`\n`);
  }
  await context.close();
  return `# What a screen reader says

From the home page to the certificate, as [Virtual Screen Reader](https://www.guidepup.dev/docs/virtual) speaks it: a simulation, which
opens what is folded and reads hidden values of buttons aloud; a real one does neither. Ends of paragraphs, lists and the like are left
out; dates and codes are replaced. A test compares this text with what is said now; after a change that is meant, read it and keep it with
\`npm test -- tests/journeys/accessibility.test.ts -u\`.

${chapters.join("\n")}`;
}

/** Without the ends of things, and without what was just said. */
function condensed(said: readonly string[]): string[] {
  const spoken = said
    .filter((phrase) => !/^(end of |end, |paragraph$)/.test(phrase))
    .map((phrase) =>
      phrase.replace(/\b\d{1,2} [a-z]+ \d{4}( om \d{2}:\d{2})?/g, "(date)").replace(/\b[0-9A-Z]{4}(-[0-9A-Z]{4}){2,3}\b/g, "(code)"),
    )
    .map((phrase) => phrase.replace(/^listitem, level (\d), position (\d+), set size (\d+)/, "listitem $2 of $3"));
  return spoken.filter((phrase, index) => {
    const before = spoken[index - 1] ?? "";
    return phrase === "…" || !(before.includes(`, ${phrase}`) || before === phrase);
  });
}

/** Lets the simulated screen reader into a browser's pages. */
export async function withScreenReader(page: Page): Promise<void> {
  await page.context().route(`**${ADDRESS}`, (route) => route.fulfill({ path: reader, contentType: "text/javascript" }));
}

/**
 * What a screen reader says of the part of the page that `selector` names, from its start to its end, one phrase a line.
 * Runs in the page as a string: the import is the browser's, not the test runner's.
 */
export async function readAloud(page: Page, selector = "body"): Promise<string[]> {
  return page.evaluate<string[]>(`(async () => {
    const { virtual } = await import(${JSON.stringify(ADDRESS)});
    const container = document.querySelector(${JSON.stringify(selector)});
    if (!container) throw new Error("nothing is called " + ${JSON.stringify(selector)});
    await virtual.start({ container });
    const first = await virtual.lastSpokenPhrase();
    for (let phrases = 0; phrases < 3000; phrases++) {
      await virtual.next();
      const last = await virtual.lastSpokenPhrase();
      // At its end it begins again at the start.
      if (last === "end of " + first || (phrases > 0 && last === first)) break;
    }
    const said = await virtual.spokenPhraseLog();
    await virtual.stop();
    return said.length > 1 && said.at(-1) === first ? said.slice(0, -1) : said;
  })()`);
}
