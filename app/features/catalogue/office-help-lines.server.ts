import { recordAudit } from "#app/platform/audit.server.ts";
import { sha256 } from "#app/platform/crypto.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { HELP_LINES, type HelpLine, type HelpLines } from "./provider.server.ts";

/** When the office took the help lines over from courses/help-lines.yaml; null while the file is what counts. */
export async function helpLinesTakenOver(): Promise<Date | null> {
  const row = await db.siteDocument.findUnique({ where: { key: HELP_LINES }, select: { officeChangedAt: true } });
  return row?.officeChangedAt ?? null;
}

type LineAnswer = { ok: true } | { ok: false; reason: "unknown-line" | "last-line" };

/** Somebody of the office called the number or looked at the line's own page, today. */
export async function helpLineChecked(id: string, today: string, actorId: string, now: Date): Promise<LineAnswer> {
  return changeLine("help-line-checked", id, actorId, now, (line) => [{ ...line, checkedOn: today, basis: "seen" }]);
}

/** Writes a line as the office knows it now. It keeps its id and place. */
export async function saveHelpLine(line: HelpLine, actorId: string, now: Date): Promise<LineAnswer> {
  return changeLine("help-line-changed", line.id, actorId, now, () => [line]);
}

/** Takes a line away; the last one stays, since every lesson shows where help is. */
export async function removeHelpLine(id: string, actorId: string, now: Date): Promise<LineAnswer> {
  return changeLine("help-line-removed", id, actorId, now, () => []);
}

/** Adds a line at the end of its country's. */
export async function addHelpLine(line: HelpLine, actorId: string, now: Date): Promise<void> {
  await rewrite("help-line-added", line.id, actorId, now, (lines) => ({ ok: true, lines: [...lines, line] }));
}

function changeLine(act: string, id: string, actorId: string, now: Date, change: (line: HelpLine) => HelpLine[]): Promise<LineAnswer> {
  return rewrite(act, id, actorId, now, (lines) => {
    if (!lines.some((line) => line.id === id)) return { ok: false, reason: "unknown-line" };
    const left = lines.flatMap((line) => (line.id === id ? change(line) : [line]));
    return left.length === 0 ? { ok: false, reason: "last-line" } : { ok: true, lines: left };
  });
}

type Rewritten = { ok: true; lines: HelpLine[] } | Extract<LineAnswer, { ok: false }>;

/** Every change is made to the list as it is at that moment, and makes the list the office's. */
async function rewrite(
  act: string,
  lineId: string,
  actorId: string,
  now: Date,
  change: (lines: readonly HelpLine[]) => Rewritten,
): Promise<LineAnswer> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`select 1 from site_document where key = ${HELP_LINES} for update`;
    const row = await tx.siteDocument.findUnique({ where: { key: HELP_LINES }, select: { data: true } });
    const before = row ? (row.data as unknown as HelpLines) : { note: { nl: "", en: "" }, lines: [] };
    const after = change(before.lines);
    if (!after.ok) return after;
    const document = { ...before, lines: after.lines };
    const values = {
      contentHash: sha256(JSON.stringify(document)),
      data: document as unknown as Prisma.InputJsonObject,
      publishedAt: now,
      officeChangedAt: now,
    };
    await tx.siteDocument.upsert({
      where: { key: HELP_LINES },
      create: { key: HELP_LINES, ...values },
      update: values,
      select: { key: true },
    });
    const line = after.lines.find(({ id }) => id === lineId);
    await recordAudit(tx, {
      actor: { kind: "office", id: actorId },
      action: `catalogue.${act}`,
      subject: { kind: "help-line", id: lineId },
      data: line ? { phone: line.phone, hours: line.hours ?? null, checkedOn: line.checkedOn ?? null } : {},
      now,
    });
    return { ok: true };
  });
}
