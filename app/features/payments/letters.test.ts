import { expect, test } from "vitest";
import type { Provider } from "#app/features/catalogue/provider-file.ts";
import { type OrderTold, receiptLetter } from "./letters.ts";
import { withdrawalTexts } from "./withdrawal.ts";

const seller = {
  tradeName: "De Kring",
  legalName: "De Kring",
  kvk: "00000000",
  vatId: null,
  address: { street: "Voorbeeldstraat 0", postcode: "0000 AA", city: "Voorbeeldstad", country: "NL" },
  contact: { name: "Cursusbureau", phone: "020", email: "bureau@example.org" },
} as unknown as Provider;

const { version, wait } = withdrawalTexts("service", "nl");
const order: OrderTold = {
  reference: "K7M3Q2XD",
  mode: "live",
  buyerName: "Bo Jansen",
  company: null,
  companyReference: null,
  vatId: null,
  currency: "EUR",
  totalCents: 9500,
  lines: [{ title: "Gemis", courseSlug: "gemis", quantity: 1, totalCents: 9500, vatCents: 1649, vatText: "Btw 21%", accessMonths: 12 }],
  locale: "nl",
  withdrawalChoice: "wait",
  withdrawalVersion: version,
  withdrawalText: wait,
  withdrawalAt: new Date("2026-11-22T20:14:00Z"),
};

test.each(["nl", "en"])("who waits reads on which day access starts, and no hour (%s)", (locale) => {
  const paidAt = new Date("2026-11-22T20:20:00Z");
  const { paragraphs } = receiptLetter({ ...order, locale }, { seller, origin: "https://example.org", paidAt, method: "ideal" });
  expect(paragraphs[0]).toMatch(/7 [Dd]ecember 2026[,.]/);
  expect(paragraphs[0]).not.toContain("00:00");
});
