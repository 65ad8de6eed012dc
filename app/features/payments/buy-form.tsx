import { Form } from "@remix-run/react";
import { useState } from "react";
import { paths } from "#app/paths.ts";
import { formatMoney } from "#app/platform/i18n/format.ts";
import { Button, TextLink } from "#app/ui/actions.tsx";
import { Choice } from "#app/ui/choices.tsx";
import { HiddenField, TextField } from "#app/ui/fields.tsx";
import * as m from "#generated/paraglide/messages.js";
import type { BuyPage } from "./buy-page.server.ts";

interface Props {
  page: Pick<BuyPage, "offer" | "withdrawal">;
  action: string;
  locale: "nl" | "en";
  values?: Record<string, string>;
  errors?: Record<string, string>;
}

/** The order form; what was refused is summed up at the head of its page. Offer and amount travel along only as what the buyer saw; the server decides the price. */
export function BuyForm({ page, action, locale, values, errors }: Props) {
  const { offer } = page;
  // With a VAT number another text holds: it is shown before it is agreed to, and the choice is asked anew.
  const [buyer, setBuyer] = useState<"consumer" | "business">(values?.vatId?.trim() ? "business" : "consumer");
  const withdrawal = page.withdrawal[buyer];
  return (
    // A plain page load: the answer leads to the payment page on another site.
    <Form method="post" action={action} reloadDocument className="buy-form">
      <HiddenField name="offerId" value={offer.id} />
      <HiddenField name="amountCents" value={String(offer.amountCents)} />
      <HiddenField name="withdrawalVersion" value={withdrawal.version} />
      <CompanyFields values={values} errors={errors} onVatId={(vatId) => setBuyer(vatId.trim() ? "business" : "consumer")} />
      <Choice
        key={buyer}
        legend={m.payments_withdrawal_legend()}
        name="withdrawalChoice"
        hint={buyer === "business" ? undefined : m.payments_withdrawal_hint()}
        // Beside another text than it was made beside, what was chosen is no choice.
        value={values?.withdrawalVersion === withdrawal.version ? values?.withdrawalChoice : undefined}
        error={errors?.withdrawalChoice}
        options={[
          { value: "start-now", label: m.payments_withdrawal_start(), hint: withdrawal["start-now"] },
          { value: "wait", label: m.payments_withdrawal_wait(), hint: withdrawal.wait },
        ]}
      />
      <div className="buy-close">
        <p className="hint">
          {m.payments_terms_apply()} <TextLink to={paths.terms()}>{m.accounts_terms_link()}</TextLink>.
        </p>
        <Button>
          {offer.amountCents === 0
            ? m.payments_buy_free()
            : m.payments_buy_button({ amount: formatMoney(offer.amountCents, offer.currency, locale) })}
        </Button>
      </div>
    </Form>
  );
}

/** For who orders on behalf of an organisation; folded away, and open as soon as something stands in it. */
function CompanyFields({ values, errors, onVatId }: Pick<Props, "values" | "errors"> & { onVatId: (vatId: string) => void }) {
  const names = ["company", "companyReference", "vatId"] as const;
  return (
    <details
      className="buy-company"
      open={names.some((name) => values?.[name] || errors?.[name])}
      onInput={({ target }) => {
        if (target instanceof HTMLInputElement && target.name === "vatId") onVatId(target.value);
      }}
    >
      <summary>{m.payments_company_summary()}</summary>
      <p>{m.payments_company_text()}</p>
      <TextField
        label={m.payments_company()}
        name="company"
        autoComplete="organization"
        maxLength={200}
        defaultValue={values?.company}
        error={errors?.company}
        optional
      />
      <TextField
        label={m.payments_company_reference()}
        name="companyReference"
        hint={m.payments_company_reference_hint()}
        maxLength={100}
        defaultValue={values?.companyReference}
        error={errors?.companyReference}
        optional
      />
      <TextField
        label={m.payments_vat_id()}
        name="vatId"
        hint={m.payments_vat_id_hint()}
        maxLength={30}
        defaultValue={values?.vatId}
        error={errors?.vatId}
        optional
      />
    </details>
  );
}
