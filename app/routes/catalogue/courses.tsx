import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { courseCards } from "#app/features/catalogue/course-cards.server.ts";
import { courseListData, scriptText } from "#app/features/catalogue/course-data.ts";
import { asksNothing, facetsOf, findCourses, pageOf, wishIn } from "#app/features/catalogue/course-filter.ts";
import { CourseList } from "#app/features/catalogue/course-list.tsx";
import { CourseSearch } from "#app/features/catalogue/course-search.tsx";
import { countSentence } from "#app/features/catalogue/course-words.ts";
import { JsonLd } from "#app/features/catalogue/json-ld.tsx";
import { provider } from "#app/features/catalogue/provider.server.ts";
import { paths } from "#app/paths.ts";
import { env } from "#app/platform/env.server.ts";
import { ButtonLink } from "#app/ui/actions.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { siteImage } from "../marketing/og-meta.server.ts";
import { pageMeta } from "../marketing/page-meta.ts";

export async function loader({ context, request }: LoaderFunctionArgs) {
  const [seller, all] = await Promise.all([provider(), courseCards(context.now, context.locale)]);
  const parameters = new URL(request.url).searchParams;
  const wish = wishIn(parameters, all);
  const found = findCourses(all, wish);
  const { origin } = env();
  const list = courseListData(all, (slug) => `${origin}${paths.course(slug)}`, { name: seller.tradeName, origin });
  return {
    ...pageOf(found, parameters.get("page")),
    wish,
    narrowed: !asksNothing(wish),
    facets: facetsOf(all),
    found: found.length,
    all: all.length,
    jsonLd: list ? scriptText(list) : null,
    nonce: context.nonce,
    meta: pageMeta({
      title: m.catalogue_list_title(),
      description: m.catalogue_list_lead(),
      url: `${origin}${paths.courses()}`,
      siteName: seller.tradeName,
      locale: context.locale,
      image: siteImage(seller),
    }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? [];

export default function Courses() {
  const { cards, wish, narrowed, facets, found, all, page, pages, jsonLd, nonce } = useLoaderData<typeof loader>();
  return (
    <Page title={m.catalogue_list_title()} lead={m.catalogue_list_lead()}>
      {all > 1 || narrowed ? <CourseSearch wish={wish} facets={facets} /> : null}
      {all === 0 ? (
        <Empty title={m.catalogue_list_empty()}>
          <p>{m.catalogue_list_empty_text()}</p>
        </Empty>
      ) : null}
      {found > 0 ? (
        <>
          <p className="course-count" role="status">
            {countSentence(found, all, narrowed)}
            {getLocale() === "en" ? ` ${m.catalogue_in_dutch()}` : ""}
          </p>
          <CourseList cards={cards} heading="h2" />
        </>
      ) : null}
      {all > 0 && found === 0 ? (
        <Empty
          title={m.catalogue_found_none()}
          action={
            <ButtonLink to={paths.courses()} variant="quiet">
              {m.catalogue_found_none_link()}
            </ButtonLink>
          }
        >
          <p>{facets.some(({ name }) => wish[name]) ? m.catalogue_found_none_text() : m.catalogue_found_none_words()}</p>
        </Empty>
      ) : null}
      {pages > 1 ? <Pages page={page} pages={pages} asked={{ ...wish, words: undefined, q: wish.words }} /> : null}
      {jsonLd ? <JsonLd text={jsonLd} nonce={nonce} /> : null}
    </Page>
  );
}

/** To the pages before and after this one, with what was asked kept. */
function Pages({ page, pages, asked }: { page: number; pages: number; asked: Record<string, string | undefined> }) {
  const to = (number: number) => paths.courses({ ...asked, page: number > 1 ? String(number) : undefined });
  return (
    <>
      <p className="hint">{m.catalogue_pages_here({ page, pages })}</p>
      <Pagination
        previous={page > 1 ? { to: to(page - 1), label: m.catalogue_pages_before() } : null}
        next={page < pages ? { to: to(page + 1), label: m.catalogue_pages_after() } : null}
      />
    </>
  );
}
