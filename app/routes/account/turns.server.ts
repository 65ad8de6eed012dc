import type { AppLoadContext } from "@remix-run/node";
import { type LimitKind, takeTurn } from "#app/features/accounts/limits.server.ts";
import { refuse } from "#app/http/forms.server.ts";
import { formatMinutes } from "#app/platform/i18n/format.ts";
import * as m from "#generated/paraglide/messages.js";
import { knownIn } from "./known-cookie.server.ts";
import { pendingIn } from "./pending-cookie.server.ts";

interface Knock {
  request: Request;
  form: FormData;
  email: string;
  context: AppLoadContext;
}

/** Null while this address, client or browser may go on; otherwise the form again (429), with when to try again in words. */
export async function refuseWhenTooOften(kind: LimitKind, { request, form, email, context }: Knock) {
  const { clientAddress, now, locale } = context;
  const seconds = await takeTurn(kind, { email, clientAddress, knownBrowser: knownIn(request), pending: pendingIn(request) }, now);
  if (seconds === null) return null;
  const time = formatMinutes(Math.ceil(seconds / 60), locale);
  return refuse(form, { form: kind === "sign-in" ? m.accounts_too_often_password({ time }) : m.accounts_too_often({ time }) }, 429);
}
