import { courseTitles } from "#app/features/catalogue/courses.server.ts";
import { type FastCompletion, fastCompletions } from "#app/features/learning/progress.server.ts";
import { db } from "#app/platform/db.server.ts";

export interface FastReader extends Omit<FastCompletion, "activeSeconds"> {
  name: string;
  title: string;
  /** whole minutes with the page in view; null when nothing was measured, as without JavaScript */
  activeMinutes: number | null;
}

/** Completions far below the computed time, newest first, with who and what. A reason to ask, and proof of nothing. */
export async function fastReaders(limit: number): Promise<FastReader[]> {
  const rows = await fastCompletions(db, limit);
  const [people, titles] = await Promise.all([
    db.person.findMany({ where: { id: { in: rows.map((row) => row.personId) } }, select: { id: true, name: true } }),
    courseTitles(
      db,
      rows.map((row) => row.courseSlug),
    ),
  ]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map(({ activeSeconds, ...row }) => ({
    ...row,
    name: names.get(row.personId) ?? "",
    title: titles[row.courseSlug] ?? row.courseSlug,
    activeMinutes: activeSeconds > 0 ? Math.max(1, Math.round(activeSeconds / 60)) : null,
  }));
}
