import { env } from "../env.server.ts";

export interface OutgoingMail {
  id: string;
  to: string;
  /** the provider; null in letters of before it was kept */
  fromName: string | null;
  /** where answers go */
  replyTo: string | null;
  subject: string;
  text: string;
  html: string;
}

/** Resolves when the mail server has accepted the letter, with its message id; throws otherwise. */
export interface Transport {
  send(mail: OutgoingMail): Promise<string>;
}

/** Without SMTP_URL the outbox itself is the mailbox: /sandbox/mail shows it. */
const sandboxTransport: Transport = { send: async (mail) => `sandbox-${mail.id}` };

/** The package is loaded with the first letter: no page needs it. */
async function openMailer(url: string) {
  const { createTransport } = await import("nodemailer");
  return createTransport(patientFor(url));
}

/** The provider's name before the operator's address, unless MAIL_FROM brings a name of its own. */
const sender = (from: string, name: string | null) => (name && !from.includes("<") ? { name, address: from } : from);

/**
 * Sends each letter as multipart/alternative. It answers something the reader did, so there is no list to leave; its header
 * keeps absence notices from answering it (RFC 3834).
 */
export function smtpTransport(url: string, from: string): Transport {
  let mailer: ReturnType<typeof openMailer> | undefined;
  return {
    // The id is the letter's own, so that a retry after a lost answer can be recognised by the receiver.
    send: async (mail) => {
      mailer ??= openMailer(url);
      const info = await (await mailer).sendMail({
        from: sender(from, mail.fromName),
        replyTo: mail.replyTo ?? undefined,
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        headers: { "Auto-Submitted": "auto-generated" },
        messageId: `<${mail.id}@${new URL(env().origin).hostname}>`,
      });
      if (info.accepted.length === 0) throw new Error(`refused: ${info.response}`);
      return info.messageId;
    },
  };
}

/** The mailer's own patience is minutes; a server that says nothing for fifteen seconds is tried again later instead. */
export function patientFor(url: string): string {
  const impatient = new URL(url);
  for (const name of ["connectionTimeout", "greetingTimeout", "socketTimeout"]) {
    if (!impatient.searchParams.has(name)) impatient.searchParams.set(name, "15000");
  }
  return impatient.href;
}

let current: Transport | undefined;

export function transport(): Transport {
  const { smtpUrl, mailFrom, origin } = env();
  current ??= smtpUrl ? smtpTransport(smtpUrl, mailFrom ?? `no-reply@${new URL(origin).hostname}`) : sandboxTransport;
  return current;
}
