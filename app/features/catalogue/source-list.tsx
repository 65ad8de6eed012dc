import { formatDate } from "#app/platform/i18n/format.ts";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import type { Reference } from "./compiled.ts";
import { sourceLine } from "./source-line.ts";
import { levelWords } from "./verdict-words.ts";

/** A long address of a source may turn to a new line after each of its slashes; only what is read, never where it leads. */
const breakableLinks = (html: string) =>
  html.replace(/>(https?:\/\/[^<]+)</g, (_, address: string) => `>${address.replace(/(?<=[^/:]\/)/g, "<wbr>")}<`);

/**
 * Sources in the order given; citations lead to their items by id. Under a lesson each leads back to its first citation;
 * `alone` is for a list that no text stands above.
 */
export function SourceList({ references, alone }: { references: readonly Reference[]; alone?: boolean }) {
  const unchecked = references.filter((reference) => !reference.checked).length;
  return (
    <>
      {unchecked > 0 ? <p>{m.catalogue_sources_unchecked({ count: unchecked, all: references.length })}</p> : null}
      <ol className="source-list">
        {references.map((reference) => (
          <li
            key={reference.key}
            id={`bron-${reference.key}`}
            tabIndex={-1}
            data-peek-name={m.catalogue_source_called({ name: reference.short })}
          >
            <SourceLine full={reference.full} />
            <span className="source-facts">
              <span data-peek="aside">
                {m.catalogue_level_label({ level: levelWords(reference.level).name })}.{" "}
                {reference.checked && reference.checkedOn
                  ? m.catalogue_source_checked({ date: formatDate(reference.checkedOn, getLocale()) })
                  : null}
                {reference.checked ? null : m.catalogue_source_unchecked()}
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
    </>
  );
}

/** What can be looked up, and on a line of its own what the source is about where its title is not known. */
export function SourceLine({ full }: Pick<Reference, "full">) {
  const { line, about } = sourceLine(full);
  return (
    <span data-peek="" lang="nl">
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by our own formatter, which escapes every field */}
      <span dangerouslySetInnerHTML={{ __html: breakableLinks(line) }} />{" "}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by our own formatter, which escapes every field */}
      {about ? <span className="source-about" dangerouslySetInnerHTML={{ __html: about }} /> : null}
    </span>
  );
}
