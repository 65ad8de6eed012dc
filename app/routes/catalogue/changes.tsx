import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EditionChanges } from "#app/features/catalogue/change-list.tsx";
import { courseChanges } from "#app/features/catalogue/changes.server.ts";
import { provider } from "#app/features/catalogue/provider.server.ts";
import { notFound } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { env } from "#app/platform/env.server.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { pageMeta } from "../marketing/page-meta.ts";
import { slugOf } from "./slug.ts";

/** What became different in a course, edition by edition: for who follows it, who recognises it, and who thinks of buying it. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const [changes, { tradeName }] = await Promise.all([courseChanges(slugOf(params.slug)), provider()]);
  if (!changes) throw notFound();
  const { slug, title, editions } = changes;
  return {
    course: { slug, title },
    editions,
    meta: pageMeta({
      title: m.catalogue_changes_for({ title }),
      description: m.catalogue_changes_lead(),
      url: `${env().origin}${paths.courseChanges(slug)}`,
      siteName: tradeName,
      locale: context.locale,
    }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? [];

export default function Changes() {
  const { course, editions } = useLoaderData<typeof loader>();
  return (
    <Page
      eyebrow={
        <TextLink to={paths.course(course.slug)}>
          <span lang="nl">{course.title}</span>
        </TextLink>
      }
      title={m.catalogue_changes_title()}
      lead={m.catalogue_changes_lead()}
    >
      {getLocale() === "en" ? <p>{m.catalogue_in_dutch()}</p> : null}
      {editions.map((edition) => (
        <EditionChanges key={edition.number} edition={edition} />
      ))}
    </Page>
  );
}
