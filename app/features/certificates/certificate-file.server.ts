import { logoImage } from "#app/features/catalogue/provider-logo.server.ts";
import { db } from "#app/platform/db.server.ts";
import { keepFile, readFile } from "#app/platform/files.server.ts";
import { certificatePdf } from "./certificate-pdf.server.ts";
import { postCertificateReady } from "./letters.server.ts";
import type { PrintedFacts } from "./snapshot.ts";

/**
 * What follows on issuing: the file, and the letter that says where it is. Done already, it does nothing; broken off after the
 * file, the letter is still written.
 * @throws when a printed fact has a letter that no font has, so that the office sees the job
 */
export async function renderCertificate(certificateId: string): Promise<string> {
  const fileId = await fileOf(certificateId);
  await db.$transaction((tx) => postCertificateReady(tx, certificateId));
  return fileId;
}

/** Sets a certificate on paper, under the logo the provider has at that time, and keeps the file, once. */
async function fileOf(certificateId: string): Promise<string> {
  const certificate = await db.certificate.findUniqueOrThrow({
    where: { id: certificateId },
    select: { fileId: true, printed: true, issuedAt: true },
  });
  if (certificate.fileId) return certificate.fileId;
  const answer = await certificatePdf(certificate.printed as unknown as PrintedFacts, certificate.issuedAt, await logoImage());
  if (!answer.ok) throw new Error(`No font has ${answer.characters.length} of the characters of certificate ${certificateId}.`);
  return db.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<
      { fileId: string | null }[]
    >`select file_id as "fileId" from certificate where id = ${certificateId}::uuid for update`;
    if (row?.fileId) return row.fileId;
    const fileId = await keepFile(tx, { bytes: answer.pdf, mediaType: "application/pdf" });
    await tx.certificate.update({ where: { id: certificateId }, data: { fileId }, select: { id: true } });
    return fileId;
  });
}

export interface CertificateFile {
  bytes: Uint8Array;
  mediaType: string;
  /** plain letters, fit for every file system */
  fileName: string;
}

/** The file of a person's own certificate, set now where the job has not come round yet; null for anyone else's. */
export async function certificateFile(personId: string, code: string): Promise<CertificateFile | null> {
  const certificate = await db.certificate.findFirst({ where: { code, personId }, select: { id: true, courseSlug: true, mode: true } });
  if (!certificate) return null;
  const file = await readFile(await fileOf(certificate.id));
  if (!file) throw new Error(`The file of certificate ${certificate.id} is gone.`);
  const kind = certificate.mode === "live" ? "certificaat" : "oefenversie-certificaat";
  return { bytes: file.bytes, mediaType: file.mediaType, fileName: `${kind}-${certificate.courseSlug}-${code}.pdf` };
}
