import { formatDate } from "#app/platform/i18n/format.ts";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import type { ReturnAnswer } from "./return-page.server.ts";

export type KnownReturn = Omit<Extract<ReturnAnswer, { kind: "known" }>, "startsOn"> & { startsOn: Date | string | null };

/** What a buyer reads on coming back, per true state: how it stands, and what happens now. `text` is given the course's title. */
export function returnWords(answer: KnownReturn): { title: string; text: (title: string) => string; next: string[] } {
  switch (answer.status) {
    case "paid":
      return answer.startsOn
        ? {
            title: m.payments_thanks_paid_title(),
            text: (title) => m.payments_thanks_paid_later({ title }),
            next: [m.payments_next_later({ date: formatDate(answer.startsOn, getLocale()) }), m.payments_next_receipt()],
          }
        : {
            title: m.payments_thanks_paid_title(),
            text: (title) => m.payments_thanks_paid_text({ title }),
            next: [m.payments_next_begin(), m.payments_next_receipt()],
          };
    case "refunded":
      return {
        title: m.payments_thanks_refunded_title(),
        text: (title) => m.payments_thanks_refunded_text({ title }),
        next: [m.payments_next_kept()],
      };
    case "waiting":
      return {
        title: m.payments_thanks_waiting_title(),
        text: (title) => m.payments_thanks_waiting_text({ title }),
        next: [m.payments_next_nothing(), m.payments_next_word(), m.payments_next_failed()],
      };
    case "failed":
      return {
        title: m.payments_thanks_failed_title(),
        text: (title) => m.payments_thanks_failed_text({ title }),
        next: [m.payments_next_typed(), m.payments_next_other_method()],
      };
    case "expired":
      return {
        title: m.payments_thanks_expired_title(),
        text: (title) => m.payments_thanks_expired_text({ title }),
        next: [m.payments_next_typed()],
      };
    case "checking":
      return {
        title: m.payments_thanks_checking_title(),
        text: (title) => m.payments_thanks_checking_text({ title }),
        next: [m.payments_next_nothing(), m.payments_next_surplus()],
      };
    case "open":
      return {
        title: m.payments_thanks_open_title(),
        text: (title) => m.payments_thanks_open_text({ title }),
        next: [m.payments_next_typed()],
      };
    case "processing":
      return {
        title: m.payments_thanks_processing_title(),
        text: (title) => m.payments_thanks_processing_text({ title }),
        next: [m.payments_next_nothing(), m.payments_next_word()],
      };
  }
}
