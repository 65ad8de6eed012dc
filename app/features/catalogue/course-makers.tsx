import { paths } from "#app/paths.ts";
import { TextLink } from "#app/ui/actions.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import type { CompiledCourse, Reference } from "./compiled.ts";
import { SourceLine, SourceList } from "./source-list.tsx";

/** Who wrote it, with what interests, and who judged it, or that nobody did (`review`: review-words.ts). */
export function Makers({
  course: { slug, authors, edition, revision },
  review,
}: {
  course: Pick<CompiledCourse, "slug" | "authors" | "edition" | "revision">;
  review: string;
}) {
  return (
    <>
      <dl lang="nl" className="questions">
        {authors.map((author) => (
          <div key={author.name}>
            <dt>{author.name}</dt>
            <dd>{author.note}</dd>
            <dt lang={getLocale()}>{m.catalogue_course_interests()}</dt>
            <dd>{author.interests}</dd>
          </div>
        ))}
      </dl>
      <p>{review}</p>
      <p className="hint">
        {m.catalogue_course_edition({ edition, revision })}.{" "}
        <TextLink to={paths.courseChanges(slug)}>{m.catalogue_changes_title()}</TextLink>
      </p>
    </>
  );
}

/** What to read first, with why; then everything. */
export function ReadingList({
  recommended,
  sources,
}: {
  recommended: readonly { key: string; full: string; checked: boolean; note: string }[];
  sources: readonly Reference[];
}) {
  return (
    <>
      <p>{m.catalogue_course_sources_lead()}</p>
      <ul lang="nl" className="text-list">
        {recommended.map((entry) => (
          <li key={entry.key}>
            <SourceLine full={entry.full} />
            <span className="source-facts">
              {entry.note} {entry.checked ? null : <span lang={getLocale()}>{m.catalogue_source_unchecked()}</span>}
            </span>
          </li>
        ))}
      </ul>
      <details>
        <summary>{m.catalogue_course_sources_all({ count: sources.length })}</summary>
        <SourceList references={sources} alone />
      </details>
    </>
  );
}
