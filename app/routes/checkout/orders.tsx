import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ordersOf } from "#app/features/payments/orders.server.ts";
import { stateWords } from "#app/features/payments/status-words.ts";
import { requireViewer } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { formatDate, formatMoney } from "#app/platform/i18n/format.ts";
import { ButtonLink, TextLink } from "#app/ui/actions.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Page } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import * as m from "#generated/paraglide/messages.js";
import { titled } from "../page-title.ts";

export const meta = titled(m.payments_orders_title);

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  return { orders: await ordersOf(viewer.id), locale: context.locale };
}

export default function Orders() {
  const { orders, locale } = useLoaderData<typeof loader>();
  return (
    <Page title={m.payments_orders_title()}>
      {orders.length === 0 ? (
        <Empty title={m.payments_orders_empty()} action={<ButtonLink to={paths.courses()}>{m.payments_orders_browse()}</ButtonLink>} />
      ) : (
        <DataTable
          caption={m.payments_orders_caption()}
          columns={[
            { key: "reference", label: m.payments_reference() },
            { key: "date", label: m.payments_date(), kind: "date" },
            { key: "course", label: m.payments_course() },
            { key: "total", label: m.payments_total(), kind: "number" },
            { key: "state", label: m.payments_state() },
          ]}
          rows={orders.map((order) => ({
            reference: <TextLink to={paths.order(order.reference)}>{order.reference}</TextLink>,
            date: formatDate(order.createdAt, locale),
            course: <span lang="nl">{order.lines.map((line) => line.title).join(", ")}</span>,
            total: formatMoney(order.totalCents, order.currency, locale),
            state: <State order={order} />,
          }))}
        />
      )}
    </Page>
  );
}

/** How an order stands; where nothing was paid in time, also the way to order again. */
function State({ order: { state, mode, lines } }: { order: { state: string; mode: string; lines: { courseSlug: string }[] } }) {
  const words = mode === "live" ? stateWords(state) : m.payments_state_practice({ state: stateWords(state) });
  const lapsed = state === "expired" || state === "cancelled" ? lines[0] : undefined;
  if (!lapsed) return words;
  return (
    <>
      {words}. <TextLink to={paths.buy(lapsed.courseSlug)}>{m.payments_order_again()}</TextLink>
    </>
  );
}
