import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/http/guards.server.ts";
import { mailboxVisible } from "#app/http/site.server.ts";
import { paths } from "#app/paths.ts";
import { letterText } from "#app/platform/mail/letter-text.ts";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { LetterView } from "./letter-view.tsx";
import { sampleLetters } from "./sample-letters.ts";

export const meta: MetaFunction = () => [{ title: m.office_samples_title() }, { name: "robots", content: "noindex" }];

/** Every letter with sample data, for whoever writes letters: shown where the sandbox's mailbox is. */
export function loader({ context }: LoaderFunctionArgs) {
  if (!mailboxVisible(context.local)) throw notFound();
  const letters = (["nl", "en"] as const).flatMap((locale) =>
    sampleLetters(locale).map(({ name, letter }) => ({ name, locale, subject: letter.subject, text: letterText(letter) })),
  );
  return { letters };
}

export default function SampleLetters() {
  const { letters } = useLoaderData<typeof loader>();
  return (
    <Page title={m.office_samples_title()} lead={m.office_samples_lead()}>
      <ol className="mailbox">
        {letters.map(({ name, locale, subject, text }) => (
          <li key={`${locale}-${name}`} className="card">
            <h2 lang={locale}>{subject}</h2>
            <p className="hint">
              {name} · {locale} · <a href={paths.sandboxLetterDocument(locale, name, "dark")}>{m.office_samples_dark()}</a>
            </p>
            <LetterView subject={subject} text={text} locale={locale} document={paths.sandboxLetterDocument(locale, name)} />
          </li>
        ))}
      </ol>
    </Page>
  );
}
