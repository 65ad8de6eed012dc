import { codeLetter, passwordChangedLetter } from "#app/features/accounts/letters.ts";
import { letterSignature } from "#app/features/catalogue/letter-signature.ts";
import type { Provider } from "#app/features/catalogue/provider-file.ts";
import { certificateReadyLetter, nameWantedLetter } from "#app/features/certificates/letters.ts";
import { doubtLetter, failureLetter, type OrderTold, receiptLetter } from "#app/features/payments/letters.ts";
import { type WithdrawalChoice, withdrawalTexts } from "#app/features/payments/withdrawal.ts";
import type { Letter } from "#app/platform/mail/letter.ts";

type Locale = Letter["locale"];

const origin = "https://leren.voorbeeld.example";
const at = new Date("2026-11-22T20:14:00Z");
const title = "Gemis is geen alleen-zijn";
const slug = "gemis-is-geen-alleen-zijn";

const seller: Provider = {
  tradeName: "Voorbeeldacademie De Kring",
  legalName: "Voorbeeldacademie De Kring B.V.",
  address: { street: "Voorbeeldstraat 1", postcode: "1234 AB", city: "Voorbeeldstad", country: "NL" },
  kvk: "00000000",
  crkbo: false,
  vatId: "NL000000000B00",
  iban: null,
  contact: { name: "Cursusbureau", phone: "+31 20 000 00 00", email: "cursusbureau@voorbeeld.example" },
  signatory: { name: "Cursusbureau", role: "" },
  note: null,
  complaints: { nl: "", en: "" },
};

function order(locale: Locale, name: string, choice: WithdrawalChoice, company: { company: string; vatId: string } | null): OrderTold {
  const { version, ...texts } = withdrawalTexts("service", locale, company?.vatId ?? null);
  return {
    reference: "K7M3Q2XD",
    mode: "sandbox",
    buyerName: name,
    company: company?.company ?? null,
    companyReference: company ? "Afdeling 4, teamscholing najaar" : null,
    vatId: company?.vatId ?? null,
    currency: "EUR",
    totalCents: 9500,
    lines: [
      {
        title,
        courseSlug: slug,
        quantity: 1,
        totalCents: 9500,
        vatCents: 1649,
        vatText: locale === "nl" ? "Btw 21%" : "VAT 21%",
        accessMonths: 12,
      },
    ],
    locale,
    withdrawalChoice: choice,
    withdrawalVersion: version,
    withdrawalText: texts[choice],
    withdrawalAt: at,
  };
}

/** Every letter this site writes, with sample data; `name` is whom they are written to. */
export function sampleLetters(locale: Locale, name = "Noor el Amrani"): { name: string; letter: Letter }[] {
  const signature = letterSignature(seller);
  const withCode = { name, code: "308415", url: `${origin}/link/Zm9sbG93LXRoZS13aGl0ZS1yYWJiaXQtMDEyMzQ1Njc4OQ`, signature, locale };
  const around = { seller, origin };
  const paid = { ...around, paidAt: at, method: "ideal" };
  const graduate = { name, course: title, practice: true, signature, locale };
  const printed = { name, code: "8F3K-72QM-XN4D-V6TA", verifyUrl: `${origin}/verify/8F3K-72QM-XN4D-V6TA` };
  return [
    ...(["verify-email", "sign-in", "reset-password", "already-registered"] as const).map((kind) => ({
      name: kind,
      letter: codeLetter(kind, kind === "verify-email" ? { ...withCode, name: null } : withCode),
    })),
    { name: "password-changed", letter: passwordChangedLetter({ name, url: `${origin}/reset-password`, signature, locale }) },
    { name: "receipt", letter: receiptLetter(order(locale, name, "start-now", null), paid) },
    { name: "receipt-wait", letter: receiptLetter(order(locale, name, "wait", null), paid) },
    {
      name: "receipt-business",
      letter: receiptLetter(order(locale, name, "wait", { company: "Stichting Thuis in de Wijk", vatId: "NL123456789B01" }), paid),
    },
    { name: "payment-failed", letter: failureLetter(order(locale, name, "start-now", null), around) },
    { name: "second-payment", letter: doubtLetter(order(locale, name, "start-now", null), around) },
    { name: "name-wanted", letter: nameWantedLetter({ ...graduate, url: `${origin}/certificates/confirm/${slug}` }) },
    { name: "certificate-ready", letter: certificateReadyLetter({ ...graduate, printed, downloadUrl: `${origin}/certificates` }) },
  ];
}

/** One of them, by its name. */
export function sampleLetter(locale: Locale, name: string): Letter | null {
  return sampleLetters(locale).find((sample) => sample.name === name)?.letter ?? null;
}
