import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { type GrantAnswer, grantExtraAttempt } from "#app/features/assessment/extra-attempt.server.ts";
import { parseForm, refuse } from "#app/http/forms.server.ts";
import { notFound, requireOffice } from "#app/http/guards.server.ts";
import { backToPage } from "#app/http/verb.server.ts";
import { paths } from "#app/paths.ts";
import { isUuid } from "#app/platform/ids.ts";
import * as m from "#generated/paraglide/messages.js";
import { RefusedExtraAttempt } from "./extra-attempt-section.tsx";

export function loader({ request, params }: LoaderFunctionArgs) {
  return backToPage(request, paths.officePerson(params.id ?? ""));
}

/** Gives one more attempt at the final test. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = requireOffice(context, request);
  const personId = params.id ?? "";
  if (!isUuid(personId)) throw notFound();
  const form = await request.formData();
  const parsed = parseForm(form, fields());
  if (!parsed.ok) return data(parsed.refusal, { status: 422 });
  const answer = await grantExtraAttempt({ officeId: viewer.id, personId, ...parsed.value }, context.now);
  if (!answer.ok) return refuse(form, { form: refusalWords(answer.reason) });
  return redirect(`${paths.officePerson(personId)}?done=extra-attempt#extra-attempt`, 303);
}

const fields = () =>
  z.object({
    enrolmentId: z.uuid({ error: m.office_extra_error_which() }),
    reason: z
      .string({ error: m.office_extra_error_reason() })
      .trim()
      .min(1, m.office_extra_error_reason())
      .max(500, m.office_extra_error_long()),
  });

function refusalWords(reason: Extract<GrantAnswer, { ok: false }>["reason"]): string {
  switch (reason) {
    case "no-final-test":
      return m.office_extra_error_which();
    case "passed":
      return m.office_extra_error_passed();
    case "attempts-left":
      return m.office_extra_error_left();
  }
}

export default function ExtraAttempt() {
  return <RefusedExtraAttempt {...useActionData<typeof action>()} />;
}
