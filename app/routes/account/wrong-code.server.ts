import { data } from "@remix-run/node";
import { CODE_TRIES } from "#app/features/accounts/mail-codes.server.ts";
import { type FormRefusal, typedValues } from "#app/http/forms.server.ts";
import * as m from "#generated/paraglide/messages.js";

/**
 * The form again after a wrong code. It counts the tries from this page itself: when the codes have ended it says so, in the
 * same way for an address nobody has an account with. A number made up by the browser changes only these words.
 */
export function refuseWrongCode(form: FormData) {
  const tries = Math.trunc(Number(form.get("tries")) || 0) + 1;
  const ended = tries >= CODE_TRIES;
  const refusal: FormRefusal = {
    values: { ...typedValues(form), tries: String(tries), ...(ended ? { ended: "yes" } : {}) },
    errors: ended ? { form: m.accounts_error_code_ended() } : { code: m.accounts_error_code() },
  };
  return data(refusal, { status: 422 });
}
