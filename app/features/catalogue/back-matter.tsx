import { useEffect } from "react";
import { paths } from "#app/paths.ts";
import { Section } from "#app/ui/page.tsx";
import { Prose } from "#app/ui/prose.tsx";
import * as m from "#generated/paraglide/messages.js";
import type { CompiledLesson, Reference } from "./compiled.ts";
import { SourceList } from "./source-list.tsx";

interface BackMatterProps {
  slug: string;
  lesson: Pick<CompiledLesson, "terms" | "notes">;
  /** cited in the lesson, in order of first mention */
  references: readonly Reference[];
}

/**
 * What stands at the end of a lesson: its notes, the terms it uses and its sources. The small links in the text lead here; where the
 * browser can, they show the same beside the word instead.
 */
export function BackMatter({ slug, lesson, references }: BackMatterProps) {
  usePeeking();
  return (
    <>
      <Notes notes={lesson.notes} />
      <Terms slug={slug} terms={lesson.terms} />
      {references.length > 0 ? (
        <Section title={m.catalogue_source_list()} id="bronnen">
          <p>{m.catalogue_source_list_note()}</p>
          <SourceList references={references} />
        </Section>
      ) : null}
    </>
  );
}

/** A lesson compiled before there were notes and terms has none. */
function Notes({ notes }: { notes: CompiledLesson["notes"] | undefined }) {
  if (!notes?.length) return null;
  return (
    <Section title={m.catalogue_notes()} id="noten">
      <ol className="notes">
        {notes.map(({ number, html, backs }) => (
          <li key={number} id={`noot-${number}`} tabIndex={-1} data-peek-name={m.catalogue_note({ number })}>
            <div data-peek="">
              <Prose html={html} />
            </div>
            <p className="source-facts">
              {backs.map((id, place) => (
                <a key={id} href={`#${id}`}>
                  {backs.length === 1 ? m.catalogue_source_back() : m.catalogue_note_back({ place: place + 1 })}
                  <span className="visually-hidden">: {m.catalogue_note({ number })}</span>
                </a>
              ))}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Terms({ slug, terms }: { slug: string; terms: CompiledLesson["terms"] | undefined }) {
  if (!terms?.length) return null;
  return (
    <Section title={m.catalogue_terms_used()} id="begrippen">
      <TermList terms={terms} />
      <p className="terms-all">
        <a href={paths.glossary(slug)}>{m.catalogue_terms_all()}</a>
      </p>
    </Section>
  );
}

/** Terms with what the course means by them; the marked words lead here by id. */
export function TermList({ terms }: { terms: CompiledLesson["terms"] }) {
  return (
    <dl className="terms" lang="nl">
      {terms.map(({ id, term, text }) => (
        <div key={id} id={`begrip-${id}`} tabIndex={-1} data-peek-name={m.catalogue_term_called({ term })}>
          <dt>
            <span data-peek="name">{term}</span>
          </dt>
          <dd>
            <span data-peek="">{text}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A press on a small link opens a card beside it; with a modifier key, or in a browser without popovers, it stays a link. */
function usePeeking(): void {
  useEffect(() => {
    if (!("popover" in HTMLElement.prototype)) return;
    const press = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a.cite, a.noteref, a.term") : null;
      const place = link && document.getElementById(link.hash.slice(1));
      if (!link || !place || link.closest(".peek")) return;
      event.preventDefault();
      import("./peek.ts").then(
        ({ peek }) => peek(link, place),
        () => place.scrollIntoView(),
      );
    };
    document.addEventListener("click", press);
    return () => document.removeEventListener("click", press);
  }, []);
}
