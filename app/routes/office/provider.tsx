import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { saveProvider } from "#app/features/catalogue/office-provider.server.ts";
import { provider } from "#app/features/catalogue/provider.server.ts";
import type { FormRefusal } from "#app/http/forms.server.ts";
import { requireOffice } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/actions.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextArea, TextField } from "#app/ui/fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { titled } from "../page-title.ts";
import { providerFields } from "./provider-fields.ts";
import { fieldsOf, readProvider } from "./provider-form.server.ts";

export const meta = titled(m.office_provider_title);

export async function loader({ context, request }: LoaderFunctionArgs) {
  requireOffice(context, request);
  return { fields: fieldsOf(await provider()), done: new URL(request.url).searchParams.has("done") };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = requireOffice(context, request);
  const read = readProvider(await request.formData());
  if (!read.ok) return data<FormRefusal>(read.refusal, { status: 422 });
  await saveProvider(read.details, viewer.id, context.now);
  return redirect(paths.officeProvider("saved"), 303);
}

const optional = new Set(["vatId", "iban", "note.nl", "note.en", "dataHandling.nl", "dataHandling.en"]);

export default function OfficeProvider() {
  const { fields, done } = useLoaderData<typeof loader>();
  const { values = fields, errors } = useActionData<typeof action>() ?? {};
  const about = (name: string) => ({
    label: providerFields[name]?.() ?? name,
    name,
    error: errors?.[name],
    defaultValue: values[name],
    optional: optional.has(name),
  });
  const lines = (...names: string[]) => names.map((name) => <TextField key={name} {...about(name)} maxLength={200} />);
  return (
    <Page narrow title={m.office_provider_title()} lead={m.office_provider_lead()}>
      <ErrorSummary errors={errors} />
      {done && !errors ? (
        <Notice kind="success">
          <p>{m.office_provider_done()}</p>
        </Notice>
      ) : null}
      <Form method="post" action={paths.officeProvider()}>
        <Section title={m.office_provider_group_name()}>
          {lines("tradeName", "legalName", "kvk", "vatId", "iban")}
          <Checkbox label={m.office_provider_crkbo()} name="crkbo" defaultChecked={values.crkbo === "on"} error={errors?.crkbo} />
          <p className="hint">{m.office_provider_logo()}</p>
        </Section>
        <Section title={m.office_provider_group_address()}>
          {lines("address.street", "address.postcode", "address.city", "address.country")}
        </Section>
        <Section title={m.office_provider_group_contact()}>{lines("contact.name", "contact.phone", "contact.email")}</Section>
        <Section title={m.office_provider_group_signatory()}>{lines("signatory.name", "signatory.role")}</Section>
        <Section title={m.office_provider_group_words()}>
          {["note.nl", "note.en", "complaints.nl", "complaints.en", "dataHandling.nl", "dataHandling.en"].map((name) => (
            <TextArea key={name} {...about(name)} rows={4} maxLength={3000} />
          ))}
        </Section>
        <div className="actions">
          <Button>{m.office_provider_button()}</Button>
        </div>
      </Form>
    </Page>
  );
}
