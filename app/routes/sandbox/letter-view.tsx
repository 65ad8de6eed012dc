import * as m from "#generated/paraglide/messages.js";

/** A letter as its two readers have it: set as HTML in a frame without scripts, and as plain text below. */
export function LetterView({ subject, text, locale, document }: { subject: string; text: string; locale: string; document: string }) {
  return (
    <>
      <iframe
        className="letter-frame"
        title={m.office_mailbox_frame({ subject })}
        src={document}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        loading="lazy"
      />
      <p>
        <a href={document} target="_blank" rel="noopener">
          {m.office_mailbox_alone()}
        </a>
      </p>
      <details open>
        <summary>{m.office_mailbox_text()}</summary>
        <pre className="letter" lang={locale}>
          {linked(text)}
        </pre>
      </details>
    </>
  );
}

/** Addresses in the text become links, so that a letter can be followed from here. */
function linked(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part, position) =>
    part.startsWith("http") ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one fixed text
      <a key={position} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}
