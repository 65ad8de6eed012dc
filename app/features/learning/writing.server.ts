import { dataKeyOf } from "#app/features/accounts/data-key.server.ts";
import { recordAudit } from "#app/platform/audit.server.ts";
import { seal, unseal } from "#app/platform/crypto.server.ts";
import { db, type Tx } from "#app/platform/db.server.ts";
import { lockReview, recordRequirement, reviewCompletion } from "./completion.server.ts";
import type { Learner } from "./learner.ts";
import { caseKey } from "./requirements.ts";
import { CASE_WORDS, countWords, normaliseText, stepOfNote, TEXT_LIMIT } from "./writing.ts";

/** A learner's own words are sealed for their enrolment and block: moved elsewhere they cannot be opened. */
const sealContext = (enrolmentId: string, blockId: string) => `writing ${enrolmentId} ${blockId}`;

const writingSelect = { id: true, kind: true, version: true, ciphertext: true, submittedAt: true, updatedAt: true } as const;

export interface TextVersion {
  text: string;
  version: number;
  savedAt: Date;
}

export interface WritingDraft {
  lessonId: string;
  /** of a reflection or a case, or noteId() of a step */
  blockId: string;
  text: string;
  /** the version the text was written on; 0 when there was none */
  baseVersion: number;
}

export type SaveRefusal =
  | { ok: false; reason: "unknown-block" }
  | { ok: false; reason: "too-long"; length: number; limit: number }
  /** a case that was handed in stays as it was */
  | { ok: false; reason: "handed-in" }
  /** saved elsewhere since `baseVersion`: both texts, nothing overwritten */
  | { ok: false; reason: "stale"; theirs: TextVersion; mine: string };

export type SaveAnswer = ({ ok: true } & Omit<TextVersion, "text">) | SaveRefusal;
export type SubmitAnswer =
  | { ok: true; submittedAt: Date }
  | { ok: false; reason: "too-short"; words: number; needed: number; version: number }
  | SaveRefusal;

/** Opens a sealed text; throws when key, enrolment or block is another's. */
export function openText(key: Buffer, ciphertext: Uint8Array, enrolmentId: string, blockId: string): string {
  return unseal(key, ciphertext, sealContext(enrolmentId, blockId)).toString("utf8");
}

/** Saves a reflection, a case or a note as the next version of `baseVersion`. The same text again changes nothing. */
export async function saveWriting(learner: Learner, draft: WritingDraft, now: Date): Promise<SaveAnswer> {
  return db.$transaction((tx) => save(tx, learner, draft, now));
}

/**
 * Hands a case in, text included: its discussion opens, and it counts for completion. The same again: the first moment stays;
 * another text after it is refused. A text that is too short is saved all the same.
 */
export async function submitCase(learner: Learner, draft: WritingDraft, now: Date): Promise<SubmitAnswer> {
  return db.$transaction(async (tx): Promise<SubmitAnswer> => {
    // Pressed twice, the second waits here and finds the case handed in.
    await lockReview(tx, learner.enrolmentId);
    const known = await findWriting(tx, learner, draft.blockId);
    const saved = await save(tx, learner, draft, now);
    if (!saved.ok) return saved;
    if (known?.submittedAt) return { ok: true, submittedAt: known.submittedAt };
    const words = countWords(draft.text);
    if (words < CASE_WORDS) return { ok: false, reason: "too-short", words, needed: CASE_WORDS, version: saved.version };
    const { enrolmentId } = learner;
    const { blockId } = draft;
    const { count } = await tx.writing.updateMany({
      where: { enrolmentId, blockId, kind: "case", submittedAt: null },
      data: { submittedAt: now },
    });
    if (count === 0) return { ok: false, reason: "unknown-block" };
    await recordRequirement(tx, { enrolmentId, key: caseKey(blockId), value: 1 }, now);
    await reviewCompletion(tx, enrolmentId, now, { locked: true });
    await recordAudit(tx, {
      actor: { kind: "person", id: learner.personId },
      action: "learning.case-submitted",
      subject: { kind: "enrolment", id: enrolmentId },
      data: { blockId },
      now,
    });
    return { ok: true, submittedAt: now };
  });
}

async function save(tx: Tx, learner: Learner, draft: WritingDraft, now: Date): Promise<SaveAnswer> {
  const text = normaliseText(draft.text);
  if (text.length > TEXT_LIMIT) return { ok: false, reason: "too-long", length: text.length, limit: TEXT_LIMIT };
  const kind = await blockKind(tx, learner, draft);
  if (!kind) return { ok: false, reason: "unknown-block" };
  const { enrolmentId } = learner;
  const { blockId, lessonId, baseVersion } = draft;
  const { key, keyId } = await dataKeyOf(tx, learner.personId);
  const ciphertext = Uint8Array.from(seal(key, Buffer.from(text), sealContext(enrolmentId, blockId)));
  const known = await findWriting(tx, learner, blockId);
  if (!known) {
    const [created] = await tx.writing.createManyAndReturn({
      data: [{ enrolmentId, lessonId, blockId, kind, version: 1, keyId, ciphertext, updatedAt: now }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (created) return keepVersion(tx, { writingId: created.id, version: 1, keyId, ciphertext }, now);
  } else {
    const theirs = openText(key, known.ciphertext, enrolmentId, blockId);
    if (theirs === text) return { ok: true, version: known.version, savedAt: known.updatedAt };
    if (known.submittedAt) return { ok: false, reason: "handed-in" };
    if (known.version !== baseVersion) return stale({ text: theirs, version: known.version, savedAt: known.updatedAt }, text);
    const { count } = await tx.writing.updateMany({
      where: { id: known.id, version: baseVersion, submittedAt: null, enrolment: { personId: learner.personId } },
      // A correction can have moved its place to another lesson.
      data: { lessonId, version: baseVersion + 1, keyId, ciphertext, updatedAt: now },
    });
    if (count === 1) return keepVersion(tx, { writingId: known.id, version: baseVersion + 1, keyId, ciphertext }, now);
  }
  // Someone else's save landed between our look and our write.
  const other = await findWriting(tx, learner, blockId);
  if (!other) throw new Error("A writing that was in the way has gone.");
  const theirs = openText(key, other.ciphertext, enrolmentId, blockId);
  if (theirs === text) return { ok: true, version: other.version, savedAt: other.updatedAt };
  if (other.submittedAt) return { ok: false, reason: "handed-in" };
  return stale({ text: theirs, version: other.version, savedAt: other.updatedAt }, text);
}

export interface MovedText {
  lessonId: string;
  blockId: string;
  kind: string;
  /** the enrolment it was written in */
  from: string;
  ciphertext: Uint8Array;
  submittedAt: Date | null;
}

/**
 * Seals texts of other enrolments of the same person anew for this one, handed in as they were. What was written here already stays.
 * @returns those that had no text in their place here
 */
export async function moveWritings(tx: Tx, { personId, enrolmentId }: Learner, texts: MovedText[], now: Date): Promise<MovedText[]> {
  const { key, keyId } = await dataKeyOf(tx, personId);
  const created = await tx.writing.createManyAndReturn({
    data: texts.map(({ from, ciphertext, ...text }) => {
      const opened = openText(key, ciphertext, from, text.blockId);
      const sealed = Uint8Array.from(seal(key, Buffer.from(opened), sealContext(enrolmentId, text.blockId)));
      return { ...text, enrolmentId, version: 1, keyId, ciphertext: sealed, updatedAt: now };
    }),
    skipDuplicates: true,
    select: { id: true, blockId: true, ciphertext: true },
  });
  await tx.writingVersion.createMany({
    data: created.map(({ id, ciphertext }) => ({ writingId: id, version: 1, keyId, ciphertext, savedAt: now })),
  });
  return created.flatMap(({ blockId }) => texts.find((text) => text.blockId === blockId) ?? []);
}

const stale = (theirs: TextVersion, mine: string): SaveRefusal => ({ ok: false, reason: "stale", theirs, mine });

async function findWriting(tx: Tx, { personId, enrolmentId }: Learner, blockId: string) {
  return tx.writing.findFirst({ where: { enrolmentId, blockId, enrolment: { personId } }, select: writingSelect });
}

/** `reflection` or `case` when this learner's edition has such a block in this lesson, `note` when it has the note's step there. */
async function blockKind(tx: Tx, { personId, enrolmentId }: Learner, { lessonId, blockId }: WritingDraft): Promise<string | null> {
  const step = stepOfNote(lessonId, blockId);
  const rows = await tx.$queryRaw<{ kind: string | null }[]>`
    select case when lesson.content->'steps' @> ${JSON.stringify([{ id: step }])}::jsonb then 'note' else jsonb_path_query_first(lesson.content,
      '$.steps[*].blocks[*] ? (@.id == $id && (@.kind == "reflection" || @.kind == "case")).kind',
      jsonb_build_object('id', ${blockId}::text)) #>> '{}' end as kind
    from enrolment
      join lateral (select id from edition_revision where edition_id = enrolment.edition_id order by revision desc limit 1) revision on true
      join revision_lesson lesson on lesson.revision_id = revision.id and lesson.lesson_id = ${lessonId}
    where enrolment.id = ${enrolmentId}::uuid and enrolment.person_id = ${personId}::uuid`;
  return rows[0]?.kind ?? null;
}

/** How many newest versions are all kept; older ones thin out to the last of each ten minutes. */
const RECENT = 20;

async function keepVersion(
  tx: Tx,
  kept: { writingId: string; version: number; keyId: string; ciphertext: Uint8Array<ArrayBuffer> },
  now: Date,
): Promise<SaveAnswer> {
  await tx.writingVersion.createMany({ data: [{ ...kept, savedAt: now }] });
  if (kept.version % RECENT === 0) {
    // Saving while typing makes a version every few seconds; nobody looks back that closely.
    await tx.$executeRaw`
      delete from writing_version old where old.writing_id = ${kept.writingId}::uuid and old.version <= ${kept.version - RECENT}::int and exists (
        select 1 from writing_version newer where newer.writing_id = old.writing_id and newer.version > old.version
          and date_bin('10 minutes', newer.saved_at, '2000-01-01Z') = date_bin('10 minutes', old.saved_at, '2000-01-01Z'))`;
  }
  return { ok: true, version: kept.version, savedAt: now };
}
