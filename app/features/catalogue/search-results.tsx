import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import * as m from "#generated/paraglide/messages.js";
import type { Found } from "./search.server.ts";
import type { Piece } from "./search-words.ts";

/** What was found, best first: what kind of thing, where, and the words around the hit. The texts are Dutch, whatever the interface is. */
export function SearchResults({ results }: { results: readonly Found[] }) {
  return (
    <ol className="found-list">
      {results.map((found) => (
        <li key={`${found.kind} ${found.courseSlug} ${found.lessonId} ${found.anchor}`}>
          <p className="eyebrow">
            {kindWord(found)} · <span lang="nl">{found.courseTitle}</span>
          </p>
          <h2 lang="nl">
            <Link to={placeOf(found)}>{found.title}</Link>
          </h2>
          {found.lessonTitle && found.lessonTitle !== found.title ? (
            <p className="found-lesson" lang="nl">
              {found.lessonTitle}
            </p>
          ) : null}
          <p className="found-snippet" lang="nl">
            <Snippet pieces={found.snippet} />
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Text, whatever signs it is made of: nothing of it is set as HTML. */
function Snippet({ pieces }: { pieces: readonly Piece[] }) {
  let place = 0;
  return <>{pieces.map(({ text, hit }) => (hit ? <mark key={place++}>{text}</mark> : text))}</>;
}

function kindWord({ kind, own }: Found): string {
  switch (kind) {
    case "step":
      return own ? m.catalogue_find_step() : m.catalogue_find_preview();
    case "term":
      return m.catalogue_find_term();
    case "source":
      return m.catalogue_find_source();
  }
}

function placeOf({ kind, own, courseSlug, lessonId, anchor }: Found): string {
  if (kind === "term") return paths.glossary(courseSlug, anchor);
  if (kind === "source" || lessonId === null) return `${paths.sources()}#bron-${anchor}`;
  return own ? paths.lesson(courseSlug, lessonId, anchor) : `${paths.preview(courseSlug, lessonId)}#${anchor}`;
}
