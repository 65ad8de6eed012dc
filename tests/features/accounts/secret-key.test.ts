import { afterEach, expect, test, vi } from "vitest";
import { dataKeyOf, readDataKey, secretKeyProblem } from "#app/features/accounts/data-key.server.ts";
import { rewrapDataKeys } from "#app/features/accounts/rewrap.server.ts";
import { secretKey } from "#app/features/accounts/secret-key.server.ts";
import { keyId } from "#app/platform/crypto.server.ts";
import { db } from "#app/platform/db.server.ts";
import { person } from "./people-at-hand.ts";

const OLD = secretKey();
const NEW = "the next key of this installation, long enough";

afterEach(async () => {
  vi.unstubAllEnvs();
  vi.resetModules();
  await db.personDataKey.deleteMany();
});

/** What somebody who writes has: their data key as it is before anything changes. */
async function writers(count: number) {
  const people = await Promise.all(Array.from({ length: count }, () => person({ password: null })));
  return Promise.all(people.map(async ({ id }) => ({ id, key: (await dataKeyOf(db, id)).key.toString("hex") })));
}

/** The site as it runs after a restart with these settings. */
async function restarted<T>(
  settings: { SECRET_KEY: string; SECRET_KEY_PREVIOUS?: string },
  look: (read: typeof readDataKey) => Promise<T>,
) {
  vi.resetModules();
  for (const [name, value] of Object.entries({ SECRET_KEY_PREVIOUS: "", ...settings })) vi.stubEnv(name, value);
  const dataKeys = await import("#app/features/accounts/data-key.server.ts");
  try {
    return { seen: await look(dataKeys.readDataKey), problem: await dataKeys.secretKeyProblem() };
  } finally {
    await (await import("#app/platform/db.server.ts")).closeDatabase();
  }
}

const keysOf = (people: { id: string }[]) => (read: typeof readDataKey) =>
  Promise.all(
    people.map(async ({ id }) => {
      const answer = await read(db, id);
      return { id, key: answer.ok ? answer.key.toString("hex") : answer.reason };
    }),
  );

const underWhich = async () => (await db.personDataKey.findMany({ select: { wrapKeyId: true } })).map(({ wrapKeyId }) => wrapKeyId);

test("a new SECRET_KEY opens what the previous one protected, and then alone", async () => {
  const people = await writers(5);
  const before = await restarted({ SECRET_KEY: NEW, SECRET_KEY_PREVIOUS: OLD }, keysOf(people));
  expect(before).toEqual({ seen: people, problem: null });
  expect(await rewrapDataKeys({ previous: OLD, current: NEW, batch: 2 })).toBe(5);
  expect(await rewrapDataKeys({ previous: OLD, current: NEW })).toBe(0);
  expect(await restarted({ SECRET_KEY: NEW }, keysOf(people))).toEqual({ seen: people, problem: null });
  // Nothing opens with the old one any more, and the site says so before it starts.
  expect(await readDataKey(db, people[0]?.id ?? "")).toEqual({ ok: false, reason: "other-secret-key" });
  expect(await secretKeyProblem()).toEqual({ stored: keyId(NEW), current: keyId(OLD) });
});

test("stopped in the middle, everybody's writing still opens, and the next run ends it", async () => {
  const people = await writers(5);
  const last =
    people
      .map(({ id }) => id)
      .sort()
      .at(-1) ?? "";
  const { wrappedKey } = await db.personDataKey.findUniqueOrThrow({ where: { personId: last }, select: { wrappedKey: true } });
  await db.personDataKey.update({ where: { personId: last }, data: { wrappedKey: new Uint8Array(60) }, select: { personId: true } });
  await expect(rewrapDataKeys({ previous: OLD, current: NEW, batch: 2 })).rejects.toThrow(last);
  expect((await underWhich()).sort()).toEqual([keyId(OLD), ...Array(4).fill(keyId(NEW))].sort());
  await db.personDataKey.update({ where: { personId: last }, data: { wrappedKey }, select: { personId: true } });
  const half = await restarted({ SECRET_KEY: NEW, SECRET_KEY_PREVIOUS: OLD }, keysOf(people));
  expect(half).toEqual({ seen: people, problem: null });
  expect(await rewrapDataKeys({ previous: OLD, current: NEW, batch: 2 })).toBe(1);
  expect(await restarted({ SECRET_KEY: NEW }, keysOf(people))).toEqual({ seen: people, problem: null });
  // And back again: neither direction is the last.
  expect(await rewrapDataKeys({ previous: NEW, current: OLD })).toBe(5);
  expect(await keysOf(people)(readDataKey)).toEqual(people);
});

test("a wrong previous key changes nothing, and is named before the site starts", async () => {
  const people = await writers(2);
  const wrong = "another key that protected nothing here at all";
  expect((await restarted({ SECRET_KEY: NEW, SECRET_KEY_PREVIOUS: wrong }, keysOf(people))).problem).toEqual({
    stored: keyId(OLD),
    current: keyId(NEW),
  });
  expect(await rewrapDataKeys({ previous: wrong, current: NEW })).toBe(0);
  expect(await keysOf(people)(readDataKey)).toEqual(people);
});

test("two nodes that start at once wrap each key once", async () => {
  const people = await writers(12);
  const counts = await Promise.all([1, 2].map(() => rewrapDataKeys({ previous: OLD, current: NEW, batch: 3 })));
  expect((counts[0] ?? 0) + (counts[1] ?? 0)).toBe(12);
  expect(await restarted({ SECRET_KEY: NEW }, keysOf(people))).toEqual({ seen: people, problem: null });
});
