import * as m from "#generated/paraglide/messages.js";

interface PurchaseAheadProps {
  purchase: { title: string; lang: string; price: string } | null;
}

/** What comes after this page for somebody who is buying a course; nothing for anybody else. */
export function PurchaseAhead({ purchase }: PurchaseAheadProps) {
  if (!purchase) return null;
  return (
    <p className="accounts-ahead">
      {m.accounts_buying_next()} <strong lang={purchase.lang}>{purchase.title}</strong>
      {purchase.price ? ` (${purchase.price})` : ""}.
    </p>
  );
}
