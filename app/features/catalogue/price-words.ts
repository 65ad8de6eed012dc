import { formatDate, formatMoney } from "#app/platform/i18n/format.ts";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { lastDayBefore } from "./office-days.ts";
import type { AddRefusal, EndAnswer, InterruptQuestion } from "./office-prices.server.ts";
import type { PriceStanding } from "./price-windows.ts";
import type { VatTreatment } from "./prices.server.ts";

export function priceStandingWords(standing: PriceStanding): string {
  const words: Record<PriceStanding, () => string> = {
    "in-force": m.office_offer_in_force,
    coming: m.office_offer_coming,
    past: m.office_offer_past,
  };
  return words[standing]();
}

export function vatWords(treatment: VatTreatment): string {
  return treatment === "exempt_education" ? m.office_vat_exempt_education() : m.office_vat_standard_21();
}

/** Why a price was not added, under the field where it can be set right. */
export function addRefusal(answer: AddRefusal): Record<string, string> {
  const locale = getLocale();
  switch (answer.reason) {
    case "begins-in-past":
      return { from: m.office_offer_error_from_past() };
    case "ends-before-it-begins":
      return { to: m.office_offer_error_to_before() };
    case "overlaps": {
      const { amountCents, currency, validFrom, lastDay } = answer.with;
      const said = { amount: formatMoney(amountCents, currency, locale), from: formatDate(validFrom, locale) };
      const words = lastDay
        ? m.office_offer_error_overlap({ ...said, to: formatDate(lastDay, locale) })
        : m.office_offer_error_overlap_open(said);
      return { from: words };
    }
  }
}

/** What it comes to when a running price is interrupted for a while, before it happens: what holds now, and what will. */
export function interruptWords({ running, amountCents, from, to }: InterruptQuestion): { now: string; after: string } {
  const locale = getLocale();
  const around = formatMoney(running.amountCents, running.currency, locale);
  const said = {
    from: formatDate(from, locale),
    to: formatDate(lastDayBefore(to), locale),
    amount: formatMoney(amountCents, running.currency, locale),
    around,
  };
  const after = running.lastDay
    ? m.office_offer_splits_until({ ...said, until: formatDate(running.lastDay, locale) })
    : m.office_offer_splits_open(said);
  return { now: m.office_offer_splits({ around }), after };
}

/** Why a price was not ended. */
export function endRefusal(reason: Exclude<Extract<EndAnswer, { ok: false }>["reason"], "unknown-price">): Record<string, string> {
  switch (reason) {
    case "already-over":
      return { form: m.office_offer_end_already_over() };
    case "in-past":
      return { lastDay: m.office_offer_end_in_past() };
    case "before-it-begins":
      return { lastDay: m.office_offer_end_before_it_begins() };
    case "not-earlier":
      return { lastDay: m.office_offer_end_not_earlier() };
  }
}
