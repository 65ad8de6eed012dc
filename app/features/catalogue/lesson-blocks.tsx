import type { ReactNode } from "react";
import { formatMinutes } from "#app/platform/i18n/format.ts";
import { Figure } from "#app/ui/figures/figure.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { WithTitle } from "#app/ui/with-title.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { ClaimBox } from "./claim-box.tsx";
import type { Block, Reference } from "./compiled.ts";
import { LessonMedia } from "./lesson-media.tsx";
import { RuledLines } from "./ruled-lines.tsx";

export type WritingBlock = Extract<Block, { kind: "reflection" | "case" }>;
export type VignetteBlock = Extract<Block, { kind: "vignette" }>;

interface LessonBlocksProps {
  blocks: readonly Block[];
  /** of the course, or only those cited */
  references: Readonly<Record<string, Reference>>;
  /** what stands under a prompt: the learner's own text. Without it only the prompt is shown, and never a discussion. */
  renderWriting?: (block: WritingBlock) => ReactNode;
  /** what stands under the beginning of a conversation: where it is played */
  renderVignette?: (block: VignetteBlock) => ReactNode;
  /** drawings of figures, by their name */
  drawings?: Readonly<Record<string, string>>;
  /** the address of a video's or recording's file; without it there is nothing to play */
  mediaPath?: (name: string) => string;
  /** for paper: what can be opened stands open */
  open?: boolean;
}

/** The blocks of a step, in reading order. Works without JavaScript. */
export function LessonBlocks({ blocks, ...rest }: LessonBlocksProps) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a published step never reorders
  return blocks.map((block, position) => <LessonBlock key={position} block={block} {...rest} />);
}

function LessonBlock({
  block,
  references,
  renderWriting,
  renderVignette,
  drawings,
  mediaPath,
  open,
}: Omit<LessonBlocksProps, "blocks"> & { block: Block }) {
  const minutes = "minutes" in block ? formatMinutes(block.minutes, getLocale()) : "";
  switch (block.kind) {
    case "prose":
      return <Prose html={block.html} />;
    case "figure":
      return <Figure id={block.id} drawing={drawings?.[block.name]} caption={block.html} words={block.words} />;
    case "claim":
      return <ClaimBox block={block} references={references} open={open} />;
    case "video":
    case "audio":
      return <LessonMedia block={block} mediaPath={mediaPath} />;
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
        <Prompt block={block} title={<WithTitle say={(title) => m.catalogue_case_title({ title, minutes })} title={block.title} />}>
          {renderWriting?.(block)}
          {block.anchors.map((key) => (
            <span key={key} id={`cite-${key}`} tabIndex={-1} />
          ))}
        </Prompt>
      );
    case "vignette":
      return (
        <Prompt block={block} title={<span lang="nl">{block.title}</span>}>
          {renderVignette?.(block)}
        </Prompt>
      );
  }
}

function Prompt({
  block,
  title,
  children,
}: {
  block: Extract<Block, { kind: "practice" | "reflection" | "case" | "vignette" }>;
  title: ReactNode;
  children?: ReactNode;
}) {
  return (
    // Without a name of its own it is no landmark: a lesson has many, of one name, and its heading already leads here.
    <section className={`lesson-block lesson-${block.kind}`} id={block.id}>
      <h3>{title}</h3>
      <Prose html={block.html} />
      {block.kind === "vignette" ? null : <RuledLines minutes={block.kind === "practice" ? 0 : block.minutes} />}
      {children}
    </section>
  );
}
