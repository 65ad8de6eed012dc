import { commonPasswords, commonStems } from "./common-passwords.ts";

export type PasswordProblem = "password-short" | "password-long" | "password-common" | "password-own-name";

export const PASSWORD_MIN = 10;
/** Far above any sentence; only keeps a megabyte from being hashed. */
export const PASSWORD_MAX = 200;

const rows = ["01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm"].flatMap((row) => [
  row,
  [...row].reverse().join(""),
]);

/**
 * Why a new password is refused, or null. Length counts most; no rules on kinds of characters, and what everybody tries first
 * is refused (NIST SP 800-63B-4 § 3.1.1.2: blocklist, context-specific words, sequences and repeats).
 */
export function passwordProblem(password: string, own: { name?: string; email: string }): PasswordProblem | null {
  if ([...password].length < PASSWORD_MIN) return "password-short";
  if (password.length > PASSWORD_MAX) return "password-long";
  const plain = password.toLowerCase();
  if (isCommon(plain)) return "password-common";
  return isOwn(plain, own) ? "password-own-name" : null;
}

/** `welkom2026!` is `welkom` to whoever guesses. */
const withoutTail = (plain: string) => plain.replace(/[^\p{L}]{1,6}$/u, "");

function isCommon(plain: string): boolean {
  const stem = withoutTail(plain);
  return (
    commonPasswords.has(plain) ||
    commonPasswords.has(stem) ||
    commonStems.has(stem) ||
    /^(.{1,4})\1+.?$/u.test(plain) ||
    rows.some((row) => row.includes(plain))
  );
}

function isOwn(plain: string, { name = "", email }: { name?: string; email: string }): boolean {
  const address = email.toLowerCase();
  const known = [address, address.split("@")[0] ?? "", ...name.toLowerCase().split(/\s+/), name.toLowerCase().replace(/\s+/g, "")];
  const stem = withoutTail(plain);
  return known.some((word) => word.length > 2 && (plain === word || stem === word));
}
