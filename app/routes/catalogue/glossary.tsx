import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TermList } from "#app/features/catalogue/back-matter.tsx";
import { coursePage } from "#app/features/catalogue/courses.server.ts";
import { provider } from "#app/features/catalogue/provider.server.ts";
import { termId } from "#app/features/catalogue/term-id.ts";
import { notFound } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { env } from "#app/platform/env.server.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { pageMeta } from "../marketing/page-meta.ts";
import { slugOf } from "./slug.ts";

/** What a course means by its words. Anyone may read it: a preview lesson leads here too, and a definition sells nothing short. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const page = await coursePage(slugOf(params.slug), context.now);
  if (!page || page.course.glossary.length === 0) throw notFound();
  const { slug, title, glossary } = page.course;
  const { tradeName } = await provider();
  return {
    course: { slug, title },
    terms: glossary
      .map(({ term, text }) => ({ id: termId(term), term, text }))
      .sort((left, right) => left.term.localeCompare(right.term, "nl")),
    meta: pageMeta({
      title: m.catalogue_glossary_for({ title }),
      description: m.catalogue_glossary_lead(),
      url: `${env().origin}${paths.glossary(slug)}`,
      siteName: tradeName,
      locale: context.locale,
    }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? [];

export default function Glossary() {
  const { course, terms } = useLoaderData<typeof loader>();
  return (
    <Page
      eyebrow={
        <TextLink to={paths.course(course.slug)}>
          <span lang="nl">{course.title}</span>
        </TextLink>
      }
      title={m.catalogue_glossary_title()}
      lead={m.catalogue_glossary_lead()}
    >
      {getLocale() === "en" ? <p>{m.catalogue_in_dutch()}</p> : null}
      <TermList terms={terms} />
    </Page>
  );
}
