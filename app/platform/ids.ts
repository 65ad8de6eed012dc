import { randomBytes, randomInt } from "node:crypto";

/** Letters and digits that cannot be mistaken for one another on paper or over the phone (Crockford's base 32). */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** `length` random characters of the readable alphabet; 5 bits each. */
export function readableCode(length: number): string {
  return Array.from(randomBytes(length), (byte) => ALPHABET[byte & 31]).join("");
}

/** A certificate's public code: 80 bits as four groups of four, e.g. `7H2K-9QWE-…`. */
export function certificateCode(): string {
  return readableCode(16).replace(/(.{4})(?=.)/g, "$1-");
}

/** Reads a code as a person types it: lower case, spaces, O for 0, I and L for 1. */
export function normaliseCertificateCode(typed: string): string {
  const bare = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  return bare.replace(/(.{4})(?=.)/g, "$1-");
}

/** Six digits, for pasting from a letter. */
export function sixDigitCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, "0");
}

/** 256 random bits, URL-safe, for links and cookies. */
export function secretToken(): string {
  return randomBytes(32).toString("base64url");
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** True for what the database would accept as an id; anything else in an address or a form names nothing. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
