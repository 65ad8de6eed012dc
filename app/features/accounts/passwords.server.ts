import { hash, verify } from "@node-rs/argon2";

/** argon2id (the library's default kind), 19 MiB, two passes, one lane: the first choice of OWASP's password storage cheat sheet. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash of these costs that no password was made from: unknown people cost as much time as known ones. */
const nobody = "$argon2id$v=19$m=19456,t=2,p=1$HKnwYh63GgXGHejvbhR1/w$T5wvtMPitgPHDSFrJYtAiqLpsgK1Yc1WrzkrrqjZRuU";

/** So many passwords were waiting to be hashed that one more would not be served in reasonable time. */
export type Busy = { ok: false; reason: "busy" };

/** At some 40 milliseconds a hash the last in the queue waits under two seconds: a class that signs in at once fits. */
const QUEUE = 40;

let inQueue = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * One hash at a time in this process: a crowd at the door must not take the memory and both cores from those who are reading. And a
 * flood must not make a queue without end: who comes when it is full is refused at once, before anything is known of who it is.
 */
function inTurn<T>(work: () => Promise<T>): Promise<T | Busy> {
  if (inQueue >= QUEUE) return Promise.resolve({ ok: false, reason: "busy" });
  inQueue++;
  const turn = last.then(work).finally(() => inQueue--);
  last = turn.catch(() => undefined);
  return turn;
}

/** The same password typed on another keyboard must give the same bytes (NIST SP 800-63B-4 § 3.1.1.2). */
const bytes = (password: string) => Buffer.from(password.normalize("NFKC"));

/** What to keep of a password. */
export function hashPassword(password: string): Promise<{ ok: true; passwordHash: string } | Busy> {
  return inTurn(async () => ({ ok: true, passwordHash: await hash(bytes(password), cost) }));
}

/** Whether the password fits. Always costs one hash, also where there is no person or no password. */
export function verifyPassword(passwordHash: string | null | undefined, password: string): Promise<{ ok: true; fits: boolean } | Busy> {
  return inTurn(async () => {
    const fits = await verify(passwordHash ?? nobody, bytes(password));
    return { ok: true, fits: fits && passwordHash != null };
  });
}
