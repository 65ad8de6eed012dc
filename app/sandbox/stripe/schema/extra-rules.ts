type Bag = Record<string, unknown>;

// What types cannot say. Written by hand from Stripe's documentation.

const PREFIXES: Record<string, RegExp> = {
  "checkout.session": /^cs_test_/,
  item: /^li_/,
  price: /^price_/,
  customer: /^cus_/,
  payment_intent: /^pi_/,
  charge: /^(ch|py)_/,
  refund: /^(re|pyr)_/,
  dispute: /^dp_/,
  balance_transaction: /^txn_/,
  account: /^acct_/,
  webhook_endpoint: /^we_/,
};

/** The lies in one shown object that its type would let through. */
export function objectRules(object: Bag, where: string): string[] {
  const lies: string[] = [];
  const must = (ok: boolean, rule: string) => void (ok || lies.push(`${where}: ${rule}`));
  const kind = String(object.object);
  must(PREFIXES[kind]?.test(String(object.id)) ?? false, `id ${String(object.id)} does not look like a ${kind}`);
  if ("livemode" in object) must(object.livemode === false, "livemode must be false");
  if ("created" in object)
    must(Number(object.created) > 1_600_000_000 && Number(object.created) < 10_000_000_000, "created must be in seconds");
  if (kind === "checkout.session") sessionRules(object, must);
  if (kind === "charge") {
    must(Number(object.amount_refunded) <= Number(object.amount), "more refunded than paid");
    must(object.refunded === (Number(object.amount) > 0 && object.amount_refunded === object.amount), "refunded means all of it");
    must(object.status !== "succeeded" || object.balance_transaction !== null, "a succeeded charge has a balance transaction");
  }
  if (kind === "balance_transaction") must(object.net === Number(object.amount) - Number(object.fee), "net is amount less fee");
  return lies;
}

function sessionRules(session: Bag, must: (ok: boolean, rule: string) => void): void {
  const open = session.status === "open";
  must(open === (session.url !== null), "url is there while the session is open, and only then");
  must(!open || String(session.url).includes("#"), "url carries a fragment");
  must(Number(session.amount_total) >= 0, "amount_total is not negative");
  must(session.payment_status !== "no_payment_required" || session.payment_intent === null, "nothing to pay means no payment_intent");
  must(session.payment_status !== "paid" || session.payment_intent !== null, "paid means a payment_intent");
  must(session.status !== "complete" || session.customer_details !== null, "a complete session knows its buyer");
}

/** What an accepted request broke although its type allows it. */
export function paramRules(paramsType: string, params: Bag): string[] {
  if (paramsType !== "Checkout.SessionCreateParams") return [];
  const lies: string[] = [];
  const must = (ok: boolean, rule: string) => void (ok || lies.push(`params: ${rule}`));
  const both = (one: string, other: string) => one in params && other in params;
  must("success_url" in params, "a hosted session needs success_url");
  must(params.mode !== "payment" || Array.isArray(params.line_items), "payment mode needs line_items");
  must(!both("discounts", "allow_promotion_codes"), "discounts and allow_promotion_codes exclude each other");
  must(!both("customer", "customer_email"), "customer and customer_email exclude each other");
  must(
    !both("allowed_payment_method_types", "excluded_payment_method_types"),
    "allowed and excluded payment method types exclude each other",
  );
  return lies;
}
