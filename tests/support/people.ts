import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Site } from "./site.ts";

export interface Signed {
  id: string;
  email: string;
  /** ready for a Cookie header */
  cookie: string;
  token: string;
}

/** A verified person with an open session, made in the database: for stories that begin after sign-up. */
export async function signedInPerson(site: Pick<Site, "query">, name = "Sanne de Vries", role = "learner"): Promise<Signed> {
  const id = randomUUID();
  const token = randomBytes(32).toString("base64url");
  const email = `${id.slice(0, 8)}@example.nl`;
  await site.query("insert into person (id, email, email_key, name, role, email_verified_at) values ($1, $2, $2, $3, $4, now())", [
    id,
    email,
    name,
    role,
  ]);
  await site.query("insert into session (id, public_id, person_id, expires_at) values ($1, $2, $3, now() + interval '30 days')", [
    createHash("sha256").update(token).digest("hex"),
    randomUUID(),
    id,
  ]);
  return { id, email, token, cookie: `kring=${token}` };
}

/** An enrolment with an open ground, begun. */
export async function enrolled(site: Pick<Site, "query">, personId: string, courseSlug: string): Promise<string> {
  const id = randomUUID();
  await site.query(
    "insert into enrolment (id, person_id, course_slug, edition_id, begun_at) select $1, $2, $3, id, now() from edition where course_slug = $3 order by number desc limit 1",
    [id, personId, courseSlug],
  );
  await site.query(
    "insert into ground (id, enrolment_id, person_id, kind, source, mode, starts_at) values (gen_random_uuid(), $1, $2, 'gift', $3, 'sandbox', now())",
    [id, personId, `gift of ${id}`],
  );
  return id;
}

/** A form post as the site's own pages send it. */
export async function post(site: Pick<Site, "origin">, path: string, cookie: string, fields: Record<string, string>): Promise<Response> {
  return fetch(`${site.origin}${path}`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, origin: site.origin, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields),
  });
}
