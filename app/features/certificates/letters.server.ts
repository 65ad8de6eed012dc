import { findPerson } from "#app/features/accounts/people.server.ts";
import { letterSignature, provider } from "#app/features/catalogue/provider.server.ts";
import { paths } from "#app/paths.ts";
import type { Tx } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { postLetter } from "#app/platform/mail/outbox.server.ts";
import type { CompletedFacts } from "./completed-enrolment.server.ts";
import { certificateReadyLetter, nameWantedLetter } from "./letters.ts";
import type { PrintedFacts } from "./snapshot.ts";

/** What both letters of this room begin and end with; null where the account is gone. */
async function addressed(tx: Tx, personId: string, printed: Pick<PrintedFacts, "course" | "mode">) {
  const person = await findPerson(tx, personId);
  if (!person) return null;
  return {
    person,
    parts: {
      name: person.name,
      course: printed.course.title,
      practice: printed.mode !== "live",
      signature: letterSignature(await provider(tx)),
      locale: person.locale === "en" ? ("en" as const) : ("nl" as const),
    },
  };
}

/** Asks, once for an enrolment, which name to print. */
export async function postNameWanted(tx: Tx, { enrolmentId, personId, courseSlug, printed }: CompletedFacts): Promise<void> {
  const to = await addressed(tx, personId, printed);
  if (!to) return;
  const letter = nameWantedLetter({ ...to.parts, url: `${env().origin}${paths.certificateName(courseSlug)}` });
  await postLetter(tx, {
    key: `certificate-ready:${enrolmentId}`,
    kind: "certificate-ready",
    personId,
    to: to.person.email,
    letter,
  });
}

/** Tells the owner, once for a certificate, that it can be downloaded. Nothing is told of a withdrawn one. */
export async function postCertificateReady(tx: Tx, certificateId: string): Promise<void> {
  const { personId, printed, state } = await tx.certificate.findUniqueOrThrow({
    where: { id: certificateId },
    select: { personId: true, printed: true, state: true },
  });
  const facts = printed as unknown as PrintedFacts;
  const to = state === "current" && personId ? await addressed(tx, personId, facts) : null;
  if (!to) return;
  const letter = certificateReadyLetter({ ...to.parts, printed: facts, downloadUrl: `${env().origin}${paths.certificates()}` });
  await postLetter(tx, {
    key: `certificate-issued:${certificateId}`,
    kind: "certificate-issued",
    personId,
    to: to.person.email,
    letter,
  });
}
