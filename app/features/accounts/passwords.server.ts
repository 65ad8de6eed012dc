import { hash, verify } from "@node-rs/argon2";

/** argon2id (the library's default kind), 19 MiB, two passes, one lane: the first choice of OWASP's password storage cheat sheet. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash of these costs that no password was made from: unknown people cost as much time as known ones. */
const nobody = "$argon2id$v=19$m=19456,t=2,p=1$HKnwYh63GgXGHejvbhR1/w$T5wvtMPitgPHDSFrJYtAiqLpsgK1Yc1WrzkrrqjZRuU";

let last: Promise<unknown> = Promise.resolve();

/** One hash at a time in this process: a crowd at the door must not take the memory and both cores from those who are reading. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work, work);
  last = turn.catch(() => undefined);
  return turn;
}

/** The same password typed on another keyboard must give the same bytes (NIST SP 800-63B-4 § 3.1.1.2). */
const bytes = (password: string) => Buffer.from(password.normalize("NFKC"));

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(bytes(password), cost));
}

/** Whether the password fits. Always costs one hash, also where there is no person or no password. */
export async function verifyPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  const fits = await inTurn(() => verify(passwordHash ?? nobody, bytes(password)));
  return fits && passwordHash != null;
}
