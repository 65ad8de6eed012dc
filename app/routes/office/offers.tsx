import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allPrices, type OfficePrice } from "#app/features/catalogue/office-prices.server.ts";
import { priceStandingWords, vatWords } from "#app/features/catalogue/price-words.ts";
import { requireOffice } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { formatDate, formatMoney } from "#app/platform/i18n/format.ts";
import { ButtonLink, TextLink } from "#app/ui/actions.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { titled } from "../page-title.ts";

export const meta = titled(m.office_offers_title);

export async function loader({ context, request }: LoaderFunctionArgs) {
  requireOffice(context, request);
  return { courses: await allPrices(context.now), done: new URL(request.url).searchParams.get("done") };
}

export default function OfficeOffers() {
  const { courses, done } = useLoaderData<typeof loader>();
  return (
    <Page title={m.office_offers_title()} lead={m.office_offers_lead()}>
      {done ? (
        <Notice kind="success">
          <p>{done === "ended" ? m.office_offer_done_ended() : m.office_offer_done_added()}</p>
        </Notice>
      ) : null}
      {courses.map(({ slug, title, prices }) => (
        <Section key={slug} title={<span lang="nl">{title}</span>} id={slug}>
          {prices.length > 0 ? <Prices title={title} prices={prices} /> : <p>{m.office_offers_none()}</p>}
          <ButtonLink to={paths.officeAddOffer(slug)} variant="quiet">
            {m.office_offers_add()}
          </ButtonLink>
        </Section>
      ))}
    </Page>
  );
}

const tones = { "in-force": "good", coming: "waiting", past: "plain" } as const;

function Prices({ title, prices }: { title: string; prices: OfficePrice[] }) {
  const locale = getLocale();
  return (
    <DataTable
      caption={m.office_offers_caption({ title })}
      hideCaption
      columns={[
        { key: "amount", label: m.office_column_amount() },
        { key: "state", label: m.office_column_state() },
        { key: "from", label: m.office_column_from() },
        { key: "to", label: m.office_column_last_day() },
        { key: "minimum", label: m.office_column_minimum(), kind: "number" },
        { key: "vat", label: m.office_column_vat() },
        { key: "act", label: m.office_column_act() },
      ]}
      rows={prices.map((price) => {
        const amount = formatMoney(price.amountCents, price.currency, locale);
        const from = formatDate(price.validFrom, locale);
        return {
          amount,
          state: <Badge tone={tones[price.standing]}>{priceStandingWords(price.standing)}</Badge>,
          from,
          to: price.lastDay ? formatDate(price.lastDay, locale) : m.office_no_end(),
          minimum: price.minimumQuantity,
          vat: vatWords(price.vatTreatment),
          act:
            price.standing === "past" ? (
              "–"
            ) : (
              <TextLink to={paths.officeEndOffer(price.id)}>
                {m.office_offers_end()} <span className="visually-hidden">{m.office_offers_end_which({ amount, from })}</span>
              </TextLink>
            ),
        };
      })}
    />
  );
}
