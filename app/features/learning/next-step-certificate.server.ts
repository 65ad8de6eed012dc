import type { Tx } from "#app/platform/db.server.ts";

/** Which of these enrolments have a certificate, withdrawn or not. One statement, none for no enrolments; certificates writes it, this room only reads it. */
export async function enrolmentsWithCertificate(tx: Tx, enrolmentIds: string[]): Promise<Set<string>> {
  if (enrolmentIds.length === 0) return new Set();
  const rows = await tx.certificate.findMany({ where: { enrolmentId: { in: enrolmentIds } }, select: { enrolmentId: true } });
  return new Set(rows.map(({ enrolmentId }) => enrolmentId));
}
