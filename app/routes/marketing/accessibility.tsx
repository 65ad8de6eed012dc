import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { LegalSection } from "#app/features/catalogue/legal-section.ts";
import { provider } from "#app/features/catalogue/provider.server.ts";
import type { Provider } from "#app/features/catalogue/provider-file.ts";
import { paths } from "#app/paths.ts";
import { env } from "#app/platform/env.server.ts";
import { formatDate } from "#app/platform/i18n/format.ts";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { LegalPage } from "./legal-page.tsx";
import { pageMeta } from "./page-meta.ts";

/** When people last read what the tests found, and with which tools. Change them together with the texts they stand in. */
const REVIEWED = { on: "2026-11-22", axe: "4.14", reader: "0.33" };

export async function loader({ context }: LoaderFunctionArgs) {
  const seller = await provider();
  return {
    sections: statement(seller, context.locale),
    meta: pageMeta({
      title: m.accessibility_title(),
      description: m.accessibility_lead(),
      url: `${env().origin}${paths.accessibility()}`,
      siteName: seller.tradeName,
      locale: context.locale,
    }),
  };
}

/** What was tested, how and when; what was not; and whom to tell. Only what the tests in this repository show may stand here. */
function statement({ contact, complaints }: Pick<Provider, "contact" | "complaints">, locale: "nl" | "en"): LegalSection[] {
  return [
    { id: "where", title: m.accessibility_where_title(), paragraphs: [m.accessibility_where_1(), m.accessibility_where_2()] },
    {
      id: "tested",
      title: m.accessibility_tested_title(),
      paragraphs: [],
      list: [
        m.accessibility_tested_axe({ axe: REVIEWED.axe }),
        m.accessibility_tested_zoom(),
        m.accessibility_tested_colours(),
        m.accessibility_tested_keyboard(),
        m.accessibility_tested_reader({ reader: REVIEWED.reader }),
        m.accessibility_tested_plain(),
      ],
      after: [m.accessibility_tested_when({ date: formatDate(REVIEWED.on, locale) })],
    },
    {
      id: "untested",
      title: m.accessibility_untested_title(),
      paragraphs: [],
      list: [
        m.accessibility_untested_people(),
        m.accessibility_untested_others(),
        m.accessibility_untested_browsers(),
        m.accessibility_untested_texts(),
        m.accessibility_untested_media(),
      ],
    },
    {
      id: "limits",
      title: m.accessibility_limits_title(),
      paragraphs: [],
      list: [m.accessibility_limits_payment(), m.accessibility_limits_pdf(), m.accessibility_limits_dutch()],
    },
    {
      id: "help",
      title: m.accessibility_help_title(),
      paragraphs: [
        m.accessibility_help_text(contact),
        m.accessibility_help_complaints(),
        complaints[locale],
        m.accessibility_help_authority(),
      ],
    },
  ];
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? [];

export default function Accessibility() {
  const { sections } = useLoaderData<typeof loader>();
  return (
    <LegalPage title={m.accessibility_title()} lead={m.accessibility_lead()} sections={sections}>
      <p className="hint">{m.catalogue_updated({ date: formatDate(REVIEWED.on, getLocale()) })}</p>
    </LegalPage>
  );
}
