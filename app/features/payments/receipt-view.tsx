import { formatDateTime } from "#app/platform/i18n/format.ts";
import { WithEmailLinks } from "#app/ui/email-link.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { Amounts } from "./amounts.tsx";
import type { Fact } from "./receipt.ts";

interface Withdrawal {
  text: string;
  /** the language the buyer ordered in, and the text was kept in */
  lang: string;
  version: string;
  at: string;
  email: string;
  free: boolean;
}

interface Props {
  facts: Fact[];
  amounts: Fact[];
  seller: string[];
  playMoney: boolean;
  /** null where there is nothing to withdraw from: the order was never paid */
  withdrawal: Withdrawal | null;
  reference: string;
  locale: "nl" | "en";
}

/** Above a receipt on paper: who gives it, and how to reach them. `logo` is null where they have none. */
export function Letterhead({ logo, seller: [name = "", ...lines] }: { logo: string | null; seller: string[] }) {
  return (
    <div className="letterhead">
      {logo ? <img src={logo} alt={name} /> : <span className="letterhead-name">{name}</span>}
      <address>
        {(logo ? [name, ...lines] : lines).map((line) => (
          <span key={line}>
            <WithEmailLinks text={line} />
          </span>
        ))}
      </address>
    </div>
  );
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
            <span key={line}>
              <WithEmailLinks text={line} />
            </span>
          ))}
        </address>
      </Section>
      {withdrawal ? <WithdrawalChosen {...withdrawal} reference={reference} locale={locale} /> : null}
    </div>
  );
}

function WithdrawalChosen({ text, lang, version, at, email, free, reference, locale }: Withdrawal & Pick<Props, "reference" | "locale">) {
  return (
    <Section title={free ? m.payments_withdrawal_title() : m.payments_withdrawal_business_title()}>
      <p>{m.payments_withdrawal_said({ at: formatDateTime(at, locale), version })}</p>
      <blockquote lang={lang}>{text}</blockquote>
      {free ? (
        <p>
          <WithEmailLinks text={m.payments_withdrawal_how({ email, reference })} />
        </p>
      ) : null}
    </Section>
  );
}
