import express, { type Request, type Response, type Router } from "express";
import type Stripe from "stripe";
import { answerAtBank, completeFree, type PayStep, startPayment } from "../payments/pay.ts";
import type { Sandbox } from "../sandbox.ts";
import type { SessionInner } from "../sessions/inner.ts";
import { nowMs } from "../store/clock.ts";
import { findDocument, findInner } from "../store/documents.ts";
import { waitForFirstAttempt } from "../webhooks/deliver.ts";
import { bankBody } from "./bank-page.ts";
import { checkoutBody } from "./checkout-page.ts";
import { readForm, type Sent } from "./form-input.ts";
import { html } from "./html.ts";
import { sendPage } from "./layout.ts";
import { type Texts, textsFor } from "./texts.ts";

interface Visit {
  sandbox: Sandbox;
  session: Stripe.Checkout.Session;
  inner: SessionInner;
  texts: Texts;
  response: Response;
}

/** The hosted pages under /c/pay. They need neither a script nor a cookie. */
export function pageRoutes(sandbox: Sandbox): Router {
  const router = express.Router();
  const form = express.urlencoded({ extended: false, limit: "50kb" });
  const visit =
    (work: (visit: Visit, request: Request) => Promise<void>) => (request: Request, response: Response, next: express.NextFunction) => {
      open(sandbox, request.params.id ?? "", response)
        .then((found) => found && work(found, request))
        .catch(next);
    };
  router.get("/:id", visit(showCheckout));
  router.post("/:id", form, visit(submitCheckout));
  router.get("/:id/bank", visit(showBank));
  router.post("/:id/bank", form, visit(submitBank));
  return router;
}

// Closed and unknown sessions get a kind page of their own, whatever was asked of them.
async function open(sandbox: Sandbox, id: string, response: Response): Promise<Visit | null> {
  const session = await findDocument(sandbox.pool, "checkout.session", id);
  const inner = await findInner(sandbox.pool, "checkout.session", id);
  const texts = textsFor(session?.locale ?? null);
  if (!session || !inner) {
    const body = html`<h1>${texts.missingTitle}</h1><p>${texts.missingText}</p>`;
    sendPage(response, { lang: texts.lang, title: texts.missingTitle, banner: texts.banner, body, status: 404 });
    return null;
  }
  const visit = { sandbox, session, inner, texts, response };
  if (session.status === "open" && session.expires_at * 1000 > (await nowMs(sandbox.pool))) return visit;
  sendClosed(visit);
  return null;
}

function sendClosed({ session, texts, sandbox, response }: Visit): void {
  const paid = session.status === "complete";
  const title = paid ? texts.paidTitle : texts.expiredTitle;
  const back = paid ? successAddress(session) : session.cancel_url;
  const body = html`<h1>${title}</h1><p>${paid ? texts.paidText : texts.expiredText}</p>${back && html`<p><a href="${back}">${texts.backToShop(sandbox.options.shopName)}</a></p>`}`;
  sendPage(response, { lang: texts.lang, title, banner: texts.banner, body, status: paid ? 200 : 410 });
}

async function showCheckout(visit: Visit, request: Request): Promise<void> {
  const notices: Record<string, string> = { refused: visit.texts.declined, replaced: visit.texts.replaced };
  sendCheckout(visit, {}, [], notices[String(request.query.notice)] ?? null);
}

function sendCheckout(visit: Visit, sent: Sent, errors: (keyof Texts["errors"])[], notice: string | null): void {
  const { session, inner, texts, sandbox, response } = visit;
  const shop = sandbox.options.shopName;
  const body = checkoutBody({ session, inner, shop, texts, sent, errors, notice });
  const title = errors.length > 0 ? `${texts.errorTitle} – ${shop}` : `${texts.summary} – ${shop}`;
  sendPage(response, {
    lang: texts.lang,
    title,
    banner: texts.banner,
    body,
    status: errors.length > 0 ? 422 : 200,
    formTargets: shopOrigins(session),
  });
}

async function submitCheckout(visit: Visit, request: Request): Promise<void> {
  const { sandbox, session } = visit;
  const sent = request.body as Sent;
  const filled = readForm(session, sent, new Date(await nowMs(sandbox.pool)));
  if (!filled.ok) return sendCheckout(visit, sent, filled.errors, null);
  const { buyer, method, card, last4, iban } = filled;
  const step = method
    ? await startPayment(sandbox, session.id, { method, buyer, last4, ...(card ? { card } : {}), ...(iban ? { iban } : {}) })
    : await completeFree(sandbox, session.id, buyer);
  await goOn(visit, step);
}

async function showBank({ session, inner, texts, sandbox, response }: Visit): Promise<void> {
  if (!inner.attempt) return response.redirect(303, `/c/pay/${session.id}`);
  const title = texts.bankTitle[inner.attempt.method];
  sendPage(response, {
    lang: texts.lang,
    title,
    banner: texts.banner,
    body: bankBody(session, inner.attempt, sandbox.options.shopName, texts),
    formTargets: shopOrigins(session),
  });
}

async function submitBank(visit: Visit, request: Request): Promise<void> {
  const { answer, attempt } = request.body as Sent;
  // Leaving decides nothing: the session stays open and the attempt stays at the bank.
  if (answer === "later") return visit.response.redirect(303, visit.session.cancel_url ?? `/c/pay/${visit.session.id}`);
  await goOn(visit, await answerAtBank(visit.sandbox, visit.session.id, attempt ?? "", answer === "approve"));
}

async function goOn({ sandbox, session, response }: Visit, step: PayStep): Promise<void> {
  const page = `/c/pay/${session.id}`;
  if (step.step === "bank") return response.redirect(303, `${page}/bank`);
  if (step.step === "refused" || step.step === "replaced") return response.redirect(303, `${page}?notice=${step.step}`);
  // A second submit finds the session closed; the page then says so.
  if (step.step === "closed") return response.redirect(303, page);
  await waitForFirstAttempt(sandbox, step.completedEvent, sandbox.options.redirectWaitMs);
  response.redirect(303, successAddress(session));
}

function successAddress(session: Stripe.Checkout.Session): string {
  return (session.success_url ?? "/").replaceAll("{CHECKOUT_SESSION_ID}", session.id);
}

function shopOrigins(session: Stripe.Checkout.Session): string[] {
  return [session.success_url, session.cancel_url].filter((url) => url !== null).map((url) => new URL(url).origin);
}
