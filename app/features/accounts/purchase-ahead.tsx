import { Notice } from "#app/ui/notice.tsx";
import * as m from "#generated/paraglide/messages.js";

interface PurchaseAheadProps {
  purchase: { title: string; lang: string; price: string } | null;
  /** which of how many steps this page is, where that is known */
  step?: { number: number; of: number };
}

/** What comes after this page for somebody who is buying a course; nothing for anybody else. */
export function PurchaseAhead({ purchase, step }: PurchaseAheadProps) {
  if (!purchase) return null;
  return (
    <Notice>
      <p>
        {step ? `${m.accounts_buying_step({ number: step.number, of: step.of })} ` : ""}
        {m.accounts_buying_next()} <strong lang={purchase.lang}>{purchase.title}</strong>
        {purchase.price ? ` (${purchase.price})` : ""}.
      </p>
    </Notice>
  );
}
