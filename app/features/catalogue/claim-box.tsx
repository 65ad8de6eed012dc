import { Prose } from "#app/ui/prose.tsx";
import * as m from "#generated/paraglide/messages.js";
import type { Block, Reference } from "./compiled.ts";
import { levelWords, verdictWords } from "./verdict-words.ts";

interface ClaimBoxProps {
  block: Extract<Block, { kind: "claim" }>;
  references: Readonly<Record<string, Reference>>;
  /** on paper nothing can be opened */
  open?: boolean;
}

/** A statement with our verdict on it, in words before anything else. What the words mean, and the sources, can be opened. */
export function ClaimBox({ block, references, open }: ClaimBoxProps) {
  const verdict = verdictWords(block.verdict);
  const level = levelWords(block.level);
  return (
    // A figure and no region: a lesson has many, and landmarks of one name say nothing to who moves by them.
    <figure className={`lesson-block claim claim-${block.verdict.toLowerCase()}`} id={block.id} aria-label={m.catalogue_claim_label()}>
      <p className="claim-verdict">
        <span className="claim-letter" aria-hidden="true">
          {block.verdict}
        </span>
        <strong>{verdict.name}</strong>
        <span className="claim-level">{m.catalogue_level_label({ level: level.name })}</span>
      </p>
      <Prose html={block.html} />
      <details open={open}>
        <summary>{m.catalogue_claim_what()}</summary>
        <dl className="claim-meaning">
          <dt>{m.catalogue_claim_verdict({ verdict: verdict.name })}</dt>
          <dd>{verdict.meaning}</dd>
          <dt>{m.catalogue_level_label({ level: level.name })}</dt>
          <dd>{level.meaning}</dd>
          <dt>{m.catalogue_claim_sources()}</dt>
          <dd>
            <ul lang="nl">
              {block.sources.map((key) => (
                <li key={key}>
                  <a
                    className="cite"
                    id={block.anchors.includes(key) ? `cite-${key}` : undefined}
                    href={`#bron-${key}`}
                    aria-label={m.catalogue_source_called({ name: references[key]?.short ?? key })}
                  >
                    {references[key]?.short ?? key}
                  </a>
                </li>
              ))}
            </ul>
          </dd>
        </dl>
      </details>
    </figure>
  );
}
