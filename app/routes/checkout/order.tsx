import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { orderOf } from "#app/features/payments/orders.server.ts";
import { type Fact, orderAmounts, receiptFacts, sellerLines } from "#app/features/payments/receipt.ts";
import { Letterhead, ReceiptView } from "#app/features/payments/receipt-view.tsx";
import { stateWords } from "#app/features/payments/status-words.ts";
import { bindsBuyer, mayWithdraw } from "#app/features/payments/withdrawal.ts";
import { notFound, requireViewer } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "#app/ui/actions.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import type { loader as rootLoader } from "../../root.tsx";
import { pageTitle } from "../page-title.ts";

export const meta: MetaFunction<typeof loader> = ({ data: order, matches }) => [
  pageTitle(order ? m.payments_order_title({ reference: order.reference }) : "", matches),
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const order = await orderOf(viewer.id, params.reference ?? "");
  if (!order) throw notFound();
  const { locale } = context;
  const { paidAt, accessFrom, seller } = order;
  const facts: Fact[] =
    paidAt && accessFrom
      ? receiptFacts({ ...order, paidAt, accessFrom }, locale)
      : order.lines.map((line) => ({ label: m.payments_course(), value: line.title, lang: "nl" }));
  return {
    reference: order.reference,
    state: order.state,
    paid: paidAt !== null,
    toCourse: paidAt !== null && order.state !== "refunded",
    playMoney: order.mode !== "live",
    courseSlug: order.lines[0]?.courseSlug ?? "",
    facts,
    amounts: orderAmounts(order, locale),
    seller: sellerLines(seller, locale),
    withdrawal: bindsBuyer(order)
      ? {
          text: order.withdrawalText,
          lang: order.locale,
          version: order.withdrawalVersion,
          at: order.withdrawalAt.toISOString(),
          email: seller.contact.email,
          free: mayWithdraw(order.withdrawalVersion),
        }
      : null,
    locale,
  };
}

/** What to do, or not to do, about an order on which somebody else has the last word. */
function stateNote(state: string): string | null {
  if (state === "waiting-for-bank") return m.payments_error_waiting();
  return state === "needs-review" ? m.payments_error_checking() : null;
}

export default function Order() {
  const order = useLoaderData<typeof loader>();
  const logo = useRouteLoaderData<typeof rootLoader>("root")?.site.logo ?? null;
  const buyAgain = order.state === "open" || order.state === "failed" || order.state === "expired" || order.state === "cancelled";
  const note = stateNote(order.state);
  return (
    <Page
      above={
        <>
          <Breadcrumbs items={[{ to: paths.orders(), label: m.payments_orders_title() }]} />
          <Letterhead logo={logo} seller={order.seller} />
        </>
      }
      title={order.paid ? m.payments_receipt_title({ reference: order.reference }) : m.payments_order_title({ reference: order.reference })}
      lead={stateWords(order.state)}
    >
      {note ? (
        <Notice>
          <p>{note}</p>
        </Notice>
      ) : null}
      <ReceiptView {...order} />
      <div className="actions no-print">
        {buyAgain ? <ButtonLink to={paths.buy(order.courseSlug)}>{m.payments_try_again()}</ButtonLink> : null}
        {order.toCourse ? <ButtonLink to={paths.learnCourse(order.courseSlug)}>{m.payments_to_course()}</ButtonLink> : null}
      </div>
    </Page>
  );
}
