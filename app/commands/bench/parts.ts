import type { Row } from "./figures.ts";
import { measureCertificates } from "./goals/certificates.ts";
import { measureFirstLoad } from "./goals/first-load.ts";
import { growthRows, type PageTimes, timePages } from "./goals/growth.ts";
import { measureLogins } from "./goals/logins.ts";
import { measureMemory } from "./goals/memory.ts";
import { measurePages } from "./goals/pages.ts";
import { measureQueries } from "./goals/queries.ts";
import { measureSearch } from "./goals/search.ts";
import { measureStartUp } from "./goals/start-up.ts";
import type { Stage } from "./stage.ts";

/** One thing the bench can measure by itself. */
export interface Part {
  /** for --only */
  name: string;
  goal: string;
  what: string;
  /** about how long it takes */
  seconds(full: boolean): number;
  /** what must be looked at while there is little in the database */
  before?(stage: Stage): Promise<unknown>;
  measure(stage: Stage, before: unknown): Promise<Row[]>;
}

const part = (name: string, goal: string, what: string, seconds: number, measure: (stage: Stage) => Promise<Row[]>): Part => ({
  name,
  goal,
  what,
  seconds: () => seconds,
  measure,
});

/** In the order of measuring. */
export const parts: Part[] = [
  {
    name: "growth",
    goal: "6",
    what: "learner and office pages among many more rows",
    seconds: () => 45,
    before: timePages,
    measure: async (stage, before) => growthRows(before as PageTimes, await timePages(stage)),
  },
  part("queries", "2", "what a page asks of the database", 10, measureQueries),
  part("pages", "1", "lesson pages (goals 1 to 5)", 125, measurePages),
  part("search", "11", "search among 1,000 lessons", 25, measureSearch),
  part("logins", "7", "logins beside readers", 45, measureLogins),
  part("certificates", "8", "certificates", 15, measureCertificates),
  part("bytes", "9", "the bytes of a first visit", 2, measureFirstLoad),
  part("start", "10", "start to first byte", 10, measureStartUp),
  { name: "memory", goal: "10", what: "memory", seconds: (full) => (full ? 185 : 34), measure: measureMemory },
];
