import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from "lucia";
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

const viewerSelect = { id: true, name: true, email: true, locale: true, role: true, emailVerifiedAt: true } as const;

const adapter: Adapter = {
  // Look-ups hash the presented token and answer with the token itself: answering with the hash would work until the
  // first renewal and then sign everybody out.
  getSessionAndUser: async (token): Promise<[DatabaseSession | null, DatabaseUser | null]> => {
    const row = await db.session.findUnique({
      where: { id: sha256(token) },
      select: { publicId: true, userAgent: true, expiresAt: true, personId: true, person: { select: viewerSelect } },
    });
    if (!row) return [null, null];
    const { emailVerifiedAt, ...person } = row.person;
    return [
      { id: token, userId: row.personId, expiresAt: row.expiresAt, attributes: { publicId: row.publicId, userAgent: row.userAgent } },
      { id: row.personId, attributes: { ...person, emailVerified: emailVerifiedAt !== null } },
    ];
  },
  getUserSessions: async () => {
    throw new Error("Sessions are listed by listSessions: the table does not know the tokens.");
  },
  setSession: async (session) => {
    await db.session.create({
      data: { id: sha256(session.id), personId: session.userId, expiresAt: session.expiresAt, userAgent: session.attributes.userAgent },
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
    getSessionAttributes: (attributes) => ({ publicId: attributes.publicId }),
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
  return { viewer: user, publicId: session.publicId, renewedCookie: session.fresh ? lucia().createSessionCookie(token).serialize() : null };
}

/** Opens a session for a person whose identity was just proven. @returns the Set-Cookie value */
export async function openSession(personId: string, userAgent: string): Promise<string> {
  const session = await lucia().createSession(personId, { publicId: "", userAgent: userAgent.slice(0, 200) }, { sessionId: secretToken() });
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
export async function endSession(personId: string, publicId: string): Promise<boolean> {
  const { count } = await db.session.deleteMany({ where: { personId, publicId } });
  return count > 0;
}

/** Ends all of a person's sessions, except one where given. */
export async function endAllSessions(tx: Tx, personId: string, exceptPublicId?: string): Promise<void> {
  await tx.session.deleteMany({ where: { personId, ...(exceptPublicId ? { publicId: { not: exceptPublicId } } : {}) } });
}
