import { Form } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { formatDate } from "#app/platform/i18n/format.ts";
import { Button, TextLink } from "#app/ui/actions.tsx";
import { Select } from "#app/ui/fields.tsx";
import { Section } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import type { EvidenceLevel, Verdict } from "./compiled.ts";
import { evidenceLevels, type ListedClaim, type ListedSource, type SourceWish } from "./source-filter.ts";
import { SourceLine } from "./source-list.tsx";
import type { SourcedCourse } from "./sources.server.ts";
import { levelWords, verdictWords } from "./verdict-words.ts";

/** The choices as a plain form that asks the address: what was found can be kept, shared and gone back to. */
export function SourceSearch({
  wish,
  levels,
  courses,
}: {
  wish: SourceWish;
  levels: readonly EvidenceLevel[];
  courses: readonly SourcedCourse[];
}) {
  const any = { value: "", label: m.catalogue_facet_any() };
  return (
    // A new address is a new form: its fields show what that address asks.
    <search key={JSON.stringify(wish)}>
      <Form method="get" action={paths.sources()} className="course-search">
        <Select
          name="level"
          label={m.catalogue_all_sources_level()}
          value={wish.level ?? ""}
          options={[any, ...levels.map((value) => ({ value, label: levelWords(value).name }))]}
        />
        {courses.length > 1 ? (
          <Select
            name="course"
            label={m.catalogue_all_sources_course()}
            value={wish.course ?? ""}
            options={[any, ...courses.map(({ slug, title }) => ({ value: slug, label: title }))]}
          />
        ) : null}
        <Button>{m.catalogue_all_sources_button()}</Button>
      </Form>
    </search>
  );
}

/** Sources with how far each was checked, where it is used, and what is said on the strength of it. */
export function SourceOverview({ sources, titles }: { sources: readonly ListedSource[]; titles: Readonly<Record<string, string>> }) {
  return (
    <ul className="text-list">
      {sources.map((source) => (
        <li key={source.key} id={`bron-${source.key}`}>
          <SourceLine full={source.full} />
          <span className="source-facts">
            {m.catalogue_level_label({ level: levelWords(source.level).name })}. {howChecked(source)}{" "}
            {source.note ? <span lang="nl">{source.note}</span> : null}
          </span>
          <span className="source-facts source-courses">
            {m.catalogue_all_sources_used_in()} <CourseLinks slugs={source.courses} titles={titles} />
          </span>
          {source.claims.length > 0 ? (
            <details>
              <summary>
                {m.catalogue_all_sources_claims({ count: source.claims.length })}
                <span className="visually-hidden" lang="nl">
                  : {source.short}
                </span>
              </summary>
              <ul>
                {source.claims.map((claim) => (
                  <ClaimLine key={`${claim.id} ${claim.courses[0]}`} claim={claim} titles={titles} />
                ))}
              </ul>
            </details>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function howChecked({ checked, checkedOn, overdueSince }: ListedSource): string {
  const locale = getLocale();
  if (!checked) return m.catalogue_source_unchecked();
  return [
    checkedOn ? m.catalogue_source_checked({ date: formatDate(checkedOn, locale) }) : "",
    overdueSince ? m.catalogue_all_sources_overdue({ date: formatDate(overdueSince, locale) }) : "",
  ]
    .filter(Boolean)
    .join(" ");
}

function CourseLinks({ slugs, titles }: { slugs: readonly string[]; titles: Readonly<Record<string, string>> }) {
  return slugs.map((slug, position) => (
    <span key={slug}>
      {position > 0 ? ", " : null}
      <TextLink to={paths.course(slug)} reload>
        <span lang="nl">{titles[slug] ?? slug}</span>
      </TextLink>
    </span>
  ));
}

/** The verdict first, in words; then the claim; then what has to be said with it. */
function ClaimLine({ claim, titles }: { claim: ListedClaim; titles: Readonly<Record<string, string>> }) {
  return (
    <li>
      <strong>{verdictWords(claim.verdict).name}.</strong> <span lang="nl">{claim.text}</span>
      {claim.correction ? (
        <span className="source-about" lang="nl">
          {m.catalogue_all_sources_correction({ correction: claim.correction }, { locale: "nl" })}
        </span>
      ) : null}
      <span className="source-facts source-courses">
        {m.catalogue_all_sources_used_in()} <CourseLinks slugs={claim.courses} titles={titles} />
      </span>
    </li>
  );
}

const verdicts: readonly Verdict[] = ["S", "SC", "C", "U", "P"];

/** What the words beside a source and a claim mean. */
export function SourcesExplained() {
  return (
    <>
      <Section title={m.catalogue_all_sources_verdicts()} id="oordelen">
        <p>{m.catalogue_all_sources_verdicts_text()}</p>
        <Meanings words={verdicts.map(verdictWords)} />
      </Section>
      <Section title={m.catalogue_all_sources_levels()} id="niveaus">
        <p>{m.catalogue_all_sources_levels_text()}</p>
        <Meanings words={evidenceLevels.map(levelWords)} />
      </Section>
      <Section title={m.catalogue_all_sources_checking()} id="nagetrokken">
        <p>{m.catalogue_all_sources_checking_text()}</p>
      </Section>
    </>
  );
}

function Meanings({ words }: { words: { name: string; meaning: string }[] }) {
  return (
    <dl className="questions">
      {words.map(({ name, meaning }) => (
        <div key={name}>
          <dt>{name.charAt(0).toLocaleUpperCase(getLocale()) + name.slice(1)}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
