import type { ActionFunctionArgs } from "@remix-run/node";
import { receiveEvent } from "#app/features/payments/events.server.ts";
import { log } from "#app/platform/log.server.ts";

/** Stripe's doorbell. The raw body comes first: the signature is over the bytes as they were sent. */
export async function action({ request, context }: ActionFunctionArgs) {
  if (request.method !== "POST") return new Response(null, { status: 405 });
  const rawBody = await request.text();
  try {
    const received = await receiveEvent(rawBody, request.headers.get("stripe-signature"), context.now);
    return new Response(null, { status: received.ok ? 200 : 400 });
  } catch (error) {
    // Not written down: Stripe must send it again.
    log.error("payments.hook", { error });
    return new Response(null, { status: 503 });
  }
}

export function loader() {
  return new Response(null, { status: 405, headers: { Allow: "POST" } });
}
