import type { ReactNode } from "react";
import { paths } from "#app/paths.ts";
import { Button, ButtonLink } from "#app/ui/actions.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { HiddenField } from "#app/ui/fields.tsx";
import { Section } from "#app/ui/page.tsx";
import { Prose } from "#app/ui/prose.tsx";
import * as m from "#generated/paraglide/messages.js";
import { CourseText } from "./question-fields.tsx";
import type { Met } from "./vignette.ts";
import type { TurnView, VignettePage } from "./vignette-page.server.ts";

/** Where a scene stands on the page. */
const placeOf = (sceneId: string) => `scene-${sceneId}`;

/** The addresses of a vignette's forms. */
export interface VignetteActions {
  choose: string;
  again: string;
}

/**
 * A conversation in its order: at each moment first what the line before it did, then what happens, then what was said. A choice leads
 * to the last of them, so that whoever looks and whoever listens meets the feedback once, before the new scene.
 */
export function VignetteBody({ page, actions, refusal }: { page: VignettePage; actions: VignetteActions; refusal?: string }) {
  const { scene, turns, ending } = page;
  return (
    <div className="vignette">
      <ErrorSummary errors={refusal ? { [placeOf(scene.id)]: refusal } : undefined} />
      <Prose html={page.intro} />
      <p className="hint">{m.assessment_vignette_how()}</p>
      <ol className="vignette-moments">
        {turns.map((turn, position) => (
          <Moment key={turn.sceneId} page={page} position={position} sceneId={turn.sceneId} text={turn.text}>
            <blockquote className="vignette-said">
              <p className="vignette-label">{m.assessment_vignette_you()}</p>
              <Prose html={turn.said} />
            </blockquote>
          </Moment>
        ))}
        <Moment page={page} position={turns.length} sceneId={scene.id} text={scene.text}>
          {ending ? null : <Choices page={page} action={actions.choose} />}
        </Moment>
      </ol>
      {ending ? <Ending page={page} ending={ending} again={actions.again} /> : null}
    </div>
  );
}

function Moment({
  page,
  position,
  sceneId,
  text,
  children,
}: {
  page: VignettePage;
  position: number;
  sceneId: string;
  text: string;
  children: ReactNode;
}) {
  const before = page.turns[position - 1];
  const last = page.ending !== null && position === page.turns.length;
  return (
    <li className="vignette-moment" id={placeOf(sceneId)} tabIndex={-1}>
      <h2>{last ? m.assessment_vignette_end() : m.assessment_vignette_moment({ number: position + 1 })}</h2>
      {before ? <Feedback page={page} turn={before} /> : null}
      <Prose html={text} />
      {children}
    </li>
  );
}

function Feedback({ page: { slug, lessonId }, turn }: { page: VignettePage; turn: TurnView }) {
  return (
    <div className="vignette-feedback">
      <p className="vignette-label">{m.assessment_vignette_feedback()}</p>
      <Prose html={turn.feedback} />
      <p>
        <strong>{choiceMet(turn.met)}</strong> <span lang="nl">{turn.criterion}</span>
      </p>
      {turn.sources.length > 0 ? (
        <p className="hint">
          {m.assessment_sources()}:{" "}
          {turn.sources.map(({ key, short }, position) => (
            <span key={key}>
              {position > 0 ? "; " : ""}
              <a href={paths.lesson(slug, lessonId, `bron-${key}`)} lang="nl">
                {short}
              </a>
            </span>
          ))}
        </p>
      ) : null}
    </div>
  );
}

/** One form; each line is a button, so that it works by keyboard and without a script. */
function Choices({ page: { run, scene }, action }: { page: VignettePage; action: string }) {
  return (
    <form method="post" action={action}>
      <HiddenField name="run" value={String(run)} />
      <HiddenField name="scene" value={scene.id} />
      <fieldset className="vignette-choices">
        <legend>{m.assessment_vignette_question()}</legend>
        {scene.choices.map(({ id, text }) => (
          <button key={id} type="submit" name="choice" value={id} className="vignette-choice">
            <CourseText html={text} />
          </button>
        ))}
      </fieldset>
    </form>
  );
}

function Ending({ page, ending, again }: { page: VignettePage; ending: NonNullable<VignettePage["ending"]>; again: string }) {
  return (
    <>
      <Section title={m.assessment_vignette_lesson()}>
        <Prose html={ending.lesson} />
      </Section>
      <Section title={m.assessment_vignette_rubric()}>
        <p>{m.assessment_vignette_rubric_text()}</p>
        <ul className="text-list">
          {ending.rubric.map(({ text, shown }) => (
            <li key={text}>
              <span lang="nl">{text}</span> <strong>{pathShowed(shown)}</strong>
            </li>
          ))}
        </ul>
      </Section>
      <div className="actions">
        <ButtonLink to={paths.lesson(page.slug, page.lessonId, page.vignetteId)} reload>
          {m.assessment_vignette_to_lesson()}
        </ButtonLink>
        <form method="post" action={again}>
          <Button variant="quiet">{m.assessment_vignette_again()}</Button>
        </form>
      </div>
    </>
  );
}

function choiceMet(met: Met): string {
  switch (met) {
    case "met":
      return m.assessment_vignette_choice_met();
    case "partly":
      return m.assessment_vignette_choice_partly();
    case "not-met":
      return m.assessment_vignette_choice_not();
  }
}

function pathShowed(shown: Met | null): string {
  switch (shown) {
    case "met":
      return m.assessment_vignette_path_met();
    case "partly":
      return m.assessment_vignette_path_partly();
    case "not-met":
      return m.assessment_vignette_path_not();
    case null:
      return m.assessment_vignette_path_none();
  }
}
