import express, { type Request, type Response, type Router } from "express";
import { ZodError } from "zod";
import { readFaults } from "../faults/state.ts";
import { ApiError } from "../http/errors.ts";
import { decodeForm, withoutEmpty } from "../http/form.ts";
import type { Sandbox } from "../sandbox.ts";
import { nowSeconds, offsetMs } from "../store/clock.ts";
import { readRecords } from "../store/records.ts";
import type { Action } from "./action.ts";
import { deliveryActions } from "./delivery-actions.ts";
import { onlyLoopback } from "./loopback.ts";
import { sendPanel } from "./panel-page.ts";
import { paymentActions } from "./payment-actions.ts";
import { listDeliveries } from "./readings.ts";

/** The panel (HTML) and the test API (JSON) under /_sandbox, for this machine only. */
export function panelRoutes(sandbox: Sandbox): Router {
  const router = express.Router();
  // Health is for whoever starts the process, and tells nothing.
  router.get("/healthz", (_request, response, next) => {
    sandbox.pool.query("select 1").then(() => response.json({ ok: true }), next);
  });
  router.use(onlyLoopback);
  const show = (path: string, read: (request: Request) => Promise<unknown>) =>
    router.get(path, (request, response, next) => {
      read(request).then((body) => response.json(body), next);
    });
  show("/faults", () => readFaults(sandbox.pool));
  show("/clock", async () => ({ now: await nowSeconds(sandbox.pool), offsetSeconds: (await offsetMs(sandbox.pool)) / 1000 }));
  show("/violations", () => readRecords(sandbox.pool, "violation"));
  show("/warnings", () => readRecords(sandbox.pool, "warning"));
  show("/requests", () => readRecords(sandbox.pool, "request"));
  show("/deliveries", (request) => listDeliveries(sandbox, typeof request.query.event === "string" ? request.query.event : null));
  router.get("/", (request, response, next) => {
    sendPanel(sandbox, request, response).catch(next);
  });
  for (const one of [...paymentActions, ...deliveryActions]) {
    router.post(`/${one.name}`, express.text({ type: () => true, limit: "1mb" }), (request, response, next) => {
      carryOut(sandbox, one, request, response).catch(next);
    });
  }
  return router;
}

async function carryOut(sandbox: Sandbox, one: Action, request: Request, response: Response): Promise<void> {
  const text = typeof request.body === "string" ? request.body : "";
  const isForm = request.is("application/x-www-form-urlencoded") !== false;
  try {
    const result = await one.run(sandbox, isForm ? withoutEmpty(decodeForm(text)) : JSON.parse(text || "{}"));
    if (isForm) response.redirect(303, `/_sandbox/?done=${one.name}`);
    else response.json(result);
  } catch (error) {
    const status = error instanceof ApiError ? error.status : error instanceof ZodError || error instanceof SyntaxError ? 400 : null;
    if (status === null) throw error;
    const message =
      error instanceof ZodError
        ? error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ")
        : (error as Error).message;
    if (isForm) response.redirect(303, `/_sandbox/?problem=${encodeURIComponent(message)}`);
    else response.status(status).json({ error: { type: "invalid_request_error", message } });
  }
}
