import type { Letter } from "#app/platform/mail/letter.ts";
import * as m from "#generated/paraglide/messages.js";

/** Says that the certificate waits for one thing: the name to print. */
export function certificateReadyLetter(parts: {
  name: string;
  course: string;
  url: string;
  practice: boolean;
  signature: string[];
  locale: "nl" | "en";
}): Letter {
  const { name, course, url, practice, signature, locale } = parts;
  const language = { locale };
  return {
    subject: m.certificates_mail_ready_subject({ course }, language),
    paragraphs: [
      m.certificates_mail_greeting({ name }, language),
      m.certificates_mail_ready_done({ course }, language),
      m.certificates_mail_ready_why({}, language),
      ...(practice ? [m.certificates_mail_practice({}, language)] : []),
    ],
    button: { label: m.certificates_mail_ready_button({}, language), url },
    signature,
    locale,
  };
}
