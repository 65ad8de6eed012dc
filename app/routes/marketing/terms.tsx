import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { provider } from "#app/features/catalogue/provider.server.ts";
import { TERMS_DATE, terms } from "#app/features/catalogue/terms.ts";
import { paths } from "#app/paths.ts";
import { env } from "#app/platform/env.server.ts";
import { formatDate } from "#app/platform/i18n/format.ts";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { LegalPage } from "./legal-page.tsx";
import { siteImage } from "./og-meta.server.ts";
import { pageMeta } from "./page-meta.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  const seller = await provider();
  return {
    sections: terms(seller, context.locale),
    date: TERMS_DATE,
    meta: pageMeta({
      title: m.catalogue_terms_title(),
      description: m.catalogue_terms_lead(),
      url: `${env().origin}${paths.terms()}`,
      siteName: seller.tradeName,
      locale: context.locale,
      image: siteImage(seller),
    }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? [];

export default function Terms() {
  const { sections, date } = useLoaderData<typeof loader>();
  return (
    <LegalPage title={m.catalogue_terms_title()} lead={m.catalogue_terms_lead()} sections={sections}>
      <p className="hint">{m.catalogue_updated({ date: formatDate(date, getLocale()) })}</p>
      <p>
        <a href="#formulier">{m.catalogue_terms_formlink()}</a>
      </p>
    </LegalPage>
  );
}
