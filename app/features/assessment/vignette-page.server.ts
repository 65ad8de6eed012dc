import type { Html, Reference } from "#app/features/catalogue/compiled.ts";
import { outsideLesson } from "#app/features/catalogue/outside-lesson.ts";
import { db } from "#app/platform/db.server.ts";
import { openVignette, pinnedVignette, type VignetteRefusal, type VignetteSeat } from "./open-vignette.server.ts";
import { type CriterionShown, type Met, metBy, rubricShown, type Turn, walkOf } from "./vignette.ts";
import { newestRun } from "./vignette-rows.server.ts";

/** One exchange after the fact: what happened, what was said, and what that did. */
export interface TurnView {
  sceneId: string;
  text: Html;
  said: Html;
  feedback: Html;
  /** the criterion this was about, and how far it was met */
  criterion: string;
  met: Met;
  sources: { key: string; short: string }[];
}

/** What the page of one vignette shows. Everything in it may go to the browser. */
export interface VignettePage {
  ok: true;
  slug: string;
  lessonId: string;
  vignetteId: string;
  title: string;
  lessonTitle: string;
  /** whole minutes */
  minutes: number;
  intro: Html;
  /** 1-based: which time this is */
  run: number;
  turns: TurnView[];
  /** where the conversation stands; without choices where it has ended */
  scene: { id: string; text: Html; choices: { id: string; text: Html }[] };
  /** null while it is under way */
  ending: { lesson: Html; rubric: CriterionShown[] } | null;
}

/**
 * One vignette for one person. Reading it starts nothing. It is built field by field, so that what a choice would bring (points,
 * feedback, where it leads) never comes along before it is made.
 */
export async function vignettePage(seat: VignetteSeat, now: Date): Promise<VignettePage | VignetteRefusal> {
  const vignette = await openVignette(seat, now);
  if (!vignette.ok) return vignette;
  const { personId, enrolmentId, compiled } = vignette;
  const run = await newestRun(db, { personId, enrolmentId, vignetteId: seat.vignetteId });
  const definition = await pinnedVignette(vignette, run?.revisionId ?? vignette.revisionId);
  const { turns, scene, ended } = walkOf(definition, run?.path ?? []);
  const { slug, lessonId, vignetteId } = seat;
  const html = (text: Html) => outsideLesson(text, { slug, lessonId });
  const criteria = new Map(definition.rubric.map(({ id, text }) => [id, text]));
  const lesson = compiled.modules.flatMap(({ lessons }) => lessons).find(({ id }) => id === lessonId);
  return {
    ok: true,
    slug,
    lessonId,
    vignetteId,
    title: definition.title,
    lessonTitle: lesson?.title ?? "",
    minutes: definition.minutes,
    intro: html(definition.intro),
    run: run?.number ?? 1,
    turns: turns.map((turn) => turnView(turn, html, criteria, compiled.references)),
    scene: {
      id: scene.id,
      text: html(scene.text),
      choices: scene.choices.map(({ id, text }) => ({ id, text: inOneLine(html(text)) })),
    },
    ending: ended ? { lesson: html(scene.lesson ?? ""), rubric: rubricShown(definition, turns) } : null,
  };
}

function turnView(
  { scene, choice }: Turn,
  html: (text: Html) => Html,
  criteria: ReadonlyMap<string, string>,
  references: Readonly<Record<string, Reference>>,
): TurnView {
  return {
    sceneId: scene.id,
    text: html(scene.text),
    said: html(choice.text),
    feedback: html(choice.feedback),
    criterion: criteria.get(choice.criterion) ?? "",
    met: metBy(choice.points),
    sources: choice.sources.flatMap((key) => (references[key] ? [{ key, short: references[key].short }] : [])),
  };
}

/** A line to press is no place for paragraphs or links. */
const inOneLine = (html: Html): Html => html.replace(/<\/p>\s*<p>/g, " ").replace(/<\/?(?:p|a)(?: [^>]*)?>/g, "");
