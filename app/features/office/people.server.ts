import { courseTitles } from "#app/features/catalogue/courses.server.ts";
import { db } from "#app/platform/db.server.ts";

const PAGE = 50;

const personRow = {
  id: true,
  name: true,
  email: true,
  role: true,
  createdAt: true,
  emailVerifiedAt: true,
  _count: { select: { enrolments: true } },
} as const;

/**
 * People, newest first, 50 a page. `search` looks in name and address; `before` is the id that ended the previous page.
 */
export async function listPeople(search: string, before: string | null) {
  const rows = await db.person.findMany({
    where: search ? { OR: [{ emailKey: { contains: search.toLowerCase() } }, { name: { contains: search, mode: "insensitive" } }] } : {},
    // ids are UUID v7: their order is the order of arrival
    orderBy: { id: "desc" },
    ...(before ? { cursor: { id: before }, skip: 1 } : {}),
    take: PAGE + 1,
    select: personRow,
  });
  const people = rows.slice(0, PAGE);
  return { people, next: rows.length > PAGE ? (people.at(-1)?.id ?? null) : null };
}

/**
 * One person with enrolments, grounds, orders and letters, for answering the phone. Never answers, attempts' content or
 * reflections: those belong to the learner alone. `titles` gives each course's title by its slug.
 */
export async function personForOffice(id: string) {
  const person = await db.person.findUnique({
    where: { id },
    select: {
      ...personRow,
      enrolments: {
        orderBy: { createdAt: "desc" },
        select: {
          id: true,
          courseSlug: true,
          cycle: true,
          begunAt: true,
          createdAt: true,
          edition: { select: { number: true } },
          grounds: { select: { kind: true, mode: true, startsAt: true, endsAt: true, endedAt: true, endReason: true } },
          completion: { select: { completedAt: true } },
          progress: { select: { finishedAt: true } },
        },
      },
      orders: {
        orderBy: { id: "desc" },
        take: 20,
        select: { reference: true, state: true, totalCents: true, currency: true, createdAt: true },
      },
    },
  });
  if (!person) return null;
  const mail = await db.outboxMail.findMany({
    where: { personId: id },
    orderBy: { id: "desc" },
    take: 20,
    select: { id: true, kind: true, subject: true, state: true, createdAt: true, acceptedAt: true },
  });
  const certificates = await db.certificate.findMany({
    where: { personId: id },
    orderBy: { issuedAt: "desc" },
    select: { code: true, state: true, mode: true, issuedAt: true, courseSlug: true },
  });
  const titles = await courseTitles(
    db,
    [...person.enrolments, ...certificates].map(({ courseSlug }) => courseSlug),
  );
  return { ...person, mail, certificates, titles };
}
