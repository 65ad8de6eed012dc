import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { retireEdition } from "#app/features/catalogue/editions.server.ts";
import { type FormRefusal, parseForm } from "#app/http/forms.server.ts";
import { TextArea } from "#app/ui/fields.tsx";
import * as m from "#generated/paraglide/messages.js";
import { titled } from "../page-title.ts";
import { ActPage } from "./courses-act-page.tsx";
import { answerTo, editionForAct, orderIn } from "./courses-edition.server.ts";

export const meta = titled(m.office_edition_do_retire);

export const loader = (given: LoaderFunctionArgs) => editionForAct("retire", given);

const formSchema = () => {
  const missing = m.office_retire_error_reason();
  return z.object({
    reason: z
      .string(missing)
      .transform((value) => value.trim())
      .pipe(z.string().min(3, missing).max(1000, missing)),
  });
};

export async function action(given: ActionFunctionArgs) {
  const order = orderIn(given);
  const form = await given.request.formData();
  const parsed = parseForm(form, formSchema());
  if (!parsed.ok) return data<FormRefusal>(parsed.refusal, { status: 422 });
  return answerTo("retire", order, await retireEdition(order, parsed.value.reason, given.context.now), form);
}

export default function RetireEdition() {
  const { course, edition, last } = useLoaderData<typeof loader>();
  const { values = {}, errors } = useActionData<typeof action>() ?? {};
  return (
    <ActPage
      act="retire"
      course={course}
      edition={edition}
      title={m.office_retire_title({ edition: edition.number })}
      lead={m.office_retire_lead()}
      consequences={
        <>
          <p>{edition.enrolled > 0 ? m.office_retire_keep({ count: edition.enrolled }) : m.office_retire_keep_none()}</p>
          {last ? <p>{m.office_retire_last()}</p> : null}
        </>
      }
      errors={errors}
      button={m.office_retire_button({ edition: edition.number })}
      danger
    >
      <TextArea
        label={m.office_retire_reason()}
        name="reason"
        rows={3}
        hint={m.office_retire_reason_hint()}
        error={errors?.reason}
        defaultValue={values.reason}
        maxLength={1000}
      />
    </ActPage>
  );
}
