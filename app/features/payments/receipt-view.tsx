import { formatDateTime } from "#app/platform/i18n/format.ts";
import { Facts } from "#app/ui/facts.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { Amounts } from "./amounts.tsx";
import type { Fact } from "./receipt.ts";

interface Props {
  facts: Fact[];
  amounts: Fact[];
  seller: string[];
  playMoney: boolean;
  /** `lang`: the language the buyer ordered in, and the text was kept in */
  withdrawal: { text: string; lang: string; version: string; at: string; email: string; free: boolean };
  reference: string;
  locale: "nl" | "en";
}

/** A receipt that can be printed as it is. */
export function ReceiptView({ facts, amounts, seller, playMoney, withdrawal, reference, locale }: Props) {
  return (
    <div className="receipt">
      {playMoney ? (
        <Notice kind="warning">
          <p>{m.payments_sandbox_receipt()}</p>
        </Notice>
      ) : null}
      <Facts items={facts.map(({ label, value, lang }) => ({ label, value: lang ? <span lang={lang}>{value}</span> : value }))} />
      <Amounts caption={m.payments_amounts()} items={amounts} />
      <Section title={m.payments_seller()}>
        <address className="receipt-seller">
          {seller.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </address>
      </Section>
      <Section title={withdrawal.free ? m.payments_withdrawal_title() : m.payments_withdrawal_business_title()}>
        <p>{m.payments_withdrawal_said({ at: formatDateTime(withdrawal.at, locale), version: withdrawal.version })}</p>
        <blockquote lang={withdrawal.lang}>{withdrawal.text}</blockquote>
        {withdrawal.free ? <p>{m.payments_withdrawal_how({ email: withdrawal.email, reference })}</p> : null}
      </Section>
    </div>
  );
}
