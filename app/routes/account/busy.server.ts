import { refuse } from "#app/http/forms.server.ts";
import * as m from "#generated/paraglide/messages.js";

/** The form again (503) while too many passwords wait to be hashed: the same for whoever comes, known or not. */
export function refuseWhileBusy(form: FormData) {
  return refuse(form, { form: m.accounts_too_busy() }, 503);
}
