import { data, redirect } from "@remix-run/node";
import { type FormRefusal, typedFields, typedValues } from "#app/http/forms.server.ts";
import { pageOfForm } from "#app/http/guards.server.ts";
import { lateAction } from "#app/http/late-form.server.ts";
import { paths } from "#app/paths.ts";
import * as m from "#generated/paraglide/messages.js";

/**
 * A form that came after its session ended, to be sent again. As a refusal it is also the answer on the form's own page, where a
 * script sent it: what was typed is still there then.
 */
export interface LateForm extends FormRefusal {
  action: string;
  fields: [name: string, value: string][];
}

/** Fields that nobody types: they say which line a button belongs to, or whose password it is. */
const unseen = new Set(["id", "session", "username"]);

/** What a form was that came after its session ended; null for every other. */
export async function holdLateForm(request: Request) {
  const action = lateAction(new URL(request.url));
  if (!action) return null;
  const form = await request.formData();
  // With a button alone nothing is lost: it is on its page again after signing in. Nor can a password wait here.
  if (typedFields(form).every(([name]) => unseen.has(name))) throw redirect(paths.login(pageOfForm(request, action)), 303);
  const errors = { form: m.accounts_signed_out_form() };
  return data<LateForm>({ values: typedValues(form), errors, action, fields: typedFields(form) }, { status: 401 });
}
