import type { AppLoadContext } from "@remix-run/node";
import { type LimitKind, takeTurn } from "#app/features/accounts/limits.server.ts";
import { refuse } from "#app/http/forms.server.ts";
import { formatMinutes } from "#app/platform/i18n/format.ts";
import * as m from "#generated/paraglide/messages.js";

/** Null while this address and client may go on; otherwise the form again (429), with when to try again in words. */
export async function refuseWhenTooOften(kind: LimitKind, form: FormData, email: string, context: AppLoadContext) {
  const seconds = await takeTurn(kind, { email, clientAddress: context.clientAddress }, context.now);
  if (seconds === null) return null;
  return refuse(form, { form: m.accounts_too_often({ time: formatMinutes(Math.ceil(seconds / 60), context.locale) }) }, 429);
}
