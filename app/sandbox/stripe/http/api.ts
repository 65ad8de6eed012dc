import type { Request, Response } from "express";
import { spendFault } from "../faults/state.ts";
import { newId } from "../ids.ts";
import { routes } from "../resources/routes.ts";
import type { Sandbox } from "../sandbox.ts";
import { record } from "../store/records.ts";
import { API_VERSION } from "../version.ts";
import { hasKey } from "./authorize.ts";
import { ApiError, envelope, unbuilt } from "./errors.ts";
import { execute } from "./execute.ts";
import { decodeForm } from "./form.ts";
import { type Answer, fingerprint } from "./idempotency.ts";
import { matchRoute } from "./route.ts";
import { isKnownResource } from "./unbuilt-routes.ts";

/** Answers one request under /v1 the way Stripe would, faults included. */
export async function answerApi(sandbox: Sandbox, request: Request, response: Response): Promise<void> {
  const requestId = newId("req");
  const key = request.get("idempotency-key") ?? null;
  const version = request.get("stripe-version");
  response.set({ "request-id": requestId, "stripe-version": API_VERSION, "cache-control": "no-cache, no-store" });
  if (key) response.set("idempotency-key", key);

  const answer = await decide(sandbox, request, response, requestId, key).catch((error: unknown) =>
    asAnswer(sandbox, request, requestId, error),
  );
  await record(sandbox.pool, "request", {
    method: request.method,
    path: request.originalUrl,
    status: answer.status,
    requestId,
    idempotencyKey: key,
  });
  if (version !== API_VERSION) await warnVersion(sandbox, request, version);

  const method = request.method as "GET" | "POST";
  const cut = await spendFault(sandbox, "cuts", (fault) => fault.method === method && request.path.includes(fault.path));
  if (cut) {
    request.socket.destroy();
    return;
  }
  response.status(answer.status).json(answer.body);
}

async function decide(sandbox: Sandbox, request: Request, response: Response, requestId: string, key: string | null): Promise<Answer> {
  const method = request.method as "GET" | "POST";
  const path = request.path.replace(/\/$/, "");
  const text = method === "GET" ? (request.originalUrl.split("?")[1] ?? "") : typeof request.body === "string" ? request.body : "";
  const fault = await spendFault(sandbox, "answers", (one) => (one.method ?? method) === method && path.includes(one.path));
  if (fault && !fault.stored) return faultAnswer(fault, requestId);

  if (!hasKey(request, sandbox.options.apiKey)) {
    throw new ApiError(
      401,
      { type: "invalid_request_error", message: "Invalid API Key provided: the sandbox accepts only its own key." },
      false,
    );
  }
  const found = matchRoute(routes, method, path);
  if (!found) {
    if (isKnownResource(path)) throw unbuilt(`${method} ${path}`);
    throw new ApiError(404, { type: "invalid_request_error", message: `Unrecognized request URL (${method}: ${path}).` }, false);
  }
  const call = { sandbox, ids: found.ids, requestId, idempotencyKey: key };
  const print = method === "POST" ? fingerprint(method, path, text) : "";
  const forced = fault ? faultAnswer(fault, requestId) : null;
  const done = await execute({ ...found, call, params: decodeForm(text), print, forced });
  if (done.replayed) response.set("idempotent-replayed", "true");
  return done.answer;
}

function faultAnswer(fault: { status: number; raw: boolean }, requestId: string): Answer {
  if (fault.raw) return { status: 500, body: { message: "Not implemented" } };
  const words = {
    409: {
      type: "invalid_request_error",
      code: "lock_timeout",
      message: "This object cannot be accessed right now because another API request is currently accessing it.",
    },
    429: { type: "rate_limit_error", code: "rate_limit", message: "Request rate limit exceeded." },
    500: { type: "api_error", message: "An unknown error occurred." },
  } as const;
  return { status: fault.status, body: envelope(words[fault.status as 409 | 429 | 500], requestId) };
}

function asAnswer(sandbox: Sandbox, request: Request, requestId: string, error: unknown): Answer {
  if (error instanceof ApiError) {
    // The SDK retries every 5xx unless told not to; what is not built will not be built on the second try.
    if (error.status >= 500) request.res?.set("stripe-should-retry", "false");
    return { status: error.status, body: envelope(error.detail, requestId) };
  }
  sandbox.options.log(`stripe sandbox: ${request.method} ${request.path} failed: ${error instanceof Error ? error.stack : String(error)}`);
  return { status: 500, body: envelope({ type: "api_error", message: "The sandbox failed; see its log." }, requestId) };
}

async function warnVersion(sandbox: Sandbox, request: Request, version: string | undefined): Promise<void> {
  const message = `asked for API version ${version ?? "(none)"}, but the sandbox only speaks ${API_VERSION}`;
  sandbox.options.log(`stripe sandbox: WARNING ${request.method} ${request.path}: ${message}`);
  await record(sandbox.pool, "warning", { method: request.method, path: request.path, message });
}
