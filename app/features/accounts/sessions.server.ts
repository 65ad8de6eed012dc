import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from "lucia";
import { recordAudit } from "#app/platform/audit.server.ts";
import { HOUR } from "#app/platform/clock.ts";
import { sha256 } from "#app/platform/crypto.server.ts";
import { db, type Tx } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { secretToken } from "#app/platform/ids.ts";

/** Sessions: Lucia with its adapter, in this one file. The table holds the SHA-256 of the token in the cookie. */

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof makeLucia>;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: Viewer;
  }
}

interface SessionAttributes {
  publicId: string;
  userAgent: string;
  lastSeenAt: Date;
}

/** What every page may know of the person behind the request. */
export interface Viewer {
  id: string;
  name: string;
  email: string;
  locale: string;
  role: string;
  emailVerified: boolean;
}

interface SessionRow extends SessionAttributes, Viewer {
  expiresAt: Date;
}

const adapter: Adapter = {
  // Look-ups hash the presented token and answer with the token itself: answering with the hash would work until the
  // first renewal and then sign everybody out.
  getSessionAndUser: async (token): Promise<[DatabaseSession | null, DatabaseUser | null]> => {
    // One statement: every signed-in request makes it.
    const [row] = await db.$queryRaw<SessionRow[]>`
      select session.public_id as "publicId", session.user_agent as "userAgent", session.last_seen_at as "lastSeenAt", session.expires_at as "expiresAt",
        person.id, person.name, person.email, person.locale, person.role, (person.email_verified_at is not null) as "emailVerified"
      from session join person on person.id = session.person_id where session.id = ${sha256(token)}`;
    if (!row) return [null, null];
    const { publicId, userAgent, lastSeenAt, expiresAt, ...person } = row;
    return [
      { id: token, userId: person.id, expiresAt, attributes: { publicId, userAgent, lastSeenAt } },
      { id: person.id, attributes: person },
    ];
  },
  getUserSessions: async () => {
    throw new Error("Sessions are listed by listSessions: the table does not know the tokens.");
  },
  setSession: async (session) => {
    const { userAgent, lastSeenAt } = session.attributes;
    await db.session.create({
      data: {
        id: sha256(session.id),
        personId: session.userId,
        expiresAt: session.expiresAt,
        userAgent,
        createdAt: lastSeenAt,
        lastSeenAt,
      },
      select: { id: true },
    });
  },
  updateSessionExpiration: async (token, expiresAt) => {
    await db.session.updateMany({ where: { id: sha256(token) }, data: { expiresAt, lastSeenAt: new Date() } });
  },
  deleteSession: async (token) => {
    await db.session.deleteMany({ where: { id: sha256(token) } });
  },
  deleteUserSessions: async (personId) => {
    await db.session.deleteMany({ where: { personId } });
  },
  deleteExpiredSessions: async () => {
    await db.session.deleteMany({ where: { expiresAt: { lt: new Date() } } });
  },
};

function makeLucia() {
  const { secureCookies } = env();
  return new Lucia(adapter, {
    sessionExpiresIn: new TimeSpan(30, "d"),
    sessionCookie: {
      name: secureCookies ? "__Host-kring" : "kring",
      // Lax: the buyer comes back from the payment page on another site, and must still be signed in.
      attributes: { sameSite: "lax", path: "/", secure: secureCookies },
    },
    getSessionAttributes: ({ publicId, lastSeenAt }) => ({ publicId, lastSeenAt }),
    getUserAttributes: (attributes) => attributes,
  });
}

let instance: ReturnType<typeof makeLucia> | undefined;
function lucia() {
  instance ??= makeLucia();
  return instance;
}

export interface ReadSession {
  viewer: Viewer;
  publicId: string;
  /** set when the expiry moved: the cookie must be sent again */
  renewedCookie: string | null;
}

/** The session behind a Cookie header, or null. Renews it in the second half of its 30 days. */
export async function readSession(cookieHeader: string | null): Promise<ReadSession | null> {
  const token = cookieHeader ? lucia().readSessionCookie(cookieHeader) : null;
  if (!token) return null;
  const { session, user } = await lucia().validateSession(token);
  if (!session) return null;
  await noteSeen(session.publicId, session.lastSeenAt);
  return { viewer: user, publicId: session.publicId, renewedCookie: session.fresh ? lucia().createSessionCookie(token).serialize() : null };
}

/** A list of devices is of use only when it says when each was here; once an hour is exact enough, and spares the table. */
async function noteSeen(publicId: string, lastSeenAt: Date): Promise<void> {
  const now = new Date();
  if (now.getTime() - lastSeenAt.getTime() > HOUR) await db.session.updateMany({ where: { publicId }, data: { lastSeenAt: now } });
}

/** Opens a session for a person whose identity was just proven. @returns the Set-Cookie value */
export async function openSession(personId: string, userAgent: string): Promise<string> {
  const session = await lucia().createSession(
    personId,
    { publicId: "", userAgent: userAgent.slice(0, 200), lastSeenAt: new Date() },
    { sessionId: secretToken() },
  );
  return lucia().createSessionCookie(session.id).serialize();
}

/** Ends the session behind a Cookie header. @returns the Set-Cookie value that clears it */
export async function closeSession(cookieHeader: string | null): Promise<string> {
  const token = cookieHeader ? lucia().readSessionCookie(cookieHeader) : null;
  if (token) await lucia().invalidateSession(token);
  return lucia().createBlankSessionCookie().serialize();
}

/** A person's own sessions, newest first. */
export async function listSessions(personId: string, now: Date) {
  return db.session.findMany({
    where: { personId, expiresAt: { gt: now } },
    orderBy: { lastSeenAt: "desc" },
    select: { publicId: true, userAgent: true, createdAt: true, lastSeenAt: true },
  });
}

/** Ends one of a person's own sessions. @returns false when it is not theirs or already ended */
export async function endSession(personId: string, publicId: string, now: Date): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { personId, publicId } });
    if (count > 0) await recordEnded(tx, personId, count, now);
    return count > 0;
  });
}

/** Ends a person's sessions on all devices but this one. @returns how many ended */
export async function endOtherSessions(personId: string, thisPublicId: string, now: Date): Promise<number> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { personId, publicId: { not: thisPublicId } } });
    if (count > 0) await recordEnded(tx, personId, count, now);
    return count;
  });
}

async function recordEnded(tx: Tx, personId: string, count: number, now: Date): Promise<void> {
  await recordAudit(tx, {
    actor: { kind: "person", id: personId },
    action: "accounts.session-ended",
    subject: { kind: "person", id: personId },
    data: { count },
    now,
  });
}

/** Ends all of a person's sessions, except one where given; part of a larger change that records itself. */
export async function endAllSessions(tx: Tx, personId: string, exceptPublicId?: string): Promise<void> {
  await tx.session.deleteMany({ where: { personId, ...(exceptPublicId ? { publicId: { not: exceptPublicId } } : {}) } });
}
