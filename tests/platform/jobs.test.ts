import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { z } from "zod";
import { db, pool } from "#app/platform/db.server.ts";
import { defineJob, handle } from "#app/platform/jobs/job.ts";
import { enqueue, retryStuckJob, stuckJobs } from "#app/platform/jobs/queue.server.ts";
import { startWorker } from "#app/platform/jobs/worker.server.ts";

const greet = defineJob("test.greet", z.object({ name: z.string() }), 1);

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await condition()) return;
    await sleep(100);
  }
  throw new Error("it did not happen within ten seconds");
}

test("a job exists exactly when the transaction that wrote it does", async () => {
  const seen: string[] = [];
  const worker = await startWorker({
    pool: pool(),
    lanes: [{ jobs: [handle(greet, async ({ name }) => seen.push(name))], concurrency: 2 }],
    schedules: [],
  });
  await db.$transaction((tx) => enqueue(tx, greet, { name: "kept" }));
  await db
    .$transaction(async (tx) => {
      await enqueue(tx, greet, { name: "rolled back" });
      throw new Error("no");
    })
    .catch(() => {});
  await until(() => seen.length > 0);
  await sleep(300);
  await worker.stop();
  expect(seen).toEqual(["kept"]);
});

test("a job that used up its tries is shown, and runs again when told to", async () => {
  let broken = true;
  const seen: string[] = [];
  const worker = await startWorker({
    pool: pool(),
    schedules: [],
    lanes: [
      {
        concurrency: 2,
        jobs: [
          handle(greet, async ({ name }) => {
            if (broken) throw new Error("the printer is on fire");
            seen.push(name);
          }),
        ],
      },
    ],
  });
  await enqueue(db, greet, { name: "again" });
  await until(async () => (await stuckJobs(db)).length === 1);
  const [stuck] = await stuckJobs(db);
  expect(stuck).toMatchObject({ name: "test.greet", attempts: 1, lastError: expect.stringContaining("on fire") });
  broken = false;
  await retryStuckJob(db, stuck?.id ?? "");
  await until(() => seen.length === 1);
  await worker.stop();
  expect(await stuckJobs(db)).toEqual([]);
});

test("a dead worker's job is taken over at the next start, not four hours later", async () => {
  await enqueue(db, greet, { name: "orphan" });
  await pool().query(
    "update graphile_worker._private_jobs set locked_at = now() - interval '4 seconds', locked_by = 'pool-that-died' where task_id in (select id from graphile_worker._private_tasks where identifier = 'test.greet')",
  );
  const seen: string[] = [];
  const worker = await startWorker({
    pool: pool(),
    lanes: [{ jobs: [handle(greet, async ({ name }) => seen.push(name))], concurrency: 2 }],
    schedules: [],
  });
  await until(() => seen.includes("orphan"));
  await worker.stop();
});

test("a living worker's job is left alone when another node starts, and when either looks around", async () => {
  const slow = defineJob("test.slow", z.object({ name: z.string() }), 3);
  const begun: string[] = [];
  const lanes = (node: string) => [
    {
      concurrency: 1,
      jobs: [
        handle(slow, async () => {
          begun.push(node);
          await sleep(6000);
        }),
      ],
    },
  ];
  const first = await startWorker({ pool: pool(), lanes: lanes("first"), schedules: [] });
  await enqueue(db, slow, { name: "letter" });
  await until(() => begun.length === 1);
  // long enough for the lock to count as held by someone
  await sleep(3500);
  const second = await startWorker({ pool: pool(), lanes: lanes("second"), schedules: [] });
  await sleep(1500);
  await Promise.all([first.stop(), second.stop()]);
  expect(begun).toEqual(["first"]);
});

test("slow work in one lane keeps no other waiting", async () => {
  const hanging = defineJob("test.hanging", z.object({}), 1);
  const seen: string[] = [];
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const worker = await startWorker({
    pool: pool(),
    schedules: [],
    lanes: [
      { concurrency: 1, jobs: [handle(greet, async ({ name }) => seen.push(name))] },
      { concurrency: 1, jobs: [handle(hanging, () => held)] },
    ],
  });
  for (let number = 0; number < 3; number++) await enqueue(db, hanging, {});
  await enqueue(db, greet, { name: "enrolled" });
  await until(() => seen.includes("enrolled"));
  release();
  await worker.stop();
});
