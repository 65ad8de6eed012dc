import type { UnpaidOrder } from "#app/features/payments/unpaid-orders.server.ts";
import { paths } from "#app/paths.ts";
import { formatDate } from "#app/platform/i18n/format.ts";
import { TextLink } from "#app/ui/actions.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";

/** A course that was ordered and is not there yet: why, since when, and what can be done. */
export function UnpaidOrderRow({ order }: { order: UnpaidOrder }) {
  const date = formatDate(order.orderedAt, getLocale());
  return (
    <>
      <h3 lang="nl">{order.title}</h3>
      <p>{wordsFor(order.state, date)}</p>
      <p className="row-links">
        {order.state === "waiting-for-bank" ? (
          <TextLink to={paths.order(order.reference)}>{m.learning_order_see()}</TextLink>
        ) : (
          <TextLink to={paths.course(order.courseSlug)}>{m.learning_order_again()}</TextLink>
        )}
      </p>
    </>
  );
}

function wordsFor(state: UnpaidOrder["state"], date: string): string {
  switch (state) {
    case "waiting-for-bank":
      return m.learning_order_bank({ date });
    case "failed":
      return m.learning_order_failed({ date });
    case "expired":
      return m.learning_order_expired({ date });
  }
}
