import type pg from "pg";
import type { PrintedFacts } from "#app/features/certificates/snapshot.ts";
import { slugOf } from "./course-folder.ts";

/** How full the database is made: first a tenth or less, later all of it. */
export interface Volume {
  people: number;
  firstPeople: number;
  /** one in so many also follows the course of 500 lessons */
  oneIn: number;
}

/** About 100 k progress rows, of which 10 k first. */
export const quickVolume: Volume = { people: 2_000, firstPeople: 200, oneIn: 7 };
/** About 1 M progress rows of 35,000 people, of which 10 k first. */
export const fullVolume: Volume = { people: 35_000, firstPeople: 350, oneIn: 19 };

/** Lessons of the course of 30 that person `n` has opened; all but the last are finished, and the last too when it is the 30th. */
export const depthOf = (n: number) => 1 + ((n * 7) % 30);
export const deepDepthOf = (n: number) => 1 + ((n * 37) % 500);

export const emailOf = (n: number) => `persoon-${n}@bench.example`;
export const OFFICE = 0;
/** From here on: enrolled in the course of 30 with nothing done yet, for finishing lessons. */
export const FRESH = 1_000_000;

/** Numbers of the bench's people beside the ids they have in the site. */
export async function prepareVolume(client: pg.Client): Promise<void> {
  await client.query("create schema bench");
  await client.query("create table bench.person (n int primary key, id uuid not null, short uuid not null, long uuid)");
}

interface Fill {
  from: number;
  to: number;
  oneIn: number;
  passwordHash: string;
  /** the facts of one certificate; name and code are filled in */
  printed: Omit<PrintedFacts, "name" | "code" | "verifyUrl">;
}

/** People `from` to `to` with enrolments, progress, completions, certificates, orders, letters and a trail. */
export async function fill(client: pg.Client, { from, to, oneIn, passwordHash, printed }: Fill): Promise<void> {
  await addPeople(client, from, to, passwordHash, oneIn);
  const range = [from, to];
  await client.query(progress("short", slugOf(30), "1 + (n * 7) % 30"), range);
  await client.query(progress("long", slugOf(500), "1 + (n * 37) % 500"), range);
  await client.query(
    `insert into requirement_record (id, enrolment_id, requirement_key, value, recorded_at)
     select uuidv7(), p.enrolment_id, 'lesson-finished:' || p.lesson_id, 1, p.finished_at from lesson_progress p
       join bench.person b on p.enrolment_id in (b.short, b.long) where n between $1 and $2 and p.finished_at is not null`,
    range,
  );
  await client.query(
    `insert into completion (enrolment_id, completed_at, rules_version, evidence)
     select short, now() - (n % 400) * interval '1 day', 1, '{"rules":[]}' from bench.person where n between $1 and $2 and 1 + (n * 7) % 30 = 30`,
    range,
  );
  // A few wait for a name to print, as they do in life.
  await client.query(
    `insert into certificate (id, code, enrolment_id, person_id, course_slug, mode, snapshot_version, printed, held, issued_at)
     select uuidv7(), code, short, b.id, $3, 'sandbox', 1,
       $4::jsonb || jsonb_build_object('name', p.name, 'code', code, 'verifyUrl', 'http://localhost/verify/' || code), '{}', now() - (n % 400) * interval '1 day'
     from bench.person b join person p on p.id = b.id,
       lateral (select regexp_replace(upper(substr(md5(b.id::text), 1, 16)), '(.{4})(?=.)', '\\1-', 'g') as code) codes
     where n between $1 and $2 and 1 + (n * 7) % 30 = 30 and (n / 30) % 10 <> 0`,
    [...range, slugOf(30), JSON.stringify(printed)],
  );
  await addPaperwork(client, from, to);
}

/** People who only stand ready: `count` of them from FRESH on, and the office. */
export async function addFreshPeople(client: pg.Client, count: number, passwordHash: string): Promise<void> {
  await addPeople(client, FRESH, FRESH + count - 1, passwordHash, count + FRESH);
  await client.query("insert into bench.person (n, id, short) values ($1, uuidv7(), uuidv7())", [OFFICE]);
  await client.query(
    "insert into person (id, email, email_key, name, role, email_verified_at) select id, $2, $2, 'Bureau', 'office', now() from bench.person where n = $1",
    [OFFICE, emailOf(OFFICE)],
  );
}

export async function settle(client: pg.Client): Promise<void> {
  await client.query("vacuum analyze");
  await client.query("checkpoint");
}

export async function progressRows(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>("select count(*)::int as count from lesson_progress");
  return rows[0]?.count ?? 0;
}

async function addPeople(client: pg.Client, from: number, to: number, passwordHash: string, oneIn: number): Promise<void> {
  const range = [from, to];
  await client.query(
    `insert into bench.person (n, id, short, long) select n, uuidv7(), uuidv7(), case when n % $3::int = 0 then uuidv7() end from generate_series($1::int, $2::int) n`,
    [...range, oneIn],
  );
  await client.query(
    `insert into person (id, email, email_key, name, locale, password_hash, email_verified_at, created_at)
     select id, 'persoon-' || n || '@bench.example', 'persoon-' || n || '@bench.example',
       (array['Ayşe','Bram','Chantal','Daan','Esra','Fatima','Gijs','Hanneke','Imane','Joost'])[1 + n % 10] || ' ' ||
       (array['de Vries','Yılmaz','van den Berg','El Amrani','Jansen','Nguyễn','Łukaszewska'])[1 + n % 7],
       case when n % 2 = 0 then 'nl' else 'en' end, $3, now(), now() - (n % 500) * interval '1 day'
     from bench.person where n between $1 and $2`,
    [...range, passwordHash],
  );
  for (const [column, slug] of [
    ["short", slugOf(30)],
    ["long", slugOf(500)],
  ] as const) {
    await client.query(
      `insert into enrolment (id, person_id, course_slug, edition_id, begun_at, created_at)
       select ${column}, b.id, $3, e.id, now() - interval '60 days', now() - interval '61 days'
       from bench.person b, edition e where n between $1 and $2 and ${column} is not null and e.course_slug = $3`,
      [...range, slug],
    );
    await client.query(
      `insert into ground (id, enrolment_id, person_id, kind, source, mode, starts_at, ends_at)
       select uuidv7(), ${column}, id, 'purchase', ${column}::text, 'sandbox', now() - interval '61 days', now() + interval '300 days'
       from bench.person where n between $1 and $2 and ${column} is not null`,
      range,
    );
  }
}

const progress = (column: "short" | "long", slug: string, depth: string) =>
  `insert into lesson_progress (id, enrolment_id, lesson_id, opened_at, finished_at, last_seen_at, active_seconds)
   select uuidv7(), ${column}, l.lesson_id, at, case when l.position < d.depth or d.depth = ${slug === slugOf(30) ? 30 : 500} then at + interval '20 minutes' end, at, 600
   from bench.person, lateral (select ${depth} as depth) d, edition e
     join edition_revision r on r.edition_id = e.id join revision_lesson l on l.revision_id = r.id,
     lateral (select now() - interval '50 days' + l.position * interval '1 hour' as at) moments
   where n between $1 and $2 and ${column} is not null and e.course_slug = '${slug}' and l.position <= d.depth`;

/** What lies around the learning: an order each (most paid, some expired, a rare one under review), two letters, three lines of trail. */
async function addPaperwork(client: pg.Client, from: number, to: number): Promise<void> {
  const range = [from, to];
  await client.query(
    `insert into "order" (id, reference, person_id, buyer_name, buyer_email, locale, state, review_reason, mode, currency, total_cents, provider, terms_version,
       withdrawal_choice, withdrawal_version, withdrawal_text, withdrawal_at, created_at, paid_at)
     select b.short, 'M' || lpad(n::text, 7, '0'), b.id, p.name, p.email, p.locale, state, case when state = 'needs-review' then 'amount-differs' end,
       'sandbox', 'EUR', 9500, '{}', 'bench', 'start-now', 'bench', 'bench', now(), p.created_at, case when state = 'paid' then p.created_at end
     from bench.person b join person p on p.id = b.id,
       lateral (select case when n % 1000 = 500 then 'needs-review' when n % 12 = 0 then 'expired' else 'paid' end as state) states
     where n between $1 and $2`,
    range,
  );
  await client.query(
    `insert into order_line (id, order_id, position, course_slug, edition_id, title, quantity, unit_cents, total_cents, vat_treatment, vat_basis_points, vat_cents, vat_text, access_months)
     select uuidv7(), short, 1, e.course_slug, e.id, 'Meetcursus', 1, 9500, 9500, 'standard_21', 2100, 1649, '21 %', 12
     from bench.person, edition e where n between $1 and $2 and e.course_slug = $3`,
    [...range, slugOf(30)],
  );
  await client.query(
    `insert into outbox_mail (id, key, kind, person_id, "to", locale, subject, text, html, state, accepted_at)
     select uuidv7(), kind || ':' || n, kind, p.id, p.email, p.locale, 'Meting', repeat('Een brief. ', 80), repeat('<p>Een brief.</p>', 80), 'accepted', now()
     from bench.person b join person p on p.id = b.id, unnest(array['receipt','accounts.verify-email']) kind where n between $1 and $2`,
    range,
  );
  await client.query(
    `insert into audit_event (id, at, actor_kind, actor_id, action, subject_kind, subject_id)
     select uuidv7(), now(), 'person', id::text, action, 'person', id::text
     from bench.person, unnest(array['accounts.signed-up','accounts.verified','accounts.signed-in']) action where n between $1 and $2`,
    range,
  );
}
