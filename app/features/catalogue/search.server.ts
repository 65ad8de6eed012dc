import { db } from "#app/platform/db.server.ts";
import { editionToShow } from "./editions.ts";
import type { EntryKind } from "./search-entries.ts";
import { folded, HIT, type Piece, piecesOf, wordsAsked } from "./search-words.ts";

const PAGE = 20;
/** Fewer than this many finds, and what is spelled nearly alike is looked for too. */
const LITTLE = 3;

export interface Found {
  kind: EntryKind;
  courseSlug: string;
  courseTitle: string;
  lessonId: string | null;
  lessonTitle: string | null;
  anchor: string;
  title: string;
  /** in a lesson of an edition that the reader has a place in; without it, open to anyone */
  own: boolean;
  snippet: Piece[];
}

export interface SearchAnswer {
  results: Found[];
  /** on all pages together */
  total: number;
  page: number;
  pages: number;
  /** words that are known here, where what was asked is not: what was looked for besides it, or what could be asked */
  instead: string | null;
  /** false: nothing was asked but the commonest words, which are everywhere */
  telling: boolean;
}

type Row = Omit<SearchAnswer, "results" | "pages"> & { results: (Omit<Found, "snippet"> & { snippet: string })[] };

/**
 * What can be found with these words by somebody who may read the lessons of `editionIds` (enrolment says which), best first. Anyone finds
 * the terms, sources and preview lessons of the editions shown. All words must be there, in whatever form Dutch gives them, and the last may
 * be half a word; where that finds little, words spelled nearly alike count too. Null when no word was given. One statement.
 */
export async function search(asked: string, editionIds: readonly string[], page: number): Promise<SearchAnswer | null> {
  const words = wordsAsked(asked);
  if (words.length === 0) return null;
  const [row] = await db.$queryRaw<Row[]>`
    with shown as materialized (
      -- editionToShow() of editions.ts
      select distinct on (course_slug) id from edition where state <> 'retired'
      order by course_slug, state = 'on-sale' desc, split_part(number, '.', 1)::int desc, split_part(number, '.', 2)::int desc
    ), own as materialized (
      select id, course_slug from edition where id = any(${editionIds}::uuid[])
    ), readable as not materialized (
      select *, kind = 'step' and edition_id in (select id from own) as own from search_entry
      where case when kind = 'step' and course_slug in (select course_slug from own) then edition_id in (select id from own)
        else open and edition_id in (select id from shown) end
    ), vocabulary as not materialized (
      select plain, word, entries from search_word
      where edition_id in (select id from own) or (open_entries > 0 and edition_id in (select id from shown))
    ), typed as materialized (
      select n, word, plain, n = max(n) over () as last
      from rows from (unnest(${words}::text[]), unnest(${words.map(folded)}::text[])) with ordinality as typed (word, plain, n)
    ), spelled as materialized (
      -- The commonest words are no part of any query.
      select n, word, plain, alike.known or begun.words is not null as known,
        '(' || concat_ws(' | ', quote_literal(plain), case when last then quote_literal(plain) || ':*' end, begun.words) || ')' as query
      from typed, lateral (
        select exists (select from vocabulary where vocabulary.plain = typed.plain) as known
      ) as alike, lateral (
        select string_agg(quote_literal(common.plain), ' | ') as words from (
          select vocabulary.plain from vocabulary where typed.last and vocabulary.plain like typed.plain || '_%'
          group by vocabulary.plain order by sum(entries) desc limit 40
        ) as common
      ) as begun
      where numnode(to_tsquery('kring_dutch', quote_literal(plain))) > 0
    ), exact_query as materialized (
      select to_tsquery('kring_dutch', string_agg(query, ' & ' order by n)) as query from spelled
    ), exact as materialized (
      select revision_id, position, kind, sameness, own, course_slug, true as exact,
        title_stems @@ query as titled
      from exact_query, readable where stems @@ query
    ), little as materialized (
      select count(*) < ${LITTLE} as found from exact
    ), unknown as materialized (
      select n, plain from spelled
      where (select found from little) and not known
        and not exists (select from readable where stems @@ to_tsquery('kring_dutch', query))
    ), guessed as materialized (
      select n, near.plain, near.word, near.likeness
      from unknown cross join lateral (
        select *, max(likeness) over () as best from (
          select vocabulary.plain, min(vocabulary.word) as word,
            similarity(vocabulary.plain, unknown.plain) - 0.05 * abs(length(vocabulary.plain) - length(unknown.plain)) as likeness
          from vocabulary where vocabulary.plain % unknown.plain group by vocabulary.plain
        ) as alike order by likeness desc, plain limit 3
      ) as near
      where near.likeness >= near.best - 0.1
    ), near_query as materialized (
      select to_tsquery('kring_dutch', string_agg(query, ' & ' order by n)) as query from (
        select n, query from spelled where n not in (select n from unknown)
        union all select n, '(' || string_agg(quote_literal(plain), ' | ') || ')' from guessed group by n
      ) as parts
      where exists (select from unknown)
    ), found as (
      select * from exact
      union all
      select revision_id, position, kind, sameness, own, course_slug, false, title_stems @@ query
      from near_query, readable
      where stems @@ query and (revision_id, position) not in (select revision_id, position from exact)
    ), once as (
      -- One course may have in it what stands in another as well.
      select *, row_number() over (partition by sameness order by exact desc, own desc, course_slug, position) as copy from found
    ), placed as materialized (
      -- Of what is called so: first what the word means, then where it is taught, then who wrote of it.
      select revision_id, position, once.own, row_number() over (
        order by exact desc, titled desc, case when titled then array_position(array['term', 'step', 'source'], once.kind) end,
          ts_rank(stems, case when exact then exact_query.query else near_query.query end) desc, once.course_slug, position
      ) as place
      from once join search_entry using (revision_id, position), exact_query, near_query where copy = 1
    ), turned as materialized (
      select count(*)::int as total, greatest(1, least(${page}::int, ceil(count(*) / ${PAGE}::numeric)::int)) as page from placed
    )
    select total, page, exists (select from spelled) as telling, (
      select string_agg(word, ' ' order by n) from (
        select n, word from typed where n not in (select n from unknown)
        union all (select distinct on (n) n, word from guessed order by n, likeness desc)
      ) as known
      where exists (select from unknown)
    ) as instead, coalesce((
      select jsonb_agg(jsonb_build_object('kind', kind, 'courseSlug', course_slug, 'courseTitle', course_title, 'lessonId', lesson_id,
        'lessonTitle', lesson_title, 'anchor', anchor, 'title', title, 'own', placed.own,
        'snippet', concat(case when not starts_with(body, said) then '… ' end, headline, case when length(said) < length(body) - 1 then ' …' end)
      ) order by place)
      from placed join search_entry using (revision_id, position),
        (select coalesce(exact_query.query || near_query.query, exact_query.query, near_query.query) as query
          from exact_query, near_query) as both_queries,
        -- What looks like an element would be left out of the snippet. It is made once for each: offset keeps it from being copied.
        lateral (select translate(ts_headline('kring_dutch', translate(body, '<>', chr(5) || chr(6)), query,
          'MaxFragments=1, MaxWords=32, MinWords=16, StartSel=' || ${HIT.begin} || ', StopSel=' || ${HIT.end}), chr(5) || chr(6), '<>')
          as headline offset 0) as headlines,
        lateral (select translate(headline, ${HIT.begin + HIT.end}, '') as said) as plain_headlines
      where place > (page - 1) * ${PAGE} and place <= page * ${PAGE}
    ), '[]') as results
    from turned`;
  if (!row) throw new Error("The search gave no answer.");
  const results = row.results.map((result) => ({ ...result, snippet: piecesOf(result.snippet) }));
  return { ...row, results, pages: Math.ceil(row.total / PAGE) };
}

/** The courses that explain their words, by title: where somebody may look who found nothing. */
export async function glossaries(): Promise<{ slug: string; title: string }[]> {
  const courses = await db.course.findMany({
    select: { editions: { select: { id: true, number: true, state: true, reviewerName: true } } },
  });
  const shown = courses.flatMap(({ editions }) => editionToShow(editions)?.id ?? []);
  const rows = await db.searchEntry.findMany({
    where: { editionId: { in: shown }, kind: "term" },
    distinct: ["courseSlug"],
    orderBy: { courseTitle: "asc" },
    select: { courseSlug: true, courseTitle: true },
  });
  return rows.map(({ courseSlug, courseTitle }) => ({ slug: courseSlug, title: courseTitle }));
}
