import { db } from "#app/platform/db.server.ts";

let count = 0;

/** A person who may be enrolled. */
export async function makePerson(): Promise<string> {
  const key = `learner-${++count}@example.test`;
  const { id } = await db.person.create({
    data: { email: key, emailKey: key, name: "Noor Test", emailVerifiedAt: new Date("2026-11-01T09:00:00Z") },
    select: { id: true },
  });
  return id;
}

/** A course with an edition and nothing in it: enough for the gate. */
export async function makeCourse(slug = `course-${++count}`): Promise<{ courseSlug: string; editionId: string }> {
  await db.course.create({ data: { slug, kind: "module" }, select: { slug: true } });
  const { id } = await db.edition.create({
    data: { courseSlug: slug, number: "2026.1", requirements: [], requirementsHash: "none" },
    select: { id: true },
  });
  return { courseSlug: slug, editionId: id };
}
