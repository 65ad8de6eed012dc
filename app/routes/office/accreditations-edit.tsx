import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { accreditationStates, type ShownText } from "#app/features/catalogue/accreditations.ts";
import { courseAccreditations, saveAccreditation } from "#app/features/catalogue/office-accreditations.server.ts";
import type { FormRefusal } from "#app/http/forms.server.ts";
import { notFound, requireOffice } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonLink } from "#app/ui/actions.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Choice } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { NumberField, TextField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { titled } from "../page-title.ts";
import { fieldsOf, readAccreditation } from "./accreditations-form.server.ts";

export const meta = titled(m.office_accreditations_title);

/** The course, and of it the accreditation the address names: `new` is one that is not there yet. */
async function addressed({ context, request, params }: LoaderFunctionArgs) {
  const viewer = requireOffice(context, request);
  const course = await courseAccreditations(params.slug ?? "", context.now);
  const known = course?.accreditations.find(({ id }) => id === params.id) ?? null;
  if (!course || (!known && params.id !== "new")) throw notFound();
  return { viewer, course, known };
}

export async function loader(given: LoaderFunctionArgs) {
  const { course, known } = await addressed(given);
  const { slug, title, editions } = course;
  return { slug, title, editions, id: known?.id, register: known?.register ?? null, fields: known ? fieldsOf(known) : {} };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, course, known } = await addressed(given);
  const read = readAccreditation(await given.request.formData(), course);
  if (!read.ok) return data<FormRefusal>(read.refusal, { status: 422 });
  const order = { slug: course.slug, id: known?.id ?? null, actorId: viewer.id };
  const answer = await saveAccreditation(order, read.facts, given.context.now);
  if (!answer.ok) throw notFound();
  return redirect(paths.officeAccreditations("saved"), 303);
}

const stateWords = {
  requested: m.office_accreditation_requested,
  granted: m.office_accreditation_granted,
  refused: m.office_accreditation_refused,
  lapsed: m.office_accreditation_status_lapsed,
};

export default function EditAccreditation() {
  const { slug, title, editions, id, register, fields } = useLoaderData<typeof loader>();
  const { values = fields as Record<string, string>, errors } = useActionData<typeof action>() ?? {};
  const text = (name: string) => ({ name, error: errors?.[name], defaultValue: values[name] });
  return (
    <Page
      narrow
      title={register ? m.office_accreditation_edit_title({ register }) : m.office_accreditation_new_title()}
      lead={m.office_accreditation_for({ title })}
      above={<Breadcrumbs items={[{ to: paths.officeAccreditations(), label: m.office_accreditations_title() }]} />}
    >
      <ErrorSummary errors={errors} />
      <Form method="post" action={paths.officeAccreditation(slug, id)}>
        <TextField
          {...text("register")}
          label={m.office_accreditation_register()}
          hint={m.office_accreditation_register_hint()}
          maxLength={200}
        />
        <Choice
          legend={m.office_accreditation_status()}
          name="status"
          options={accreditationStates.map((value) => ({ value, label: stateWords[value]() }))}
          value={values.status}
          error={errors?.status}
        />
        <TextField {...text("validFrom")} label={m.office_accreditation_from()} hint={m.office_accreditation_from_hint()} type="date" />
        <TextField {...text("validTo")} label={m.office_accreditation_to()} type="date" optional />
        <TextField {...text("points")} label={m.office_accreditation_points()} hint={m.office_accreditation_points_hint()} maxLength={12} />
        <TextField {...text("category")} label={m.office_accreditation_category()} maxLength={200} optional />
        <TextField
          {...text("peCourseId")}
          label={m.office_accreditation_pe_course()}
          hint={m.office_accreditation_pe_course_hint()}
          maxLength={200}
          optional
        />
        <TextField {...text("peModuleId")} label={m.office_accreditation_pe_module()} maxLength={200} optional />
        <TextField {...text("peEditionId")} label={m.office_accreditation_pe_edition()} maxLength={200} optional />
        <Coverage editions={editions} values={values} errors={errors} />
        <div className="actions">
          <Button>{m.office_accreditation_button()}</Button>
          <ButtonLink to={paths.officeAccreditations()} variant="quiet">
            {m.office_act_back()}
          </ButtonLink>
        </div>
      </Form>
    </Page>
  );
}

interface CoverageProps {
  editions: ShownText[];
  values: Record<string, string>;
  errors: Record<string, string> | undefined;
}

/** Which editions the register has seen, and from which revision on. */
function Coverage({ editions, values, errors }: CoverageProps) {
  return (
    <>
      <Choice
        legend={m.office_accreditation_covers()}
        name="covers"
        type="checkbox"
        hint={m.office_accreditation_covers_hint()}
        options={editions.map(({ edition, revision }) => ({
          value: edition,
          label: m.office_accreditation_covers_edition({ edition, revision }),
        }))}
        values={(values.covers ?? "").split(" ")}
      />
      {editions.map(({ edition }) => (
        <NumberField
          key={edition}
          label={m.office_accreditation_from_revision({ edition })}
          name={`from-${edition}`}
          error={errors?.[`from-${edition}`]}
          defaultValue={values[`from-${edition}`] ?? "1"}
          maxLength={4}
        />
      ))}
    </>
  );
}
