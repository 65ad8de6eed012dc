import { Form, Outlet } from "@remix-run/react";
import { CarriedOver } from "#app/features/learning/carried-over.tsx";
import { CourseProgress } from "#app/features/learning/course-progress.tsx";
import { FirstHint } from "#app/features/learning/first-hint.tsx";
import { Programme } from "#app/features/learning/programme.tsx";
import { RequirementList } from "#app/features/learning/requirement-list.tsx";
import { paths } from "#app/paths.ts";
import { formatDate, formatMinutes } from "#app/platform/i18n/format.ts";
import { Button, ButtonLink, TextLink } from "#app/ui/actions.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import type { CourseView } from "./course.tsx";
import { FinishedNotice } from "./finished-notice.tsx";
import { lessonVerbs } from "./learn-paths.ts";
import { Next } from "./next.tsx";

type OpenView = Extract<CourseView, { kind: "open" }>;

/** The home of a course that is open: what to do now, what the certificate asks, and the whole programme. */
export function OpenCourse({ view }: { view: OpenView }) {
  const locale = getLocale();
  const { slug, begun } = view;
  return (
    <Page title={<span lang="nl">{view.title}</span>} eyebrow={<TextLink to={paths.learn()}>{m.learning_overview_title()}</TextLink>}>
      <Outlet />
      {view.finishedNow ? (
        <FinishedNotice undo={view.complete ? null : lessonVerbs.reopen(slug, view.finishedNow.id)}>
          {m.learning_finished_now({ position: view.finishedNow.position })}
        </FinishedNotice>
      ) : null}
      {begun ? (
        <Onward view={view} locale={locale} />
      ) : (
        <BeginForm slug={slug} time={formatMinutes(view.minutesLeft, locale)} until={view.endsAt && formatDate(view.endsAt, locale)} />
      )}
      <CarriedOver slug={slug} carried={view.carried} offered={view.offered} />
      {view.hint ? <FirstHint words={view.hint} next={paths.learnCourse(slug)} /> : null}
      <Section title={m.learning_requirements_title()}>
        <p>{m.learning_requirements_text()}</p>
        <RequirementList slug={slug} rules={view.rules} cases={view.cases} vignettes={view.vignettes} linked={begun} />
      </Section>
      <Section title={m.learning_programme_title()}>
        <Programme slug={slug} modules={view.modules} tests={view.tests} linked={begun} locale={locale} />
      </Section>
    </Page>
  );
}

/** How far one is, and the one thing to do now. */
function Onward({ view, locale }: { view: OpenView; locale: string }) {
  return (
    <div className="onward">
      <CourseProgress course={view} />
      {view.issuedOn ? (
        <>
          <p>{m.learning_certificate_issued({ date: formatDate(view.issuedOn, locale) })}</p>
          <div className="actions">
            <ButtonLink to={paths.certificates()}>{m.learning_next_certificate()}</ButtonLink>
          </div>
        </>
      ) : (
        <>
          {view.next.kind === "confirm-name" ? <p>{m.learning_complete_confirm()}</p> : null}
          {view.next.kind === "certificate" ? <p>{m.learning_certificate_withdrawn()}</p> : null}
          <div className="actions">
            <Next slug={view.slug} next={view.next} final={view.final} />
          </div>
        </>
      )}
      {view.endsAt ? <p className="hint">{m.learning_until({ date: formatDate(view.endsAt, locale) })}</p> : null}
      <p className="row-links">
        <TextLink to={paths.learnNotes(view.slug)}>{m.learning_texts_all()}</TextLink>
        {view.toEvaluate ? <TextLink to={paths.evaluation(view.slug)}>{m.learning_to_evaluation()}</TextLink> : null}
      </p>
    </div>
  );
}

/** The explicit start: until this is pressed nothing opens, whatever a browser fetches ahead. */
function BeginForm({ slug, time, until }: { slug: string; time: string; until: string | null }) {
  return (
    <Form method="post" action={paths.begin(slug)} className="onward">
      <p>{m.learning_begin_text({ time })}</p>
      <Button>{m.learning_begin_button()}</Button>
      {until ? <p className="hint">{m.learning_until({ date: until })}</p> : null}
    </Form>
  );
}
