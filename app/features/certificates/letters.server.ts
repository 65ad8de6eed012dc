import { findPerson } from "#app/features/accounts/people.server.ts";
import { letterSignature, provider } from "#app/features/catalogue/provider.server.ts";
import { paths } from "#app/paths.ts";
import type { Tx } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import type { Letter } from "#app/platform/mail/letter.ts";
import { postLetter } from "#app/platform/mail/outbox.server.ts";
import type { CompletedFacts } from "./completed-enrolment.server.ts";
import { type Addressed, certificateReadyLetter, nameWantedLetter } from "./letters.ts";
import type { PrintedFacts } from "./snapshot.ts";

type Told = Pick<PrintedFacts, "course" | "mode">;

/** Posts one letter of this room, in its reader's own language; nothing where the account is gone. */
async function post(tx: Tx, kind: string, of: { id: string; personId: string; printed: Told }, write: (parts: Addressed) => Letter) {
  const person = await findPerson(tx, of.personId);
  if (!person) return;
  const letter = write({
    name: person.name,
    course: of.printed.course.title,
    practice: of.printed.mode !== "live",
    signature: letterSignature(await provider(tx)),
    locale: person.locale === "en" ? "en" : "nl",
  });
  await postLetter(tx, { key: `${kind}:${of.id}`, kind, personId: person.id, to: person.email, letter });
}

/** Asks, once for an enrolment, which name to print. */
export async function postNameWanted(tx: Tx, { enrolmentId, personId, courseSlug, printed }: CompletedFacts): Promise<void> {
  const url = `${env().origin}${paths.certificateName(courseSlug)}`;
  await post(tx, "certificate-ready", { id: enrolmentId, personId, printed }, (parts) => nameWantedLetter({ ...parts, url }));
}

/** Tells the owner, once for a certificate, that it can be downloaded. Nothing is told of a withdrawn one. */
export async function postCertificateReady(tx: Tx, certificateId: string): Promise<void> {
  const certificate = await tx.certificate.findUniqueOrThrow({
    where: { id: certificateId },
    select: { id: true, personId: true, printed: true, state: true },
  });
  const { id, personId, state } = certificate;
  if (state !== "current" || !personId) return;
  const printed = certificate.printed as unknown as PrintedFacts;
  const downloadUrl = `${env().origin}${paths.certificates()}`;
  await post(tx, "certificate-issued", { id, personId, printed }, (parts) => certificateReadyLetter({ ...parts, printed, downloadUrl }));
}
