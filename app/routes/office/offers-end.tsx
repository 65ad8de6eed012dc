import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { courseTitles } from "#app/features/catalogue/courses.server.ts";
import { endOf } from "#app/features/catalogue/office-days.ts";
import { endPrice, onePrice } from "#app/features/catalogue/office-prices.server.ts";
import { endRefusal } from "#app/features/catalogue/price-words.ts";
import { type FormRefusal, parseForm, refuse } from "#app/http/forms.server.ts";
import { notFound, requireOffice } from "#app/http/guards.server.ts";
import { isAnswer } from "#app/http/verb.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/platform/db.server.ts";
import { formatMoney } from "#app/platform/i18n/format.ts";
import { isUuid } from "#app/platform/ids.ts";
import { Button, ButtonLink } from "#app/ui/actions.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Choice } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { titled } from "../page-title.ts";
import { typedDay } from "./typed-day.ts";

export const meta = titled(m.office_offer_end_button);

/** A price that is over has nothing to end: its list says so. After a refused form the visitor stays with what they typed. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  requireOffice(context, request);
  const id = params.id ?? "";
  const price = isUuid(id) ? await onePrice(id, context.now) : null;
  if (!price) throw notFound();
  if (price.standing === "past" && !isAnswer(request)) throw redirect(paths.officeOffers(), 303);
  const titles = await courseTitles(db, [price.courseSlug]);
  return { id, amountCents: price.amountCents, currency: price.currency, title: titles[price.courseSlug] ?? price.courseSlug };
}

const formSchema = () =>
  z.discriminatedUnion(
    "when",
    [z.object({ when: z.literal("now") }), z.object({ when: z.literal("day"), lastDay: typedDay(m.office_offer_end_error_day()) })],
    m.office_offer_end_error_when(),
  );

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = requireOffice(context, request);
  const id = params.id ?? "";
  if (!isUuid(id)) throw notFound();
  const form = await request.formData();
  // Who fills in a last day has said when.
  if (!form.get("when") && form.get("lastDay")) form.set("when", "day");
  const parsed = parseForm(form, formSchema());
  if (!parsed.ok) return data<FormRefusal>(parsed.refusal, { status: 422 });
  const endOfDay = parsed.value.when === "day" ? endOf(parsed.value.lastDay) : null;
  const answer = await endPrice({ id, endOfDay, actorId: viewer.id }, context.now);
  if (answer.ok) return redirect(paths.officeOffers("ended"), 303);
  if (answer.reason === "unknown-price") throw notFound();
  return refuse(form, endRefusal(answer.reason));
}

export default function EndOffer() {
  const { id, amountCents, currency, title } = useLoaderData<typeof loader>();
  const { values = {}, errors } = useActionData<typeof action>() ?? {};
  return (
    <Page
      narrow
      title={m.office_offer_end_title({ amount: formatMoney(amountCents, currency, getLocale()) })}
      lead={m.office_offer_end_lead({ title })}
      above={<Breadcrumbs items={[{ to: paths.officeOffers(), label: m.office_offers_title() }]} />}
    >
      <ErrorSummary errors={errors} />
      <Form method="post" action={paths.officeEndOffer(id)}>
        <Choice
          legend={m.office_offer_end_when()}
          name="when"
          options={[
            { value: "now", label: m.office_offer_end_now() },
            { value: "day", label: m.office_offer_end_day() },
          ]}
          value={values.when}
          error={errors?.when}
        />
        <TextField
          label={m.office_offer_end_last()}
          name="lastDay"
          type="date"
          error={errors?.lastDay}
          defaultValue={values.lastDay}
          optional
        />
        <div className="actions">
          <Button variant="danger">{m.office_offer_end_button()}</Button>
          <ButtonLink to={paths.officeOffers()} variant="quiet">
            {m.office_act_back()}
          </ButtonLink>
        </div>
      </Form>
    </Page>
  );
}
