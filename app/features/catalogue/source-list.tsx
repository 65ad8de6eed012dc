import { formatDate } from "#app/platform/i18n/format.ts";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import type { Reference } from "./compiled.ts";
import { levelWords } from "./verdict-words.ts";

/**
 * Sources in the order given; citations lead to their items by id. Under a lesson each leads back to its first citation;
 * `alone` is for a list that no text stands above.
 */
export function SourceList({ references, alone }: { references: readonly Reference[]; alone?: boolean }) {
  return (
    <ol className="source-list">
      {references.map((reference) => (
        <li
          key={reference.key}
          id={`bron-${reference.key}`}
          tabIndex={-1}
          data-peek-name={m.catalogue_source_called({ name: reference.short })}
        >
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by our own formatter, which escapes every field */}
          <span data-peek="" lang="nl" dangerouslySetInnerHTML={{ __html: reference.full }} />
          <span className="source-facts">
            <span data-peek="aside">
              {m.catalogue_level_label({ level: levelWords(reference.level).name })}.{" "}
              {reference.checked && reference.checkedOn
                ? m.catalogue_source_checked({ date: formatDate(reference.checkedOn, getLocale()) })
                : null}
            </span>{" "}
            {alone ? null : (
              <a href={`#cite-${reference.key}`}>
                {m.catalogue_source_back()}
                <span className="visually-hidden" lang="nl">
                  : {reference.short}
                </span>
              </a>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
