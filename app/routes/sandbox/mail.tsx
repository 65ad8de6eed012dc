import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/http/guards.server.ts";
import { mailboxVisible } from "#app/http/site.server.ts";
import { paths } from "#app/paths.ts";
import { formatDateTime } from "#app/platform/i18n/format.ts";
import { newestMail } from "#app/platform/mail/outbox.server.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { LetterView } from "./letter-view.tsx";

export const meta: MetaFunction = () => [{ title: m.office_mailbox_title() }, { name: "robots", content: "noindex" }];

/** The letters nobody sent: shown only on this machine, and only while no mail server is set. */
export async function loader({ context }: LoaderFunctionArgs) {
  if (!mailboxVisible(context.local)) throw notFound();
  return { letters: await newestMail() };
}

export default function SandboxMail() {
  const { letters } = useLoaderData<typeof loader>();
  const locale = getLocale();
  return (
    <Page title={m.office_mailbox_title()} lead={m.office_mailbox_lead()}>
      <p>
        <TextLink to={paths.sandboxLetters()}>{m.office_samples_title()}</TextLink>
      </p>
      {letters.length === 0 ? <Empty title={m.office_mailbox_empty()} /> : null}
      <ol className="mailbox">
        {letters.map((letter) => (
          <li key={letter.id} className="card">
            <h2 lang={letter.locale}>{letter.subject}</h2>
            <p className="hint">
              {letter.to} · {formatDateTime(letter.createdAt, locale)} · {mailState(letter.state)}
            </p>
            <LetterView
              subject={letter.subject}
              text={letter.text}
              locale={letter.locale}
              document={paths.sandboxMailDocument(letter.id)}
            />
          </li>
        ))}
      </ol>
    </Page>
  );
}

function mailState(state: string): string {
  if (state === "accepted") return m.office_mail_accepted();
  return state === "failed" ? m.office_mail_failed() : m.office_mail_queued();
}
