import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { changedEntries } from "#app/features/accounts/register-values.ts";
import { practiceMark } from "#app/features/certificates/certificate-facts.ts";
import { CertificateFactsList } from "#app/features/certificates/certificate-facts-list.tsx";
import { type ConfirmAnswer, confirmName, nameToConfirm } from "#app/features/certificates/confirm-name.server.ts";
import { NAME_LENGTH } from "#app/features/certificates/name-to-print.ts";
import { RegisterNumberFields } from "#app/features/certificates/register-number-fields.tsx";
import { refuse } from "#app/http/forms.server.ts";
import { notFound, requireViewer } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/actions.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { WithTitle } from "#app/ui/with-title.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { readRegisters } from "../account/read-registers.server.ts";
import { slugOf } from "../catalogue/slug.ts";
import { titled } from "../page-title.ts";

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const slug = slugOf(params.slug);
  const found = await nameToConfirm(viewer.id, slug, context.now);
  if (found.state === "issued") throw redirect(paths.certificates(), 303);
  if (found.state === "not-completed") throw redirect(paths.learnCourse(slug), 303);
  return { name: viewer.name, facts: found.facts, registerNumbers: found.registerNumbers };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = requireViewer(context, request);
  const form = await request.formData();
  const courseSlug = slugOf(params.slug);
  const found = await nameToConfirm(viewer.id, courseSlug, context.now);
  const known = found.state === "ready" ? found.registerNumbers : [];
  const numbers = readRegisters(form);
  if (!numbers.ok) return refuse(form, numbers.errors);
  const answer = await confirmName(
    { personId: viewer.id, courseSlug, name: String(form.get("name") ?? ""), registerNumbers: changedEntries(numbers.entries, known) },
    context.now,
  );
  if (answer.ok) return redirect(paths.certificates(), 303);
  if (answer.reason === "not-completed") throw notFound();
  return refuse(form, { [answer.reason === "withdrawn" ? "form" : "name"]: wording(answer) });
}

function wording(answer: Exclude<ConfirmAnswer, { ok: true }>): string {
  switch (answer.reason) {
    case "too-short":
      return m.certificates_error_too_short();
    case "too-long":
      return m.certificates_error_too_long();
    case "forbidden-characters":
      return m.certificates_error_forbidden_characters();
    case "no-letters":
      return m.certificates_error_no_letters();
    case "unprintable":
      return m.certificates_error_unprintable({ characters: answer.characters.join(" ") });
    case "withdrawn":
      return m.certificates_error_withdrawn();
    case "not-completed":
    case "no-name":
      throw new Error(`A confirmed name met "${answer.reason}".`);
  }
}

export const meta = titled(m.certificates_confirm_title);

export default function ConfirmName() {
  const { name, facts, registerNumbers } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const locale = getLocale();
  const mark = practiceMark(facts.mode, locale);
  return (
    <Page
      title={m.certificates_confirm_title()}
      lead={<WithTitle say={(course) => m.certificates_confirm_lead({ course })} title={facts.course.title} />}
      above={<Breadcrumbs items={[{ to: paths.certificates(), label: m.certificates_list_title() }]} />}
    >
      {mark ? (
        <Notice kind="warning">
          <p>{m.certificates_confirm_practice({ mark })}</p>
        </Notice>
      ) : null}
      <Form method="post">
        <ErrorSummary errors={refusal?.errors} />
        <TextField
          name="name"
          label={m.certificates_confirm_name()}
          hint={m.certificates_confirm_name_hint()}
          error={refusal?.errors.name}
          defaultValue={refusal?.values.name ?? name}
          autoComplete="name"
          maxLength={NAME_LENGTH.max * 2}
          required
        />
        <Section title={m.certificates_confirm_printed()}>
          <CertificateFactsList facts={facts} locale={locale} />
          <p>{m.certificates_confirm_printed_note()}</p>
        </Section>
        <RegisterNumberFields
          known={registerNumbers}
          counted={facts.accreditations.length > 0}
          values={refusal?.values}
          errors={refusal?.errors}
        />
        <Button>{m.certificates_confirm_button()}</Button>
      </Form>
    </Page>
  );
}
