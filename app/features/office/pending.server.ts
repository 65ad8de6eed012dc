import { courseTitles } from "#app/features/catalogue/courses.server.ts";
import { type PendingCertificate, pendingCertificates } from "#app/features/certificates/issue.server.ts";
import { db } from "#app/platform/db.server.ts";

export interface Pending extends PendingCertificate {
  name: string;
  title: string;
}

/** Completions without a certificate, at most `limit`, those that can be issued at once first, with who and what. */
export async function pendingForOffice(limit: number): Promise<Pending[]> {
  const rows = await pendingCertificates(db, limit);
  const [people, titles] = await Promise.all([
    db.person.findMany({ where: { id: { in: rows.map(({ personId }) => personId) } }, select: { id: true, name: true } }),
    courseTitles(
      db,
      rows.map(({ courseSlug }) => courseSlug),
    ),
  ]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({ ...row, name: names.get(row.personId) ?? "", title: titles[row.courseSlug] ?? row.courseSlug }));
}
