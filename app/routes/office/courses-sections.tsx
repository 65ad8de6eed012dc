import { editionStateWords, goodToKnow, inTheWay, provisionalRemedy, provisionalWords } from "#app/features/catalogue/edition-words.ts";
import type { EditionState, SalesMode } from "#app/features/catalogue/editions.ts";
import type { OfficeCourse, OfficeEdition } from "#app/features/catalogue/editions-for-office.server.ts";
import type { Provisional } from "#app/features/catalogue/provisional.ts";
import { paths } from "#app/paths.ts";
import { formatDate } from "#app/platform/i18n/format.ts";
import { ButtonLink } from "#app/ui/actions.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";

/** What is on sale is well; what is retired is over; all else waits for somebody. */
export const stateTone = (state: EditionState) => (state === "on-sale" ? "good" : state === "retired" ? "plain" : "waiting");

/** What the last publishing found wrong in the files of this course. */
export function Problems({ problems }: Pick<OfficeCourse, "problems">) {
  if (problems.length === 0) return null;
  return (
    <Section title={m.office_courses_problems({ count: problems.length })} id="fouten">
      <p>{m.office_courses_problems_text()}</p>
      <ul className="text-list">
        {problems.map(({ file, line, message, advice }) => (
          <li key={`${file} ${line} ${message}`}>
            {m.office_courses_problem_at({ file, line })}:{" "}
            <span lang="nl">
              {message} {advice}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface EditionProps {
  course: OfficeCourse;
  edition: OfficeEdition;
  mode: SalesMode;
}

/** One edition: how it stands, what it waits for, what became of its text, and what the office can do with it. */
export function Edition({ course, edition, mode }: EditionProps) {
  const notes = goodToKnow(edition, mode);
  return (
    <Section
      id={`editie-${edition.number}`}
      title={
        <>
          {m.office_edition_title({ edition: edition.number })}{" "}
          <Badge tone={stateTone(edition.state)}>{editionStateWords(edition.state)}</Badge>
        </>
      }
    >
      <EditionFacts edition={edition} />
      <h3>{m.office_edition_in_the_way()}</h3>
      <Lines lines={inTheWay(edition, course.priced, mode)} />
      {notes.length > 0 ? (
        <>
          <h3>{m.office_edition_good_to_know()}</h3>
          <Lines lines={notes} />
        </>
      ) : null}
      {edition.state === "retired" ? null : <ProvisionalList provisional={edition.provisional} />}
      <Revisions edition={edition} />
      <Acts slug={course.slug} edition={edition} mode={mode} />
    </Section>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="text-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function EditionFacts({
  edition: { reviewerName, reviewerQualification, reviewedAt, onSaleAt, retiredAt, enrolled },
}: {
  edition: OfficeEdition;
}) {
  const locale = getLocale();
  const reviewer =
    reviewerName && reviewedAt
      ? m.office_edition_reviewer_line({
          name: reviewerName,
          qualification: reviewerQualification ?? "–",
          date: formatDate(reviewedAt, locale),
        })
      : (reviewerName ?? m.office_edition_reviewer_none());
  return (
    <Facts
      items={[
        { label: m.office_edition_reviewer(), value: reviewer },
        ...(onSaleAt ? [{ label: m.office_edition_on_sale_at(), value: formatDate(onSaleAt, locale) }] : []),
        ...(retiredAt ? [{ label: m.office_edition_retired_at(), value: formatDate(retiredAt, locale) }] : []),
        { label: m.office_edition_enrolled(), value: enrolled },
      ]}
    />
  );
}

/** Every source and claim that has to be looked at, by its key in its file. */
function ProvisionalList({ provisional }: { provisional: readonly Provisional[] }) {
  if (provisional.length === 0) return null;
  return (
    <Disclosure summary={`${m.office_edition_provisional_list()} (${provisional.length})`}>
      <p>{m.office_edition_remedy_publish()}</p>
      <DataTable
        caption={m.office_edition_provisional_list()}
        hideCaption
        columns={[
          { key: "key", label: m.office_column_what() },
          { key: "name", label: m.office_column_name() },
          { key: "file", label: m.office_column_file() },
          { key: "why", label: m.office_column_reason() },
          { key: "remedy", label: m.office_column_remedy() },
        ]}
        rows={provisional.map((item) => ({
          key: <code>{item.key}</code>,
          name: <span lang="nl">{item.name}</span>,
          why: provisionalWords(item),
          ...provisionalRemedy(item),
        }))}
      />
    </Disclosure>
  );
}

function Revisions({ edition: { number, revisions } }: { edition: OfficeEdition }) {
  return (
    <DataTable
      caption={m.office_edition_revisions({ edition: number })}
      columns={[
        { key: "revision", label: m.office_column_revision(), kind: "number" },
        { key: "date", label: m.office_column_date() },
        { key: "reason", label: m.office_column_reason() },
        { key: "material", label: m.office_column_kind() },
      ]}
      rows={revisions.map(({ revision, publishedAt, author, reason, material }) => ({
        revision,
        date: formatDate(publishedAt, getLocale()),
        reason: (
          <span>
            <span lang="nl">{reason}</span> {m.office_edition_by({ author })}
          </span>
        ),
        material: material ? m.office_edition_material() : m.office_edition_not_material(),
      }))}
    />
  );
}

/** Only what may be done now; each leads to a page that says what follows from it. */
function Acts({ slug, edition: { number, state, provisional }, mode }: { slug: string; edition: OfficeEdition; mode: SalesMode }) {
  if (state === "retired") return null;
  const to = (act: Parameters<typeof paths.officeEdition>[2]) => paths.officeEdition(slug, number, act);
  const named = <span className="visually-hidden">: {m.office_edition_title({ edition: number })}</span>;
  return (
    <div className="actions">
      {state === "on-sale" ? (
        <ButtonLink to={to("withdraw")} variant="quiet">
          {m.office_edition_do_withdraw()}
          {named}
        </ButtonLink>
      ) : (
        <ButtonLink to={to("review")} variant="quiet">
          {state === "draft" ? m.office_edition_do_review() : m.office_edition_do_review_again()}
          {named}
        </ButtonLink>
      )}
      {state === "reviewed" && (mode !== "live" || provisional.length === 0) ? (
        <ButtonLink to={to("sell")} variant="quiet">
          {m.office_edition_do_sell()}
          {named}
        </ButtonLink>
      ) : null}
      <ButtonLink to={to("retire")} variant="quiet">
        {m.office_edition_do_retire()}
        {named}
      </ButtonLink>
    </div>
  );
}
