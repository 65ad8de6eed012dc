import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { correct, lessonToCorrect, passageMark } from "#app/features/catalogue/corrections.server.ts";
import { citableClaims } from "#app/features/catalogue/corrections-for-office.server.ts";
import { verdictWords } from "#app/features/catalogue/verdict-words.ts";
import { parseForm, typedValues } from "#app/http/forms.server.ts";
import { notFound, requireOffice } from "#app/http/guards.server.ts";
import { isAnswer } from "#app/http/verb.server.ts";
import { paths } from "#app/paths.ts";
import { env } from "#app/platform/env.server.ts";
import { Button, ButtonLink } from "#app/ui/actions.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Choice } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { HiddenField, TextArea, TextField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { titled } from "../page-title.ts";
import { CitableClaims } from "./citable-claims.tsx";
import { type PassageRefusal, refusalOf } from "./correct-passage.server.ts";
import { PassageFaults } from "./passage-faults.tsx";

export const meta = titled(m.office_correct_title);

const named = (params: LoaderFunctionArgs["params"]) => {
  const { slug = "", edition = "", lessonId = "", passage = "" } = params;
  if (!/^\d{1,5}$/.test(passage)) throw notFound();
  return { slug, edition, lessonId, passage: Number(passage) };
};

/** The passage as it stands now. After a refusal the form is shown also where the passage is gone: nothing typed is lost. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = requireOffice(context, request);
  const place = named(params);
  const lesson = await lessonToCorrect(place.slug, place.edition, place.lessonId);
  const passage = lesson?.passages[place.passage] ?? null;
  if (!lesson || (!passage && !isAnswer(request))) throw notFound();
  const text = passage?.text ?? "";
  const citable = await citableClaims(place.slug, place.edition, place.lessonId);
  const claims = citable.map(({ verdict, ...claim }) => ({ ...claim, verdict: verdictWords(verdict).name }));
  return { ...place, lessonTitle: lesson.lessonTitle, text, mark: passageMark(text), author: viewer.name, claims };
}

const formSchema = () =>
  z.object({
    mark: z.string().max(100),
    text: z.string(m.office_correct_error_empty()).trim().min(1, m.office_correct_error_empty()).max(20_000, m.office_correct_error_long()),
    reason: z
      .string(m.office_correct_error_reason())
      .transform((value) => value.replace(/\s+/g, " ").trim())
      .pipe(z.string().min(3, m.office_correct_error_reason()).max(300, m.office_correct_error_reason())),
    material: z.enum(["yes", "no"], m.office_correct_error_material()),
  });

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = requireOffice(context, request);
  const place = named(params);
  const form = await request.formData();
  const parsed = parseForm(form, formSchema());
  if (!parsed.ok) return data<PassageRefusal>({ ...parsed.refusal, problems: [] }, { status: 422 });
  const { material, ...typed } = parsed.value;
  const said = { ...place, ...typed, material: material === "yes", author: viewer.name, actorId: viewer.id };
  const answer = await correct(said, env().coursesDir, context.now);
  if (answer.ok) return redirect(paths.officeRevision(place.slug, place.edition, answer.revision, "corrected"), 303);
  if (answer.reason === "unknown-lesson") throw notFound();
  const { mark, ...values } = typedValues(form);
  // Whoever is told that the passage changed, sees it as it is now; until then theirs is a correction of the text they saw.
  const seen: Record<string, string> = answer.reason === "changed-meanwhile" || mark === undefined ? {} : { mark };
  return data<PassageRefusal>({ values: { ...values, ...seen }, ...refusalOf(answer) }, { status: 422 });
}

export default function CorrectPassage() {
  const { slug, edition, lessonId, passage, lessonTitle, text, mark, author, claims } = useLoaderData<typeof loader>();
  const { values = {}, errors, problems = [] } = useActionData<typeof action>() ?? {};
  return (
    <Page
      title={m.office_correct_title()}
      lead={m.office_correct_lead({ lesson: lessonTitle })}
      above={
        <Breadcrumbs
          items={[
            { to: paths.officeCorrections(), label: m.office_corrections_title() },
            { to: paths.officeCorrectLesson(slug, edition, lessonId), label: <span lang="nl">{lessonTitle}</span> },
          ]}
        />
      }
    >
      <ErrorSummary errors={errors} />
      <PassageFaults problems={problems} />
      {text ? (
        <>
          <h2>{m.office_correct_was()}</h2>
          <p className="passage-source" lang="nl">
            {text}
          </p>
        </>
      ) : null}
      <Form method="post" action={paths.officeCorrectPassage(slug, edition, lessonId, passage)}>
        <HiddenField name="mark" value={values.mark ?? mark} />
        <TextArea
          label={m.office_correct_text()}
          name="text"
          hint={m.office_correct_text_hint()}
          rows={8}
          error={errors?.text}
          defaultValue={values.text ?? text}
          maxLength={20_000}
        />
        <TextField
          label={m.office_correct_reason()}
          name="reason"
          hint={m.office_correct_reason_hint()}
          error={errors?.reason}
          defaultValue={values.reason}
          maxLength={300}
        />
        <Choice
          legend={m.office_correct_material()}
          name="material"
          options={[
            { value: "no", label: m.office_correct_material_no() },
            { value: "yes", label: m.office_correct_material_yes() },
          ]}
          value={values.material}
          error={errors?.material}
        />
        <p>{m.office_correct_author({ name: author })}</p>
        <div className="actions">
          <Button>{m.office_correct_button()}</Button>
          <ButtonLink to={paths.officeCorrectLesson(slug, edition, lessonId)} variant="quiet">
            {m.office_act_back()}
          </ButtonLink>
        </div>
      </Form>
      <CitableClaims claims={claims} open={problems.length > 0} />
    </Page>
  );
}
