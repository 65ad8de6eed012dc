import { z } from "zod";
import * as m from "#generated/paraglide/messages.js";

/** Shapes of what people type in the forms of this folder. Made per request, so that the messages come in its language. */
export const emailTyped = () =>
  z
    .string({ error: m.accounts_error_email() })
    .trim()
    .max(254, m.accounts_error_email())
    .pipe(z.email({ error: m.accounts_error_email() }));

/**
 * Signs nobody sees: they turn or hide text in lists and letters. The two joiners are part of how some languages are written,
 * and stay between letters.
 */
const unseen = /(?![\u200c\u200d])[\p{C}]|(?<![\p{L}\p{M}])[\u200c\u200d]|[\u200c\u200d](?!\p{L})/u;

/** Printable, on one line: it is printed on certificates and in letters. */
export const nameTyped = () =>
  z
    .string({ error: m.accounts_error_name() })
    .transform((name) => name.normalize("NFC").replace(/\s+/g, " ").trim())
    .pipe(
      z
        .string()
        .min(2, m.accounts_error_name())
        .max(120, m.accounts_error_name_long())
        .refine((name) => !unseen.test(name), m.accounts_error_name_unseen()),
    );

/** Pasted with a space or a full stop it is still the code. */
export const codeTyped = () =>
  z
    .string({ error: m.accounts_error_code_shape() })
    .transform((code) => code.replace(/[^\d]/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, m.accounts_error_code_shape()));

export const passwordTyped = () =>
  z
    .string({ error: m.accounts_error_password_empty() })
    .min(1, m.accounts_error_password_empty())
    .max(1000, m.accounts_error_password_long());

export const newPasswordTyped = () =>
  z
    .string({ error: m.accounts_error_password_short() })
    .min(1, m.accounts_error_password_short())
    .max(1000, m.accounts_error_password_long());

export const localeTyped = () => z.enum(["nl", "en"], { error: m.accounts_error_locale() });
