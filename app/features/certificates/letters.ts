import type { Letter, Signature } from "#app/platform/mail/letter.ts";
import * as m from "#generated/paraglide/messages.js";

/** What both letters of this room begin and end with. */
export interface Addressed {
  name: string;
  course: string;
  /** play money stood behind the enrolment: the certificate is a practice version */
  practice: boolean;
  signature: Signature;
  locale: Letter["locale"];
}

/** Says that the certificate waits for one thing: the name to print. */
export function nameWantedLetter({ name, course, url, practice, signature, locale }: Addressed & { url: string }): Letter {
  const language = { locale };
  return {
    subject: m.certificates_mail_ready_subject({ course }, language),
    greeting: m.certificates_mail_greeting({ name }, language),
    paragraphs: [
      m.certificates_mail_ready_done({ course }, language),
      m.certificates_mail_ready_why({}, language),
      ...(practice ? [m.certificates_mail_practice({}, language)] : []),
    ],
    button: { label: m.certificates_mail_ready_button({}, language), url },
    signature,
    locale,
  };
}

/** Says where the certificate lies, and where others can see that it is real. */
export function certificateReadyLetter({
  printed,
  downloadUrl,
  ...parts
}: Addressed & { printed: { name: string; code: string; verifyUrl: string }; downloadUrl: string }): Letter {
  const { name, course, practice, signature, locale } = parts;
  const language = { locale };
  return {
    subject: m.certificates_mail_issued_subject({ course }, language),
    greeting: m.certificates_mail_greeting({ name }, language),
    paragraphs: [m.certificates_mail_issued_what({}, language), ...(practice ? [m.certificates_mail_issued_practice({}, language)] : [])],
    button: { label: m.certificates_mail_issued_button({}, language), url: downloadUrl },
    facts: [
      { label: m.certificates_fact_course({}, language), value: course, lang: "nl" },
      { label: m.certificates_fact_name({}, language), value: printed.name },
      { label: m.certificates_code({}, language), value: printed.code },
      { label: m.certificates_mail_issued_verify({}, language), url: printed.verifyUrl },
    ],
    after: [m.certificates_mail_issued_share({}, language), m.certificates_mail_issued_keep({}, language)],
    signature,
    locale,
  };
}
