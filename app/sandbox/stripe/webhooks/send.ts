import { signature } from "./sign.ts";

/** How one attempt ended. `status` is null when no answer came. */
export interface Attempted {
  ok: boolean;
  status: number | null;
  error: string | null;
  ms: number;
}

/** Posts one signed body to an endpoint. Only 2xx within the time limit counts; a redirect is not followed and fails. */
export async function send(
  endpoint: { url: string; secret: string },
  body: string,
  timeoutMs: number,
  skewSeconds = 0,
): Promise<Attempted> {
  const began = performance.now();
  const took = () => Math.round(performance.now() - began);
  try {
    const response = await fetch(endpoint.url, {
      method: "POST",
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        "content-type": "application/json; charset=utf-8",
        "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
        "stripe-signature": signature(endpoint.secret, body, skewSeconds),
        // One connection an attempt: a restarted shop must not be hit over a dead one.
        connection: "close",
      },
      body,
    });
    await response.body?.cancel();
    return { ok: response.ok, status: response.status, error: response.ok ? null : `answered ${response.status}`, ms: took() };
  } catch (error) {
    const reason = error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : String(error);
    return { ok: false, status: null, error: reason, ms: took() };
  }
}
