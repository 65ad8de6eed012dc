import * as m from "#generated/paraglide/messages.js";

interface FigureProps {
  id: string;
  /** HTML of drawings.server.tsx; without it the caption and the words stand alone */
  drawing: string | undefined;
  /** HTML of our own compiler, like the words */
  caption: string;
  words: string;
}

/** An explaining figure: drawing, caption, and the same in words for everyone. */
export function Figure({ id, drawing, caption, words }: FigureProps) {
  return (
    <figure className="figure" id={id}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by React on the server */}
      {drawing ? <div className="figure-drawing" lang="nl" dangerouslySetInnerHTML={{ __html: drawing }} /> : null}
      <figcaption>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by catalogue's compiler */}
        <div className="figure-caption" lang="nl" dangerouslySetInnerHTML={{ __html: caption }} />
        <details open={drawing === undefined}>
          <summary>{m.catalogue_figure_words()}</summary>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by catalogue's compiler */}
          <div className="figure-words" lang="nl" dangerouslySetInnerHTML={{ __html: words }} />
        </details>
      </figcaption>
    </figure>
  );
}
