import { expect, test } from "vitest";
import type { Provider } from "#app/features/catalogue/provider-file.ts";
import { sellerDetails } from "./receipt.ts";

const seller = (tradeName: string, legalName: string) =>
  ({
    tradeName,
    legalName,
    kvk: "00000000",
    vatId: null,
    address: { street: "Voorbeeldstraat 0", postcode: "0000 AA", city: "Voorbeeldstad", country: "NL" },
  }) as unknown as Provider;
const names = (provider: Provider) => sellerDetails(provider, "nl").slice(0, -2);

test("a seller is named twice only where the legal name is another name", () => {
  expect(names(seller("De Kring", "Stichting Voorbeeld"))).toEqual(["De Kring", "Stichting Voorbeeld"]);
  expect(names(seller("De Kring", "De Kring"))).toEqual(["De Kring"]);
  // What stands in brackets is a remark: the legal name, with the longest of them, is kept.
  expect(names(seller("De Kring (fictief)", "De Kring (fictief, bestaat niet)"))).toEqual(["De Kring (fictief, bestaat niet)"]);
});
