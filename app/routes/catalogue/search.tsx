import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { glossaries, search } from "#app/features/catalogue/search.server.ts";
import { SearchResults } from "#app/features/catalogue/search-results.tsx";
import { askedIn } from "#app/features/catalogue/search-words.ts";
import { paths } from "#app/paths.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { SearchForm } from "#app/ui/search-form.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { pageTitle } from "../page-title.ts";
import { readableEditions } from "./readable-editions.server.ts";

const HIGHEST_PAGE = 500;

/** Finds what this visitor may read. What they looked for is kept nowhere. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const parameters = new URL(request.url).searchParams;
  const asked = askedIn(parameters.get("q"));
  const editions = await readableEditions(context);
  const answer = asked === "" ? null : await search(asked, editions, pageIn(parameters.get("page")));
  return { asked, answer, follows: editions.length > 0, glossaries: answer && answer.total > 0 ? [] : await glossaries() };
}

const pageIn = (typed: string | null) => (/^[1-9]\d{0,2}$/.test(typed ?? "") ? Math.min(Number(typed), HIGHEST_PAGE) : 1);

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  pageTitle(data?.asked ? m.catalogue_find_title_for({ asked: data.asked }) : m.catalogue_find_title(), matches),
  // A list of what one visitor asked is no page to find with another search.
  { name: "robots", content: "noindex" },
];

export default function Search() {
  const { asked, answer, follows, glossaries } = useLoaderData<typeof loader>();
  const found = answer && answer.total > 0 ? answer : null;
  return (
    <Page title={m.catalogue_find_title()}>
      {/* Another question is another form: it shows what its address asks. */}
      <SearchForm key={asked} label={m.catalogue_find_label()} name="q" value={asked} button={m.catalogue_find_button()} />
      {getLocale() === "en" ? <p>{m.catalogue_find_dutch()}</p> : null}
      {asked === "" ? <p>{m.catalogue_find_how()}</p> : null}
      {found ? (
        <>
          {found.instead === null ? null : (
            <Notice>
              <p>{m.catalogue_find_also({ asked, instead: found.instead })}</p>
              <p>
                <TextLink to={paths.search(found.instead)}>{m.catalogue_find_only({ instead: found.instead })}</TextLink>
              </p>
            </Notice>
          )}
          <p role="status">{m.catalogue_find_count({ count: found.total, asked: found.instead ?? asked })}</p>
          <SearchResults results={found.results} />
          <Pages asked={asked} page={found.page} pages={found.pages} />
        </>
      ) : (
        <>
          {asked === "" ? null : <NothingFound asked={asked} instead={answer?.instead ?? null} telling={answer?.telling ?? true} />}
          <OtherPlaces glossaries={glossaries} />
        </>
      )}
      <p className="hint found-where">{follows ? m.catalogue_find_where_own() : m.catalogue_find_where()}</p>
    </Page>
  );
}

function NothingFound({ asked, instead, telling }: { asked: string; instead: string | null; telling: boolean }) {
  return (
    <div role="status">
      <Empty
        title={m.catalogue_find_none({ asked })}
        action={instead === null ? null : <TextLink to={paths.search(instead)}>{m.catalogue_find_instead({ instead })}</TextLink>}
      >
        <p>{telling ? m.catalogue_find_none_text() : m.catalogue_find_common()}</p>
      </Empty>
    </div>
  );
}

function OtherPlaces({ glossaries }: { glossaries: readonly { slug: string; title: string }[] }) {
  return (
    <Section title={m.catalogue_find_places()}>
      <ul>
        <li>
          <TextLink to={paths.courses()}>{m.catalogue_find_courses()}</TextLink>
        </li>
        <li>
          <TextLink to={paths.sources()}>{m.catalogue_find_sources()}</TextLink>
        </li>
        {glossaries.map(({ slug, title }) => (
          <li key={slug}>
            <TextLink to={paths.glossary(slug)}>
              {m.catalogue_find_glossary()} <span lang="nl">{title}</span>
            </TextLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Pages({ asked, page, pages }: { asked: string; page: number; pages: number }) {
  if (pages <= 1) return null;
  return (
    <>
      <p className="hint">{m.catalogue_pages_here({ page, pages })}</p>
      <Pagination
        previous={page > 1 ? { to: paths.search(asked, page - 1), label: m.catalogue_find_before() } : null}
        next={page < pages ? { to: paths.search(asked, page + 1), label: m.catalogue_find_after() } : null}
      />
    </>
  );
}
