import { expect, test } from "vitest";
import { recordAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";

const entry = {
  actor: { kind: "system" },
  action: "test.done",
  subject: { kind: "thing", id: "1" },
  now: new Date("2026-11-22T10:00:00Z"),
} as const;

test("what happened stays written: the trail refuses to be changed or emptied", async () => {
  await recordAudit(db, entry);
  await expect(db.auditEvent.updateMany({ data: { action: "test.undone" } })).rejects.toThrow(/append-only/);
  await expect(db.auditEvent.deleteMany()).rejects.toThrow(/append-only/);
  expect(await db.auditEvent.count()).toBe(1);
});

test("times come back as they went in, whatever the machine's time zone", async () => {
  await recordAudit(db, { ...entry, subject: { kind: "thing", id: "2" } });
  const row = await db.auditEvent.findFirstOrThrow({ where: { subjectId: "2" }, select: { at: true } });
  expect(row.at.toISOString()).toBe("2026-11-22T10:00:00.000Z");
  const [raw] = await db.$queryRaw<{ text: string }[]>`select at::text as text from audit_event where subject_id = '2'`;
  expect(raw?.text).toBe("2026-11-22 10:00:00+00");
});
