import { Fragment, type ReactNode } from "react";

/** An address may turn to a new line after its @ and before a dot; in the middle of a word it is misread, and mistyped. */
function breakable(address: string): ReactNode {
  return address.split(/(?<=@)|(?=\.)/).map((part, position) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one address, never reordered
    <Fragment key={position}>
      {position > 0 ? <wbr /> : null}
      {part}
    </Fragment>
  ));
}

/** An e-mail address to write to. `subject` stands in the letter already. */
export function EmailLink({ address, subject }: { address: string; subject?: string }) {
  return (
    <a className="email" href={`mailto:${address}${subject ? `?subject=${encodeURIComponent(subject)}` : ""}`}>
      {breakable(address)}
    </a>
  );
}

/** Running words in which the e-mail addresses can be pressed. */
export function WithEmailLinks({ text }: { text: string }) {
  const parts = text.split(/([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/);
  // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, never reordered; every second one is an address
  return parts.map((part, position) => (position % 2 === 1 ? <EmailLink key={position} address={part} /> : part));
}
