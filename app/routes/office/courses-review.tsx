import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { reviewEdition } from "#app/features/catalogue/editions.server.ts";
import { type FormRefusal, parseForm } from "#app/http/forms.server.ts";
import { startOfDay } from "#app/platform/clock.ts";
import { Checkbox } from "#app/ui/choices.tsx";
import { TextField } from "#app/ui/fields.tsx";
import * as m from "#generated/paraglide/messages.js";
import { titled } from "../page-title.ts";
import { ActPage } from "./courses-act-page.tsx";
import { answerTo, editionForAct, orderIn } from "./courses-edition.server.ts";
import { typedDay } from "./typed-day.ts";

export const meta = titled(m.office_edition_do_review);

export const loader = (given: LoaderFunctionArgs) => editionForAct("review", given);

/** One line, as it will stand on the course's page. */
const line = (missing: string) =>
  z
    .string(missing)
    .transform((value) => value.replace(/\s+/g, " ").trim())
    .pipe(
      z
        .string()
        .min(2, missing)
        .max(200, missing)
        .regex(/^[^\p{Cc}\p{Cf}\p{Cs}]*$/u, missing),
    );

const formSchema = () =>
  z.object({
    name: line(m.office_review_error_name()),
    qualification: line(m.office_review_error_qualification()),
    on: typedDay(m.office_review_error_on()),
    declared: z.literal("on", m.office_review_error_declare()),
  });

export async function action(given: ActionFunctionArgs) {
  const order = orderIn(given);
  const form = await given.request.formData();
  const parsed = parseForm(form, formSchema());
  if (!parsed.ok) return data<FormRefusal>(parsed.refusal, { status: 422 });
  const { name, qualification, on } = parsed.value;
  const review = { name, qualification, on: startOfDay(new Date(`${on}T12:00:00Z`)) };
  return answerTo("review", order, await reviewEdition(order, review, given.context.now), form);
}

export default function ReviewEdition() {
  const { course, edition } = useLoaderData<typeof loader>();
  const { values = {}, errors } = useActionData<typeof action>() ?? {};
  return (
    <ActPage
      act="review"
      course={course}
      edition={edition}
      title={m.office_review_title({ edition: edition.number })}
      lead={m.office_review_lead()}
      consequences={<p>{m.office_review_revision({ revision: edition.revision })}</p>}
      errors={errors}
      button={m.office_review_button()}
    >
      <TextField label={m.office_review_name()} name="name" error={errors?.name} defaultValue={values.name} maxLength={200} />
      <TextField
        label={m.office_review_qualification()}
        name="qualification"
        hint={m.office_review_qualification_hint()}
        error={errors?.qualification}
        defaultValue={values.qualification}
        maxLength={200}
      />
      <TextField label={m.office_review_on()} name="on" type="date" error={errors?.on} defaultValue={values.on} />
      {/* Whatever was sent before: each time it is said anew. */}
      <Checkbox label={m.office_review_declare()} name="declared" error={errors?.declared} />
    </ActPage>
  );
}
