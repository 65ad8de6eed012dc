/** The part of an error envelope that varies. */
export interface ErrorDetail {
  type: "invalid_request_error" | "idempotency_error" | "api_error" | "rate_limit_error";
  message: string;
  code?: string;
  param?: string;
}

/** A refusal in Stripe's words. Thrown anywhere below the API door, and turned into an envelope there. */
export class ApiError extends Error {
  readonly status: number;
  readonly detail: ErrorDetail;
  /** Whether an idempotency key keeps this answer: yes once execution began, no for refused parameters. */
  readonly begun: boolean;

  constructor(status: number, detail: ErrorDetail, begun = true) {
    super(detail.message);
    this.status = status;
    this.detail = detail;
    this.begun = begun;
  }
}

/** Something the request got wrong, found before anything was done. */
export function invalid(message: string, extra: { code?: string; param?: string } = {}): ApiError {
  return new ApiError(400, { type: "invalid_request_error", message, ...extra }, false);
}

/** Something that is understood but not possible now. */
export function refused(message: string, extra: { code?: string; param?: string } = {}): ApiError {
  return new ApiError(400, { type: "invalid_request_error", message, ...extra });
}

/** No such object: 404 when the id is in the address, 400 when it came as a parameter. */
export function missing(noun: string, id: string, param: string, status: 404 | 400 = 404): ApiError {
  return new ApiError(status, {
    type: "invalid_request_error",
    code: "resource_missing",
    message: `No such ${noun}: '${id}'`,
    param,
  });
}

/** Stripe has this, the sandbox does not: never pretend. */
export function unbuilt(what: string): ApiError {
  return new ApiError(
    501,
    { type: "api_error", code: "sandbox_not_simulated", message: `The Stripe sandbox does not simulate ${what}.` },
    false,
  );
}

/** The body every error answer has. Without the `error` key the SDK would take it for success. */
export function envelope(detail: ErrorDetail, requestId: string): { error: Record<string, string> } {
  const { type, message, code, param } = detail;
  return {
    error: {
      ...(code ? { code, doc_url: `https://docs.stripe.com/error-codes#${code.replaceAll("_", "-")}` } : {}),
      message,
      ...(param ? { param } : {}),
      request_log_url: `https://dashboard.stripe.com/test/logs/${requestId}`,
      type,
    },
  };
}
