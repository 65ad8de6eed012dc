import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, expect, it } from "vitest";
import { helpLines, provider } from "#app/features/catalogue/provider.server.ts";
import { db, type Tx } from "#app/platform/db.server.ts";
import { courseFolder } from "./edition-folder.ts";

const now = new Date("2026-12-01T10:00:00Z");
const folder = await courseFolder();
beforeAll(async () => {
  await folder.number("2026.1", 3);
  await folder.publish(now);
});

/** Publishes while the office has changed something and has not committed it yet. */
async function publishBeside(change: (tx: Tx) => Promise<unknown>): Promise<void> {
  let publishing: Promise<void> | undefined;
  await db.$transaction(
    async (tx) => {
      await change(tx);
      publishing = folder.publish(now);
      await waitingForLock();
    },
    { timeout: 20_000 },
  );
  await publishing;
}

/** Asked outside the transaction: within one the answer stays what it was first. */
async function waitingForLock(): Promise<void> {
  for (let tries = 0; tries < 80; tries++) {
    const [row] = await db.$queryRaw<{ waiting: boolean }[]>`
      select exists(select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waiting`;
    if (row?.waiting) return;
    await wait(100);
  }
  throw new Error("publishing did not come to the row");
}

it("publishing keeps the help lines the office changes at the same moment", async () => {
  await folder.edit("../help-lines.yaml", (text) => text.replace("Er is nu gevaar", "Er is gevaar"));
  await publishBeside(
    (tx) => tx.$executeRaw`
      update site_document set office_changed_at = ${now}, data = jsonb_set(data, '{lines,0,name}', '"Van het bureau"')
      where key = 'help-lines'`,
  );
  expect((await helpLines()).lines[0]?.name).toBe("Van het bureau");
});

it("publishing keeps what the office writes at the same moment about who sells", async () => {
  await publishBeside((tx) => tx.$executeRaw`update provider set details = jsonb_set(details, '{tradeName}', '"Van het bureau"')`);
  expect((await provider()).tradeName).toBe("Van het bureau");
});
