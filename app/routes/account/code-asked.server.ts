import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { z } from "zod";
import { type AskedPurpose, askForCode } from "#app/features/accounts/code-asked.server.ts";
import { askedByOf, pendingFor } from "#app/features/accounts/pending-address.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { nextIn } from "./next.server.ts";
import { keepPending, pendingIn } from "./pending-cookie.server.ts";
import { refuseWhenTooOften } from "./turns.server.ts";
import { emailTyped } from "./typed.server.ts";

/**
 * Answers a form that asks for a code by mail: asks for it, keeps the address in this browser and leads to `after`, the page
 * where the code is typed. The same answer for every address, whether it has an account or not.
 */
export async function answerCodeAsked(
  purpose: AskedPurpose,
  { request, context }: Pick<ActionFunctionArgs, "request" | "context">,
  after: (next: string) => string,
) {
  const form = await request.formData();
  const parsed = parseForm(form, z.object({ email: emailTyped() }));
  if (!parsed.ok) return data(parsed.refusal, { status: 422 });
  const { email } = parsed.value;
  const tooOften = await refuseWhenTooOften("send-code", { request, form, email, context });
  if (tooOften) return tooOften;
  const next = nextIn(form);
  const pending = pendingFor(email, pendingIn(request), context.now);
  await askForCode(purpose, { email, next, askedBy: askedByOf(pending, context.now) });
  return redirect(after(next), {
    status: 303,
    headers: { "Set-Cookie": keepPending(pending) },
  });
}
