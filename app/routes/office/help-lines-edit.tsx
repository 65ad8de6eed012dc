import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { isEmergencyNumber } from "#app/features/catalogue/help-line-checks.ts";
import { addHelpLine, saveHelpLine } from "#app/features/catalogue/office-help-lines.server.ts";
import { type HelpLine, helpLines } from "#app/features/catalogue/provider.server.ts";
import { type FormRefusal, parseForm } from "#app/http/forms.server.ts";
import { notFound, requireOffice } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { amsterdamDate } from "#app/platform/clock.ts";
import { readableCode } from "#app/platform/ids.ts";
import { Button, ButtonLink } from "#app/ui/actions.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Choice } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextArea, TextField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { titled } from "../page-title.ts";
import { typedDay } from "./typed-day.ts";

export const meta = titled(m.office_help_lines_title);

async function addressed({ context, request, params }: LoaderFunctionArgs) {
  const viewer = requireOffice(context, request);
  const { lines } = await helpLines();
  const line = lines.find(({ id }) => id === params.id) ?? null;
  if (!line && params.id !== "new") throw notFound();
  return { viewer, line, only: lines.length === 1 };
}

export async function loader(given: LoaderFunctionArgs) {
  const { line, only } = await addressed(given);
  return { line, only };
}

/** One line of text, as it stands beside a lesson. */
const words = (field: string, limit: number) => {
  const missing = m.office_help_line_error_missing({ field });
  return z
    .string(missing)
    .transform((value) => value.replace(/\s+/g, " ").trim())
    .pipe(z.string().min(1, missing).max(limit, missing));
};

const formSchema = (today: string) =>
  z.object({
    name: words(m.office_help_line_name(), 100),
    for: words(m.office_help_line_for(), 300),
    phone: z
      .string(m.office_help_line_error_phone())
      .trim()
      .regex(/^\+?\d[\d ()-]{1,24}$/, m.office_help_line_error_phone()),
    url: z
      .string()
      .trim()
      .regex(/^(?:https:\/\/\S+)?$/, m.office_help_line_error_url()),
    hours: z.string().trim().max(100, m.office_help_line_hours_hint()),
    country: z.enum(["NL", "BE"], m.office_help_line_error_country()),
    checkedOn: z
      .union([z.literal(""), typedDay(m.office_help_line_error_checked_on())], m.office_help_line_error_checked_on())
      .refine((day) => day <= today, m.office_help_line_error_checked_on()),
  });

export async function action(given: ActionFunctionArgs) {
  const { viewer, line } = await addressed(given);
  const { now } = given.context;
  const parsed = parseForm(await given.request.formData(), formSchema(amsterdamDate(now)));
  if (!parsed.ok) return data<FormRefusal>(parsed.refusal, { status: 422 });
  const { url, hours, checkedOn, ...facts } = parsed.value;
  const saved: HelpLine = {
    id: line?.id ?? readableCode(10).toLowerCase(),
    ...facts,
    ...(url ? { url } : {}),
    ...(hours ? { hours } : {}),
    ...(checkedOn ? { checkedOn, basis: "seen" } : { basis: "to-recheck" }),
  };
  if (!line) await addHelpLine(saved, viewer.id, now);
  else if (!(await saveHelpLine(saved, viewer.id, now)).ok) throw notFound();
  return redirect(paths.officeHelpLines("saved"), 303);
}

export default function EditHelpLine() {
  const { line, only } = useLoaderData<typeof loader>();
  const { values = (line ?? {}) as Partial<Record<string, string>>, errors } = useActionData<typeof action>() ?? {};
  const lookUp = isEmergencyNumber(line?.phone ?? "");
  const about = (name: string) => ({ name, error: errors?.[name], defaultValue: values[name] });
  return (
    <Page
      narrow
      title={line ? m.office_help_line_edit_title({ name: line.name }) : m.office_help_line_new_title()}
      above={<Breadcrumbs items={[{ to: paths.officeHelpLines(), label: m.office_help_lines_title() }]} />}
    >
      <ErrorSummary errors={errors} />
      <Form method="post" action={paths.officeHelpLine(line?.id)}>
        <TextField {...about("name")} label={m.office_help_line_name()} maxLength={100} />
        <TextArea {...about("for")} label={m.office_help_line_for()} hint={m.office_help_line_for_hint()} rows={3} maxLength={300} />
        <TextField {...about("phone")} label={m.office_help_line_phone()} type="tel" maxLength={26} />
        <TextField {...about("url")} label={m.office_help_line_url()} maxLength={300} optional />
        <TextField {...about("hours")} label={m.office_help_line_hours()} hint={m.office_help_line_hours_hint()} maxLength={100} optional />
        <Choice
          legend={m.office_help_line_country()}
          name="country"
          options={[
            { value: "NL", label: m.office_help_line_nl() },
            { value: "BE", label: m.office_help_line_be() },
          ]}
          value={values.country}
          error={errors?.country}
        />
        <TextField
          {...about("checkedOn")}
          label={lookUp ? m.office_help_line_looked_up_on() : m.office_help_line_checked_on()}
          type="date"
          hint={lookUp ? m.office_help_line_looked_up_on_hint() : m.office_help_line_checked_on_hint()}
          optional
        />
        <div className="actions">
          <Button>{m.office_help_line_button()}</Button>
          {line && !only ? (
            <Button variant="danger" formAction={paths.officeHelpLineAct(line.id, "remove")}>
              {m.office_help_line_remove()}
            </Button>
          ) : null}
          <ButtonLink to={paths.officeHelpLines()} variant="quiet">
            {m.office_act_back()}
          </ButtonLink>
        </div>
      </Form>
    </Page>
  );
}
