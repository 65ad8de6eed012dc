import type { Page } from "playwright-core";
import { visitor } from "./browser.ts";
import type { DemoSite } from "./demo-site.ts";
import { open, type Visit } from "./visit.ts";

export interface Walk {
  site: DemoSite;
  visits: readonly Visit[];
  locale?: string;
  width?: number;
  /** how many look at once: each has a browser profile of its own */
  walkers?: number;
}

/** Opens every page of the list in its state, and does `look` there. What goes wrong on the way is told as a page's own fault. */
export async function walk(
  { site, visits, locale, width, walkers = 2 }: Walk,
  look: (page: Page, visit: Visit) => Promise<string[]>,
): Promise<string[]> {
  const found: string[] = [];
  const queue = [...visits];
  const goRound = async () => {
    const { context, page } = await visitor({ origin: site.origin, locale, width });
    for (let visit = queue.shift(); visit; visit = queue.shift()) {
      const { name } = visit;
      const told = await open(page, site, visit)
        .then(() => look(page, visit))
        .catch((error: Error) => [`cannot be opened: ${error.message.split("\n")[0]}`]);
      found.push(...told.map((what) => `${name}: ${what}`));
      await visit.after?.(page, site);
    }
    await context.close();
  };
  await Promise.all(Array.from({ length: walkers }, goRound));
  return found;
}
