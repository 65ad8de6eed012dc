import type { UnpaidOrder } from "#app/features/payments/unpaid-orders.server.ts";
import { paths } from "#app/paths.ts";
import { formatDate, formatDateTime } from "#app/platform/i18n/format.ts";
import { TextLink } from "#app/ui/actions.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";

/** A course that was ordered and is not there yet: why, since when, and what can be done. */
export function UnpaidOrderRow({ order }: { order: UnpaidOrder }) {
  return (
    <>
      <h3 lang="nl">{order.title}</h3>
      <p>{wordsFor(order)}</p>
      <p className="row-links">
        <WayOn order={order} />
      </p>
    </>
  );
}

function WayOn({ order: { state, reference, courseSlug } }: { order: UnpaidOrder }) {
  switch (state) {
    case "open":
      return (
        <>
          <TextLink to={paths.buy(courseSlug)}>{m.learning_order_pay()}</TextLink>
          <TextLink to={paths.order(reference)}>{m.learning_order_see()}</TextLink>
        </>
      );
    case "waiting-for-bank":
      return <TextLink to={paths.order(reference)}>{m.learning_order_see()}</TextLink>;
    case "failed":
    case "expired":
      return <TextLink to={paths.course(courseSlug)}>{m.learning_order_again()}</TextLink>;
  }
}

function wordsFor({ state, orderedAt, payBefore }: UnpaidOrder): string {
  const locale = getLocale();
  const date = formatDate(orderedAt, locale);
  switch (state) {
    case "open":
      return payBefore ? m.learning_order_open_until({ date, moment: formatDateTime(payBefore, locale) }) : m.learning_order_open({ date });
    case "waiting-for-bank":
      return m.learning_order_bank({ date });
    case "failed":
      return m.learning_order_failed({ date });
    case "expired":
      return m.learning_order_expired({ date });
  }
}
