import { randomInt } from "node:crypto";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Random letters and digits, unguessable at 24 and more. */
export function randomText(length: number): string {
  return Array.from({ length }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join("");
}

/** A Stripe-like id: prefix, underscore, random tail. Session ids are longer because they are a key to a page. */
export function newId(prefix: string): string {
  return prefix === "cs_test" ? `cs_test_a1${randomText(56)}` : `${prefix}_1S${randomText(22)}`;
}
