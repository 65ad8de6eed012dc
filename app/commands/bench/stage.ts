import type pg from "pg";
import { paths } from "#app/paths.ts";
import { lessonIdOf, slugOf } from "./course-folder.ts";
import type { Ask } from "./load.ts";
import type { Signed } from "./people.ts";
import type { BenchSite } from "./site.ts";

/** Everything a measurement needs: the running product, its database, and people who are signed in. */
export interface Stage {
  site: BenchSite;
  client: pg.Client;
  /** half-way the course of 30 lessons, every lesson up to the 15th opened before */
  readers: Signed[];
  /** the same in the course of 500, up to the 100th */
  deepReaders: Signed[];
  /** in the real course, each with a reflection of their own in its first lesson */
  realReaders: Signed[];
  realLesson: { slug: string; lessonId: string };
  /** enrolled in the course of 30, nothing done */
  fresh: Signed[];
  office: Signed;
  /** people in the table, each with the password below */
  people: number;
  password: string;
  full: boolean;
  /** true when there is no time for another measurement of this many seconds */
  outOfTime(seconds: number): boolean;
  say(text: string): void;
}

export const RUNS = 3;
export const BARE = "/bench/bare";

const turned = <T>(list: readonly T[], turn: number): T => {
  const found = list[turn % list.length];
  if (found === undefined) throw new Error("Nobody is there to ask.");
  return found;
};

/** Somebody reads a lesson they have opened before; another somebody and another lesson every turn. */
export function readLesson(stage: Stage, turn: number): Ask {
  const { cookie } = turned(stage.readers, turn);
  return { path: paths.lesson(slugOf(30), lessonIdOf(2 + ((turn * 5) % 14))), cookie };
}

export function readDeepLesson(stage: Stage, turn: number): Ask {
  const { cookie } = turned(stage.deepReaders, turn);
  return { path: paths.lesson(slugOf(500), lessonIdOf(40 + ((turn * 7) % 60))), cookie };
}

export function readRealLesson(stage: Stage, turn: number): Ask {
  const { slug, lessonId } = stage.realLesson;
  return { path: paths.lesson(slug, lessonId), cookie: turned(stage.realReaders, turn).cookie };
}

/** What the browser fetches when a reader clicks to a lesson: the data of that one route (single fetch). */
export function goToLesson(stage: Stage, turn: number): Ask {
  const { path, cookie } = readLesson(stage, turn);
  return { path: `${path}.data?_routes=routes%2Flearn%2Flesson`, cookie: cookie ?? "" };
}

/** Each turn another lesson of another person is finished, and never all of one person's; null when all are done. */
export function finishingInTurn(stage: Stage): () => Ask | null {
  let turn = 0;
  return () => {
    const person = stage.fresh[turn % stage.fresh.length];
    const position = 1 + Math.floor(turn / stage.fresh.length);
    turn++;
    if (!person || position > 29) return null;
    return {
      path: paths.finishLesson(slugOf(30), lessonIdOf(position)),
      form: `next=${lessonIdOf(position + 1)}`,
      cookie: person.cookie,
      expect: 303,
    };
  };
}
