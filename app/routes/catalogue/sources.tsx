import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { provider } from "#app/features/catalogue/provider.server.ts";
import { findSources, levelsAmong, sourceWishIn } from "#app/features/catalogue/source-filter.ts";
import { SourceOverview, SourceSearch, SourcesExplained } from "#app/features/catalogue/source-overview.tsx";
import { allSources } from "#app/features/catalogue/sources.server.ts";
import { paths } from "#app/paths.ts";
import { env } from "#app/platform/env.server.ts";
import { ButtonLink } from "#app/ui/actions.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { pageMeta } from "../marketing/page-meta.ts";

/** Everything the courses rest on, for whoever wants to look it up before they believe it. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const [{ tradeName }, { courses, sources }] = await Promise.all([provider(), allSources(context.now)]);
  const wish = sourceWishIn(new URL(request.url).searchParams, sources);
  return {
    wish,
    courses,
    levels: levelsAmong(sources),
    sources: findSources(sources, wish),
    all: sources.length,
    meta: pageMeta({
      title: m.catalogue_all_sources_title(),
      description: m.catalogue_all_sources_lead(),
      url: `${env().origin}${paths.sources()}`,
      siteName: tradeName,
      locale: context.locale,
    }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? [];

export default function Sources() {
  const { wish, courses, levels, sources, all } = useLoaderData<typeof loader>();
  const unchecked = sources.filter(({ checked }) => !checked).length;
  return (
    <Page title={m.catalogue_all_sources_title()} lead={m.catalogue_all_sources_lead()}>
      <p>
        <a href="#oordelen">{m.catalogue_all_sources_explained()}</a>
      </p>
      {all > 0 ? <SourceSearch wish={wish} levels={levels} courses={courses} /> : null}
      {sources.length > 0 ? (
        <Section title={m.catalogue_all_sources_list()} id="bronnen">
          <p role="status">
            {m.catalogue_all_sources_count({ count: sources.length })}{" "}
            {unchecked > 0 ? m.catalogue_all_sources_unchecked({ count: unchecked }) : null}
          </p>
          <SourceOverview sources={sources} titles={Object.fromEntries(courses.map(({ slug, title }) => [slug, title]))} />
        </Section>
      ) : null}
      {all > 0 && sources.length === 0 ? (
        <Empty
          title={m.catalogue_all_sources_none()}
          action={
            <ButtonLink to={paths.sources()} variant="quiet">
              {m.catalogue_all_sources_every()}
            </ButtonLink>
          }
        >
          <p>{m.catalogue_all_sources_none_text()}</p>
        </Empty>
      ) : null}
      <SourcesExplained />
    </Page>
  );
}
