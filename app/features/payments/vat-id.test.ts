import { expect, test } from "vitest";
import { readVatId } from "./vat-id.ts";

test.each([
  ["NL123456789B01", "NL123456789B01"],
  ["nl 1234.56.789.b01", "NL123456789B01"],
  ["BE 0123-456-789", "BE0123456789"],
  ["DE123456789", "DE123456789"],
  ["ATU12345678", "ATU12345678"],
])("%s is kept as %s", (typed, kept) => {
  expect(readVatId(typed)).toBe(kept);
});

test.each(["kaas", "NL", "12", "NL123456789", "NL12345678901", "BE12345", "US123456789", "constructor", ""])(
  "%s is no VAT number",
  (typed) => {
    expect(readVatId(typed)).toBeNull();
  },
);
