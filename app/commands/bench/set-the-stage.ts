import pg from "pg";
import { hashPassword } from "#app/features/accounts/passwords.server.ts";
import type { CompiledLesson } from "#app/features/catalogue/compiled.ts";
import { publishCourses } from "#app/features/catalogue/publish.server.ts";
import type { PrintedFacts } from "#app/features/certificates/snapshot.ts";
import { saveWriting } from "#app/features/learning/writing.server.ts";
import { closeDatabase } from "#app/platform/db.server.ts";
import { slugOf, writeBenchCourses } from "./course-folder.ts";
import { signIn } from "./people.ts";
import type { BenchSite } from "./site.ts";
import type { Stage } from "./stage.ts";
import {
  addFreshPeople,
  deepDepthOf,
  depthOf,
  FRESH,
  fill,
  fullVolume,
  OFFICE,
  prepareVolume,
  progressRows,
  quickVolume,
  settle,
} from "./volume.ts";

const PASSWORD = "paard fiets lamp koffie";
const FRESH_PEOPLE = 900;
const REAL_READERS = 30;
const REAL_COURSE = "gemis-is-geen-alleen-zijn";

interface Wish {
  site: BenchSite;
  /** an empty folder */
  courses: string;
  full: boolean;
  say: Stage["say"];
  outOfTime: Stage["outOfTime"];
}

/** Courses, the first people and their sessions; `fillUp` brings the rest of the volume. */
export async function setTheStage({ site, courses, full, say, outOfTime }: Wish) {
  const volume = full ? fullVolume : quickVolume;
  const client = new pg.Client({ connectionString: site.databaseUrl });
  // Stopped half-way, the database goes first; that is no second disaster.
  client.on("error", () => {});
  await client.connect();
  say("publishing courses of 30 and 500 lessons");
  writeBenchCourses(courses, [30, 500]);
  const { published, problems } = await publishCourses({ folder: courses, now: new Date() });
  if (published.length !== 2) throw new Error(`The bench's own courses were refused: ${JSON.stringify(problems.slice(0, 3))}`);
  const hashed = await hashPassword(PASSWORD);
  if (!hashed.ok) throw new Error("Nobody else hashes passwords here.");
  const { passwordHash } = hashed;
  await prepareVolume(client);
  const fillTo = async (from: number, to: number) => {
    await fill(client, { from, to, oneIn: volume.oneIn, passwordHash, printed });
    await settle(client);
    say(`the database holds ${(await progressRows(client)).toLocaleString("en")} progress rows of ${to.toLocaleString("en")} people`);
  };
  await addFreshPeople(client, FRESH_PEOPLE, passwordHash);
  await fillTo(1, volume.firstPeople);

  const first = Array.from({ length: volume.firstPeople }, (_, index) => index + 1);
  const realPeople = first.slice(0, REAL_READERS);
  const realLesson = await enrolInRealCourse(client, realPeople);
  const [office] = await signIn(client, [OFFICE]);
  if (!office) throw new Error("The office could not be signed in.");
  const stage: Stage = {
    site,
    client,
    readers: await signIn(
      client,
      first.filter((n) => depthOf(n) >= 16),
    ),
    deepReaders: await signIn(
      client,
      first.filter((n) => n % volume.oneIn === 0 && deepDepthOf(n) >= 101),
    ),
    realReaders: await signIn(client, realPeople),
    realLesson,
    fresh: await signIn(
      client,
      Array.from({ length: FRESH_PEOPLE }, (_, index) => FRESH + index),
    ),
    office,
    people: volume.people,
    password: PASSWORD,
    full,
    outOfTime,
    say,
  };
  return {
    stage,
    fillUp: async () => {
      say("filling the database");
      await fillTo(volume.firstPeople + 1, volume.people);
    },
    close: async () => {
      await client.end();
      await closeDatabase();
    },
  };
}

/** Places in the course that comes with Kring, its first lesson opened and a text of their own in it. */
async function enrolInRealCourse(client: pg.Client, numbers: number[]): Promise<Stage["realLesson"]> {
  const { rows: people } = await client.query<{ person: string; enrolment: string }>(
    `insert into enrolment (id, person_id, course_slug, edition_id, begun_at) select uuidv7(), b.id, course_slug, e.id, now()
     from bench.person b, edition e where n = any($1) and course_slug = $2 returning person_id as person, id as enrolment`,
    [numbers, REAL_COURSE],
  );
  await client.query(
    `insert into ground (id, enrolment_id, person_id, kind, source, mode, starts_at)
     select uuidv7(), id, person_id, 'gift', id::text, 'sandbox', now() from enrolment where course_slug = $1`,
    [REAL_COURSE],
  );
  const { rows } = await client.query<{ content: CompiledLesson }>(
    "select content from revision_lesson l join edition_revision r on r.id = l.revision_id join edition e on e.id = r.edition_id where course_slug = $1 and position = 1",
    [REAL_COURSE],
  );
  const lesson = rows[0]?.content;
  const reflection = lesson?.steps.flatMap((step) => step.blocks).find((block) => block.kind === "reflection");
  if (!lesson || !reflection || people.length === 0) throw new Error(`The course ${REAL_COURSE} is not published as the bench knows it.`);
  const now = new Date();
  await client.query(
    "insert into lesson_progress (id, enrolment_id, lesson_id, opened_at, last_seen_at) select uuidv7(), id, $2, now(), now() from enrolment where course_slug = $1",
    [REAL_COURSE, lesson.id],
  );
  for (const { person, enrolment } of people) {
    await saveWriting(
      { personId: person, enrolmentId: enrolment },
      {
        lessonId: lesson.id,
        blockId: reflection.id,
        baseVersion: 0,
        text: "Ik zat een middag alleen in de tuin en miste niemand. Een week later was het huis even stil, en toen miste ik iedereen.",
      },
      now,
    );
  }
  return { slug: REAL_COURSE, lessonId: lesson.id };
}

/** What stands on the certificates of people who are only numbers. */
const printed: Omit<PrintedFacts, "name" | "code" | "verifyUrl"> = {
  course: { slug: slugOf(30), kind: "masterclass", title: "Meetcursus met 30 lessen" },
  edition: "2026.1",
  revision: 1,
  studyMinutes: 300,
  practiceMinutes: 0,
  completedOn: "2026-10-01",
  issuedOn: "2026-10-01",
  result: "Afgerond",
  accreditations: [],
  provider: { name: "Meetacademie (fictief)", kvk: "00000000" },
  signatory: { name: "Meetbureau", role: "namens de aanbieder" },
  mode: "sandbox",
};
