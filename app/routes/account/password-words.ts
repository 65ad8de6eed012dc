import type { PasswordProblem } from "#app/features/accounts/password-rule.ts";
import * as m from "#generated/paraglide/messages.js";

/** What to do about a refused new password. */
export function passwordWords(problem: PasswordProblem): string {
  switch (problem) {
    case "password-short":
      return m.accounts_error_password_short();
    case "password-long":
      return m.accounts_error_password_long();
    case "password-common":
      return m.accounts_error_password_common();
    case "password-own-name":
      return m.accounts_error_password_own();
  }
}
