import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { courseListData, scriptText } from "#app/features/catalogue/course-data.ts";
import { CourseList } from "#app/features/catalogue/course-list.tsx";
import { courseCards } from "#app/features/catalogue/courses.server.ts";
import { JsonLd } from "#app/features/catalogue/json-ld.tsx";
import { provider } from "#app/features/catalogue/provider.server.ts";
import { paths } from "#app/paths.ts";
import { env } from "#app/platform/env.server.ts";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { pageMeta } from "../marketing/page-meta.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  const [seller, cards] = await Promise.all([provider(), courseCards(context.now, context.locale)]);
  const { origin } = env();
  const list = courseListData(cards, (slug) => `${origin}${paths.course(slug)}`, { name: seller.tradeName, origin });
  return {
    cards,
    jsonLd: list ? scriptText(list) : null,
    nonce: context.nonce,
    meta: pageMeta({
      title: m.catalogue_list_title(),
      description: m.catalogue_list_lead(),
      url: `${origin}${paths.courses()}`,
      siteName: seller.tradeName,
      locale: context.locale,
    }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? [];

export default function Courses() {
  const { cards, jsonLd, nonce } = useLoaderData<typeof loader>();
  return (
    <Page title={m.catalogue_list_title()} lead={m.catalogue_list_lead()}>
      {getLocale() === "en" ? <p>{m.catalogue_in_dutch()}</p> : null}
      <CourseList cards={cards} heading="h2" />
      {jsonLd ? <JsonLd text={jsonLd} nonce={nonce} /> : null}
    </Page>
  );
}
