import { formatDate } from "#app/platform/i18n/format.ts";
import { Facts } from "#app/ui/facts.tsx";
import { Section } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import type { EditionChange, RevisionChange } from "./changes.server.ts";
import type { RequirementChange } from "./changes.ts";
import { needInWords } from "./need-words.ts";
import { reviewInWords } from "./review-words.ts";

/** One edition: who reviewed which text of it, what it asks that the one before did not, and each of its revisions. */
export function EditionChanges({ edition }: { edition: EditionChange }) {
  const first = edition.revisions.at(-1)?.revision ?? 1;
  return (
    <Section title={m.catalogue_changes_edition({ edition: edition.number })} id={`editie-${edition.number}`}>
      {edition.shown ? <p>{m.catalogue_changes_shown()}</p> : null}
      {edition.retiredAt ? <p>{m.catalogue_changes_retired({ date: formatDate(edition.retiredAt, getLocale()) })}</p> : null}
      <p>{reviewInWords(edition.reviewer)}</p>
      <Requirements changes={edition.requirements} />
      {edition.revisions.map((revision) => (
        <Revision key={revision.revision} revision={revision} />
      ))}
      {first > 1 ? <p className="hint">{m.catalogue_changes_begins({ revision: first })}</p> : null}
    </Section>
  );
}

function Requirements({ changes }: { changes: RequirementChange[] | null }) {
  if (!changes) return null;
  if (changes.length === 0) return <p>{m.catalogue_changes_requirements_none()}</p>;
  return (
    <>
      <h3>{m.catalogue_changes_requirements()}</h3>
      <ul className="text-list">
        {changes.map((change) => (
          <li key={JSON.stringify(change)}>{requirementInWords(change)}</li>
        ))}
      </ul>
    </>
  );
}

function requirementInWords({ was, is }: RequirementChange): string {
  const [before, now] = [was ? needInWords(was) : "", is ? needInWords(is) : ""];
  if (!was) return m.catalogue_changes_requirement_new({ now });
  if (!is) return m.catalogue_changes_requirement_gone({ before });
  return before === now ? m.catalogue_changes_requirement_parts({ now }) : m.catalogue_changes_requirement_other({ before, now });
}

function Revision({ revision: { revision, publishedAt, author, reason, material, lessons, tests } }: { revision: RevisionChange }) {
  const parts = [
    ...(lessons ? listed(m.catalogue_changes_lessons(), lessons.changed) : []),
    ...(lessons ? listed(m.catalogue_changes_lessons_added(), lessons.added) : []),
    ...(lessons ? listed(m.catalogue_changes_lessons_removed(), lessons.removed) : []),
    ...(tests ? listed(m.catalogue_changes_tests(), tests.changed) : []),
    ...(tests ? listed(m.catalogue_changes_tests_added(), tests.added) : []),
    ...(tests ? listed(m.catalogue_changes_tests_removed(), tests.removed) : []),
  ];
  return (
    <section>
      <h3>{m.catalogue_changes_revision({ revision, date: formatDate(publishedAt, getLocale()) })}</h3>
      <p lang="nl">{reason}</p>
      <p className="hint">
        {m.catalogue_changes_by({ author })}{" "}
        {lessons ? (material ? m.catalogue_changes_material() : m.catalogue_changes_not_material()) : null}
      </p>
      {lessons && tests && parts.length === 0 ? <p>{m.catalogue_changes_no_text()}</p> : null}
      {lessons ? null : <p>{m.catalogue_changes_first()}</p>}
      {parts.length > 0 ? <Facts items={parts} /> : null}
    </section>
  );
}

const listed = (label: string, titles: readonly string[]) =>
  titles.length === 0
    ? []
    : [
        {
          label,
          value: (
            <ul lang="nl">
              {titles.map((title) => (
                <li key={title}>{title}</li>
              ))}
            </ul>
          ),
        },
      ];
