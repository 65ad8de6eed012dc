import { Steps } from "#app/ui/steps.tsx";
import * as m from "#generated/paraglide/messages.js";

const steps = ["account", "order", "payment"] as const;
export type CheckoutStep = (typeof steps)[number];

/** Where a buyer is, from making an account to paying: the same row on the pages of all three. */
export function CheckoutSteps({ current }: { current: CheckoutStep }) {
  const names = [m.payments_step_account(), m.payments_step_order(), m.payments_step_payment()];
  return <Steps names={names} current={steps.indexOf(current) + 1} />;
}
