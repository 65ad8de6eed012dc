import type { ReactNode } from "react";
import { formatMinutes } from "#app/platform/i18n/format.ts";
import { Prose } from "#app/ui/prose.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import type { Block, Reference } from "./compiled.ts";
import { levelWords, verdictWords } from "./verdict-words.ts";

export type WritingBlock = Extract<Block, { kind: "reflection" | "case" }>;
type ClaimBlock = Extract<Block, { kind: "claim" }>;

interface LessonBlocksProps {
  blocks: readonly Block[];
  /** of the course, or only those cited */
  references: Readonly<Record<string, Reference>>;
  /** what stands under a prompt: the learner's own text. Without it only the prompt is shown, and never a discussion. */
  renderWriting?: (block: WritingBlock) => ReactNode;
}

/** The blocks of a step, in reading order. Works without JavaScript. */
export function LessonBlocks({ blocks, ...rest }: LessonBlocksProps) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a published step never reorders
  return blocks.map((block, position) => <LessonBlock key={position} block={block} {...rest} />);
}

function LessonBlock({ block, references, renderWriting }: Omit<LessonBlocksProps, "blocks"> & { block: Block }) {
  const minutes = "minutes" in block ? formatMinutes(block.minutes, getLocale()) : "";
  switch (block.kind) {
    case "prose":
      return <Prose html={block.html} />;
    case "claim":
      return <Claim block={block} references={references} />;
    case "practice":
      return <Prompt block={block} title={m.catalogue_practice_title({ minutes })} />;
    case "reflection":
      return (
        <Prompt block={block} title={m.catalogue_reflection_title({ minutes })}>
          {renderWriting?.(block)}
        </Prompt>
      );
    case "case":
      return (
        <Prompt block={block} title={m.catalogue_case_title({ title: block.title, minutes })}>
          {renderWriting?.(block)}
          {block.anchors.map((key) => (
            <span key={key} id={`cite-${key}`} tabIndex={-1} />
          ))}
        </Prompt>
      );
  }
}

function Prompt({
  block,
  title,
  children,
}: {
  block: Extract<Block, { kind: "practice" | "reflection" | "case" }>;
  title: string;
  children?: ReactNode;
}) {
  return (
    <section className={`lesson-block lesson-${block.kind}`} id={block.id} aria-labelledby={`${block.id}-title`}>
      <h3 id={`${block.id}-title`}>{title}</h3>
      <Prose html={block.html} />
      {children}
    </section>
  );
}

function Claim({ block, references }: { block: ClaimBlock; references: Readonly<Record<string, Reference>> }) {
  const verdict = verdictWords(block.verdict);
  const level = levelWords(block.level);
  return (
    // A figure and no region: a lesson has many, and landmarks of one name say nothing to who moves by them.
    <figure className={`lesson-block claim claim-${block.verdict.toLowerCase()}`} id={block.id} aria-label={m.catalogue_claim_label()}>
      <p className="claim-verdict">
        <span className="claim-letter">{block.verdict}</span>
        <strong>{verdict.name}</strong>
        <span className="claim-level">{m.catalogue_level_label({ level: level.name })}</span>
      </p>
      <Prose html={block.html} />
      <details>
        <summary>{m.catalogue_claim_what()}</summary>
        <p>
          <strong>{verdict.name}.</strong> {verdict.meaning}
        </p>
        <p>
          <strong>{m.catalogue_level_label({ level: level.name })}.</strong> {level.meaning}
        </p>
        <p>{m.catalogue_claim_sources()}</p>
        <ul lang="nl">
          {block.sources.map((key) => (
            <li key={key}>
              <a className="cite" id={block.anchors.includes(key) ? `cite-${key}` : undefined} href={`#bron-${key}`}>
                {references[key]?.short ?? key}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </figure>
  );
}
