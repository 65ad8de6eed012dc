import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { LONGEST_TEXT, type OpenQuestion, type Statement } from "#app/features/assessment/evaluation.ts";
import { EvaluationForm, UnkeptTexts } from "#app/features/assessment/evaluation-form.tsx";
import { openQuestionInWords, statementInWords } from "#app/features/assessment/evaluation-words.ts";
import { evaluationPage, giveEvaluation } from "#app/features/assessment/give-evaluation.server.ts";
import { type FormRefusal, parseForm, typedValues } from "#app/http/forms.server.ts";
import { requireViewer } from "#app/http/guards.server.ts";
import { isAnswer } from "#app/http/verb.server.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, TextLink } from "#app/ui/actions.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { WithTitle } from "#app/ui/with-title.tsx";
import * as m from "#generated/paraglide/messages.js";
import { titled } from "../page-title.ts";
import { fromTheGate, required } from "./enter.server.ts";

export const meta: MetaFunction = titled(m.assessment_evaluation_title);

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const slug = required(params.slug);
  // What was typed must not be lost to a redirect: without session or access the form comes back, and nothing of the course.
  const answer = isAnswer(request);
  if (answer && !context.viewer) return { kind: "answer" as const, slug };
  const page = await evaluationPage({ personId: requireViewer(context, request).id, slug }, context.now);
  if (page.ok) return { kind: "page" as const, slug, ...page };
  if (answer) return { kind: "answer" as const, slug };
  throw fromTheGate(page.reason, slug);
}

/** `invalid`: to be mended; the others say why nothing could be kept. */
interface Refused extends FormRefusal {
  why: "invalid" | "signed-out" | "closed" | "already-given";
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const slug = required(params.slug);
  const form = await request.formData();
  const refused = (why: Refused["why"], status: number, errors: Record<string, string> = {}) =>
    data<Refused>({ why, values: typedValues(form), errors }, { status });
  if (!context.viewer) return refused("signed-out", 401);
  const parsed = parseForm(form, answersSchema());
  if (!parsed.ok) return refused("invalid", 422, parsed.refusal.errors);
  const answer = await giveEvaluation({ personId: context.viewer.id, slug, answers: parsed.value }, context.now);
  if (answer.ok) return redirect(paths.evaluation(slug), 303);
  return answer.reason === "already-given" ? refused("already-given", 409) : refused("closed", 403);
}

/** Made for each request, so that its messages come in its language. */
function answersSchema() {
  const agreed = (statement: Statement) =>
    z
      .enum(["1", "2", "3", "4", "5"], { error: m.assessment_evaluation_error_choose({ statement: statementInWords(statement) }) })
      .transform(Number);
  const written = (question: OpenQuestion) =>
    z
      .string()
      .trim()
      .max(LONGEST_TEXT, m.assessment_evaluation_error_long({ question: openQuestionInWords(question), limit: LONGEST_TEXT }))
      .default("");
  return z.object({
    useful: agreed("useful"),
    clear: agreed("clear"),
    level: agreed("level"),
    honest: agreed("honest"),
    load: agreed("load"),
    recommend: agreed("recommend"),
    kept: written("kept"),
    better: written("better"),
  });
}

export default function Evaluation() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const title = view.kind === "page" ? view.courseTitle : null;
  const given = view.kind === "page" && view.given;
  return (
    <Page
      narrow
      eyebrow={
        title ? (
          <TextLink to={paths.learnCourse(view.slug)}>
            <WithTitle say={(course) => m.assessment_back({ course })} title={title} />
          </TextLink>
        ) : null
      }
      title={given ? m.assessment_evaluation_given_title() : m.assessment_evaluation_title()}
      lead={given ? undefined : m.assessment_evaluation_lead()}
    >
      {refused && refused.why !== "invalid" ? <NotKept why={refused.why} slug={view.slug} /> : null}
      {given ? (
        <Given slug={view.slug} values={refused?.values} />
      ) : (
        <>
          {view.kind === "page" && view.early && !refused ? (
            <Notice kind="warning">
              <p>{m.assessment_evaluation_early()}</p>
            </Notice>
          ) : null}
          <EvaluationForm values={refused?.values} errors={refused?.errors} />
        </>
      )}
    </Page>
  );
}

function Given({ slug, values }: { slug: string; values: Record<string, string> | undefined }) {
  return (
    <>
      <p>{m.assessment_evaluation_given()}</p>
      {values ? <UnkeptTexts values={values} /> : null}
      <ButtonLink to={paths.learnCourse(slug)}>{m.learning_to_course_home()}</ButtonLink>
    </>
  );
}

/** Why the form could not be taken. */
function NotKept({ why, slug }: { why: Exclude<Refused["why"], "invalid">; slug: string }) {
  return (
    <Notice kind="error">
      <p>{reasonInWords(why)}</p>
      {why === "signed-out" ? (
        <p>
          <a href={paths.login(paths.evaluation(slug))} target="_blank" rel="noopener">
            {m.assessment_signed_out_login()}
          </a>
        </p>
      ) : null}
    </Notice>
  );
}

function reasonInWords(why: Exclude<Refused["why"], "invalid">): string {
  switch (why) {
    case "signed-out":
      return m.assessment_evaluation_signed_out();
    case "closed":
      return m.assessment_evaluation_closed();
    case "already-given":
      return m.assessment_evaluation_already();
  }
}
