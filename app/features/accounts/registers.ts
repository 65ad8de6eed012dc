/** Professional bodies whose numbers a person can have printed on attendance lists. `other` carries the body's name in its number. */
export const registers = ["vvn", "registerplein", "skj", "nip", "other"] as const;
export type Register = (typeof registers)[number];

export interface RegisterEntry {
  register: string;
  number: string;
}

export type RegisterNumberProblem = "number-shape" | "number-bsn";

export function isRegister(value: string): value is Register {
  return registers.some((register) => register === value);
}

/** As typed, with runs of spaces made one. */
export function tidyNumber(number: string): string {
  return number.trim().replace(/\s+/g, " ");
}

/**
 * Why a number is refused, or null. Bodies change their formats, so the check is loose; a citizen service number (BSN) may not
 * be kept at all (art. 46 UAVG). Registerplein and SKJ give out nine digits themselves, so there the eleven-test proves nothing.
 */
export function registerNumberProblem(register: Register, number: string): RegisterNumberProblem | null {
  const tidy = tidyNumber(number);
  const shape = register === "other" ? /^[\p{L}\p{N}][\p{L}\p{N} .,:;()/&'-]{3,79}$/u : /^[\p{L}\p{N}][\p{L}\p{N} ./-]{2,24}$/u;
  if (!shape.test(tidy) || !/\d/.test(tidy)) return "number-shape";
  return register !== "registerplein" && register !== "skj" && looksLikeBsn(tidy) ? "number-bsn" : null;
}

/** Nine digits that pass the eleven-test: 9, 8, … 2, −1. */
function looksLikeBsn(number: string): boolean {
  const digits = number.replace(/\D/g, "");
  if (digits.length !== 9 || /\p{L}/u.test(number)) return false;
  const sum = [...digits].reduce((total, digit, position) => total + Number(digit) * (position === 8 ? -1 : 9 - position), 0);
  return sum % 11 === 0;
}
