import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { endOf, startOf } from "#app/features/catalogue/office-days.ts";
import { addPrice, allPrices } from "#app/features/catalogue/office-prices.server.ts";
import { addRefusal, interruptWords, vatWords } from "#app/features/catalogue/price-words.ts";
import { hundredthsTyped, isPayable } from "#app/features/catalogue/typed-amount.ts";
import { type FormRefusal, parseForm, refuse, typedValues } from "#app/http/forms.server.ts";
import { notFound, requireOffice } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { startOfDay } from "#app/platform/clock.ts";
import { Button, ButtonLink } from "#app/ui/actions.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Choice } from "#app/ui/choices.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { HiddenField, NumberField, TextField } from "#app/ui/fields.tsx";
import { Message } from "#app/ui/message.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { titled } from "../page-title.ts";
import { typedDay } from "./typed-day.ts";

export const meta = titled(m.office_offer_add_title);

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  requireOffice(context, request);
  const course = (await allPrices(context.now)).find(({ slug }) => slug === params.slug);
  if (!course) throw notFound();
  return { slug: course.slug, title: course.title };
}

const treatments = ["standard_21", "exempt_education"] as const;

const formSchema = () =>
  z.object({
    amount: z
      .string(m.office_offer_error_amount())
      .transform(hundredthsTyped)
      .pipe(
        z
          .int(m.office_offer_error_amount())
          .max(9_999_999, m.office_offer_error_amount())
          .refine(isPayable, m.office_offer_error_too_small()),
      ),
    from: typedDay(m.office_offer_error_from()),
    to: z.union([z.literal(""), typedDay(m.office_offer_error_to())], m.office_offer_error_to()),
    vat: z.enum(treatments, m.office_offer_error_vat()),
    minimum: z
      .string(m.office_offer_error_minimum())
      .regex(/^\s*[1-9]\d{0,2}\s*$/, m.office_offer_error_minimum())
      .transform(Number),
  });

interface Refusal extends FormRefusal {
  /** what to agree to first, in words and as the form says it back; it holds for what was filled in here alone */
  agree?: { now: string; after: string; to: string };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = requireOffice(context, request);
  const form = await request.formData();
  const parsed = parseForm(form, formSchema());
  if (!parsed.ok) return data<Refusal>(parsed.refusal, { status: 422 });
  const { amount, from, to, vat, minimum } = parsed.value;
  const agreeing = (running: string) => [running, amount, from, to, vat, minimum].join(" ");
  const agreed = String(form.get("agree") ?? "");
  const [running = ""] = agreed.split(" ");
  const price = {
    slug: params.slug ?? "",
    amountCents: amount,
    vatTreatment: vat,
    minimumQuantity: minimum,
    from: startOf(from),
    to: to === "" ? null : endOf(to),
    interrupting: agreed === agreeing(running) ? running : null,
    actorId: viewer.id,
  };
  const answer = await addPrice(price, startOfDay(context.now), context.now);
  if (answer.ok) return redirect(paths.officeOffers("added"), 303);
  if (answer.reason === "unknown-course") throw notFound();
  if (answer.reason !== "interrupts") return refuse(form, addRefusal(answer));
  const agree = { ...interruptWords(answer), to: agreeing(answer.running.id) };
  return data<Refusal>({ values: typedValues(form), errors: {}, agree }, { status: 422 });
}

export default function AddOffer() {
  const { slug, title } = useLoaderData<typeof loader>();
  const { values = {}, errors, agree }: Partial<Refusal> = useActionData<typeof action>() ?? {};
  return (
    <Page
      narrow
      title={m.office_offer_add_title()}
      lead={m.office_offer_add_lead({ title })}
      above={<Breadcrumbs items={[{ to: paths.officeOffers(), label: m.office_offers_title() }]} />}
    >
      <ErrorSummary errors={errors} />
      {agree ? <Message kind="info">{`${agree.now} ${agree.after}`}</Message> : null}
      <Form method="post" action={paths.officeAddOffer(slug)}>
        <TextField
          label={m.office_offer_amount()}
          name="amount"
          hint={m.office_offer_amount_hint()}
          error={errors?.amount}
          defaultValue={values.amount}
          maxLength={20}
        />
        <TextField label={m.office_offer_from()} name="from" type="date" error={errors?.from} defaultValue={values.from} />
        <TextField
          label={m.office_offer_to()}
          name="to"
          type="date"
          hint={m.office_offer_to_hint()}
          error={errors?.to}
          defaultValue={values.to}
          optional
        />
        <Choice
          legend={m.office_offer_vat()}
          name="vat"
          hint={m.office_offer_vat_hint()}
          options={treatments.map((value) => ({ value, label: vatWords(value) }))}
          value={values.vat}
          error={errors?.vat}
        />
        <Disclosure summary={m.office_offer_minimum_more()} open={(values.minimum ?? "1") !== "1"}>
          <NumberField
            label={m.office_offer_minimum()}
            name="minimum"
            hint={m.office_offer_minimum_hint()}
            error={errors?.minimum}
            defaultValue={values.minimum ?? "1"}
            maxLength={3}
          />
        </Disclosure>
        {agree ? (
          <>
            <HiddenField name="agree" value={agree.to} />
            <p>
              <strong>{agree.after}</strong>
            </p>
          </>
        ) : null}
        <div className="actions">
          <Button>{agree ? m.office_offer_splits_button() : m.office_offer_add_button()}</Button>
          <ButtonLink to={paths.officeOffers()} variant="quiet">
            {m.office_act_back()}
          </ButtonLink>
        </div>
      </Form>
    </Page>
  );
}
