import { createTransport } from "nodemailer";
import { env } from "../env.server.ts";

export interface OutgoingMail {
  id: string;
  to: string;
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

export function smtpTransport(url: string, from: string): Transport {
  const mailer = createTransport(patientFor(url), { from });
  return {
    // The id is the letter's own, so that a retry after a lost answer can be recognised by the receiver.
    send: async (mail) => {
      const info = await mailer.sendMail({
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
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
