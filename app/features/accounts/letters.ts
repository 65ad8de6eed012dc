import type { Letter, Signature } from "#app/platform/mail/letter.ts";
import * as m from "#generated/paraglide/messages.js";

export type LetterLocale = Letter["locale"];

/** A profile's language as letters know it. */
export function letterLocale(locale: string): LetterLocale {
  return locale === "en" ? "en" : "nl";
}

export type CodeLetterKind = "verify-email" | "sign-in" | "reset-password" | "already-registered";

interface CodeLetterParts {
  /** only for people whose address is proven: a stranger's text must not reach strangers through our letters */
  name: string | null;
  code: string;
  url: string;
  signature: Signature;
  locale: LetterLocale;
}

/** The four letters with a code to paste and a link to a page with a button. */
export function codeLetter(kind: CodeLetterKind, { name, code, url, signature, locale }: CodeLetterParts): Letter {
  const language = { locale };
  const words = {
    "verify-email": {
      subject: m.accounts_mail_verify_subject,
      why: m.accounts_mail_verify_why,
      button: m.accounts_mail_verify_button,
      ends: m.accounts_mail_ends_day,
      ignore: m.accounts_mail_verify_ignore,
    },
    "sign-in": {
      subject: m.accounts_mail_code_subject,
      why: m.accounts_mail_code_why,
      button: m.accounts_mail_code_button,
      ends: m.accounts_mail_ends_quarter,
      ignore: m.accounts_mail_code_ignore,
    },
    "reset-password": {
      subject: m.accounts_mail_reset_subject,
      why: m.accounts_mail_reset_why,
      button: m.accounts_mail_reset_button,
      ends: m.accounts_mail_ends_quarter,
      ignore: m.accounts_mail_reset_ignore,
    },
    "already-registered": {
      subject: m.accounts_mail_known_subject,
      why: m.accounts_mail_known_why,
      button: m.accounts_mail_code_button,
      ends: m.accounts_mail_ends_quarter,
      ignore: m.accounts_mail_known_ignore,
    },
  }[kind];
  return {
    subject: words.subject({}, language),
    greeting: greeting(name, locale),
    paragraphs: [words.why({}, language)],
    code,
    button: { label: words.button({}, language), url },
    after: [words.ends({}, language), words.ignore({}, language)],
    signature,
    locale,
  };
}

/** Tells a person that their password changed, so that they notice when it was not them. */
export function passwordChangedLetter({
  name,
  url,
  signature,
  locale,
}: {
  name: string;
  url: string;
  signature: Signature;
  locale: LetterLocale;
}): Letter {
  return {
    subject: m.accounts_mail_changed_subject({}, { locale }),
    greeting: greeting(name, locale),
    paragraphs: [m.accounts_mail_changed_what({}, { locale }), m.accounts_mail_changed_not_you({}, { locale })],
    button: { label: m.accounts_mail_changed_button({}, { locale }), url },
    signature,
    locale,
  };
}

function greeting(name: string | null, locale: LetterLocale): string {
  return name === null ? m.accounts_mail_greeting({}, { locale }) : m.accounts_mail_greeting_name({ name }, { locale });
}
