import { courseTitles } from "#app/features/catalogue/courses.server.ts";
import { db } from "#app/platform/db.server.ts";
import { newestPeople, searchPeople } from "./search-people.server.ts";

const PAGE = 50;

interface ListedPerson {
  id: string;
  name: string;
  email: string;
  createdAt: Date;
  emailVerifiedAt: Date | null;
  enrolments: number;
}

/**
 * People, newest first, 50 a page, each with how many enrolments they have. `search` looks in name and address, and for an order's reference; `before` is the
 * id that ended the previous page.
 */
export async function listPeople(search: string, before: string | null) {
  const ids = search ? await searchPeople(search, before, PAGE + 1) : await newestPeople(before, PAGE + 1);
  const people = await db.$queryRaw<ListedPerson[]>`
    select id, name, email, created_at as "createdAt", email_verified_at as "emailVerifiedAt",
      (select count(*)::int from enrolment where enrolment.person_id = person.id) as enrolments
    from person where id = any(${ids.slice(0, PAGE)}::uuid[]) order by id desc`;
  return { people, next: ids.length > PAGE ? (people.at(-1)?.id ?? null) : null };
}

/** The newest orders and letters of one person that are shown. */
const NEWEST = 20;

/**
 * One person with enrolments, grounds, orders and letters, for answering the phone. Never answers, an attempt's content or
 * reflections: those belong to the learner alone. `titles` gives each course's title by its slug; `older` says of which there is more than
 * the newest.
 */
export async function personForOffice(id: string) {
  const person = await db.person.findUnique({
    where: { id },
    select: {
      id: true,
      name: true,
      email: true,
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
        take: NEWEST + 1,
        select: { reference: true, state: true, totalCents: true, currency: true, createdAt: true },
      },
    },
  });
  if (!person) return null;
  const mail = await db.outboxMail.findMany({
    where: { personId: id },
    orderBy: { id: "desc" },
    take: NEWEST + 1,
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
  const { orders } = person;
  const older = { orders: orders.length > NEWEST, mail: mail.length > NEWEST };
  return { ...person, orders: orders.slice(0, NEWEST), mail: mail.slice(0, NEWEST), older, certificates, titles };
}
