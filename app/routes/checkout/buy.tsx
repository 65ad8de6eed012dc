import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { provider } from "#app/features/catalogue/provider.server.ts";
import { BuyForm } from "#app/features/payments/buy-form.tsx";
import { buyPage } from "#app/features/payments/buy-page.server.ts";
import { type CheckoutRefusal, startCheckout } from "#app/features/payments/checkout.server.ts";
import { BACK } from "#app/features/payments/checkout.ts";
import { OrderSummary, WhatFollows } from "#app/features/payments/order-summary.tsx";
import type { BegunOrder, HeldOrder } from "#app/features/payments/order-under-way.server.ts";
import { amountFacts } from "#app/features/payments/receipt.ts";
import { readVatId } from "#app/features/payments/vat-id.ts";
import { type FormRefusal, parseForm, refuse } from "#app/http/forms.server.ts";
import { notFound, requireVerifiedViewer } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { formatMoney } from "#app/platform/i18n/format.ts";
import { takeToken } from "#app/platform/rate-limit.server.ts";
import { ButtonLink } from "#app/ui/actions.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { WithTitle } from "#app/ui/with-title.tsx";
import * as m from "#generated/paraglide/messages.js";
import { pageTitle } from "../page-title.ts";
import { CheckoutSteps } from "./checkout-steps.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) => [
  pageTitle(page ? m.payments_buy_title({ title: page.title }) : "", matches),
];

const vatRate = (basisPoints: number) =>
  basisPoints === 0 ? m.payments_vat_exempt() : m.payments_vat_rate({ percent: String(basisPoints / 100) });

/** @throws a 404 for what cannot be the name of a course */
function slugIn(params: LoaderFunctionArgs["params"]): string {
  const slug = params.slug ?? "";
  if (!/^[\w-]{1,200}$/.test(slug)) throw notFound();
  return slug;
}

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const slug = slugIn(params);
  if (!context.viewer) throw redirect(paths.signup(paths.buy(slug)), 303);
  const viewer = requireVerifiedViewer(context, request);
  const back = new URL(request.url).searchParams.has(BACK);
  const page = await buyPage(slug, viewer.id, context.locale, back, context.now);
  if (!page) throw notFound();
  const { offer } = page;
  return {
    ...page,
    locale: context.locale,
    price: amountFacts(
      { totalCents: offer.amountCents, vatCents: offer.vatCents, vatText: vatRate(offer.vatBasisPoints), currency: offer.currency },
      context.locale,
    ),
  };
}

const optional = (length: number) =>
  z
    .string(m.payments_error_reload())
    // What is pasted may bring tabs and line ends along.
    .transform((value) => value.replace(/\s+/g, " ").trim())
    .pipe(
      z
        .string()
        .max(length, m.payments_error_too_long({ length: String(length) }))
        .regex(/^[^\p{Cc}\p{Cf}\p{Cs}]*$/u, m.payments_error_characters()),
    )
    .default("")
    .transform((value) => value || null);

function formSchema() {
  return z.object({
    offerId: z.uuid(m.payments_error_reload()),
    amountCents: z.coerce.number(m.payments_error_reload()).int(m.payments_error_reload()).min(0, m.payments_error_reload()),
    withdrawalChoice: z.enum(["start-now", "wait"], m.payments_error_choose_start()),
    withdrawalVersion: z.string(m.payments_error_reload()),
    company: optional(200),
    companyReference: optional(100),
    vatId: optional(30)
      .refine((value) => value === null || readVatId(value) !== null, m.payments_error_vat_id())
      .transform((value) => value && readVatId(value)),
  });
}

/** What was sent, or nothing when it is no form at all: then every field is asked for again. */
const sentForm = (request: Request) => request.formData().catch(() => new FormData());

export async function action({ context, request, params }: ActionFunctionArgs) {
  const slug = slugIn(params);
  if (!context.viewer) throw redirect(paths.signup(paths.buy(slug)), 303);
  const viewer = requireVerifiedViewer(context, request);
  const form = await sentForm(request);
  const parsed = parseForm(form, formSchema());
  if (!parsed.ok) return data<FormRefusal>(parsed.refusal, { status: 422 });
  const wait = await takeToken(`checkout:${viewer.id}`, { count: 30, windowSeconds: 600 }, context.now);
  if (wait) return refuse(form, { form: m.payments_error_too_often() }, 429);
  const answer = await startCheckout(viewer, { slug, ...parsed.value, locale: context.locale }, context.now);
  if (answer.ok) return redirect(answer.url, 303);
  return refusalAnswer(answer, form, slug, context.locale);
}

async function refusalAnswer(refusal: CheckoutRefusal, form: FormData, slug: string, locale: "nl" | "en") {
  switch (refusal.reason) {
    case "unknown-course":
    case "not-for-sale":
      throw notFound();
    case "already-enrolled":
      return redirect(paths.learnCourse(slug), 303);
    case "price-changed":
      return refuse(
        form,
        { form: m.payments_error_price({ amount: formatMoney(refusal.offer.amountCents, refusal.offer.currency, locale) }) },
        409,
      );
    case "other-withdrawal-text":
      // What was chosen beside another text is no choice.
      form.delete("withdrawalChoice");
      return refuse(form, { withdrawalChoice: m.payments_error_other_withdrawal() }, 409);
    case "waiting-for-bank":
      return refuse(form, { form: m.payments_error_waiting() }, 409);
    case "being-checked":
      return refuse(form, { form: m.payments_error_checking() }, 409);
    case "payment-service-down":
      return refuse(form, { form: await withHelp(m.payments_error_down()) }, 503);
    case "payment-unseen":
      return refuse(form, { form: await withHelp(m.payments_error_unseen()) }, 503);
  }
}

/** A failure that may last: whoever keeps meeting it can call somebody. */
async function withHelp(message: string): Promise<string> {
  const { phone, email } = (await provider()).contact;
  return `${message} ${m.common_help_line({ phone, email })}`;
}

/** The buyer was here before and did not pay. */
function Begun({ order: { reference, surelyUnpaid } }: { order: BegunOrder }) {
  return (
    <Notice kind="info" title={surelyUnpaid ? m.payments_back_title() : undefined}>
      <p>{m.payments_begun_text({ reference })}</p>
    </Notice>
  );
}

/** Money is on its way, or somebody looks at it: there is nothing to press here, and least of all a second payment. */
function Held({ order: { reference, by } }: { order: HeldOrder }) {
  return (
    <Notice kind="info" title={by === "bank" ? m.payments_thanks_waiting_title() : m.payments_thanks_checking_title()}>
      <p>{by === "bank" ? m.payments_error_waiting() : m.payments_error_checking()}</p>
      <ButtonLink to={paths.order(reference)} variant="quiet">
        {m.payments_to_order({ reference })}
      </ButtonLink>
    </Notice>
  );
}

export default function Buy() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const heading = <WithTitle say={(title) => m.payments_buy_title({ title })} title={page.title} />;
  if (page.owned) {
    return (
      <Page title={heading} narrow>
        <Notice kind="info" title={m.payments_owned_title()}>
          <p>{m.payments_owned_text()}</p>
          <ButtonLink to={paths.learnCourse(page.slug)}>{m.payments_to_course()}</ButtonLink>
        </Notice>
      </Page>
    );
  }
  if (page.held && !refusal) {
    return (
      <Page title={heading} narrow above={<CheckoutSteps current="payment" />}>
        <Held order={page.held} />
      </Page>
    );
  }
  return (
    <Page title={heading} narrow above={<CheckoutSteps current="order" />}>
      {/* Above everything: without JavaScript nobody is led down to the form. */}
      <ErrorSummary errors={refusal?.errors} />
      {page.begun ? <Begun order={page.begun} /> : null}
      {page.typedBefore && !refusal ? (
        <Notice>
          <p>{m.payments_typed_before()}</p>
        </Notice>
      ) : null}
      <OrderSummary {...page} />
      <BuyForm
        page={page}
        action={paths.buy(page.slug)}
        locale={page.locale}
        values={refusal?.values ?? page.begun?.values ?? page.typedBefore ?? undefined}
        errors={refusal?.errors}
      />
      <WhatFollows free={page.offer.amountCents === 0} sandbox={page.sandbox} />
    </Page>
  );
}
