import { addMonths, amsterdamDate, startOfDay } from "#app/platform/clock.ts";

/**
 * The buyer's choice about the fourteen days in which a contract may be undone (art. 6:230o BW). Kept on the order with its
 * version, text and time, and repeated in the receipt. A published version is never changed: a new text is a new version.
 * The texts are our own words for the *service* and *content* rules of art. 6:230p and 6:230v BW.
 */
export type WithdrawalChoice = "start-now" | "wait";
export type Delivery = "service" | "content";
/** `business`: ordered with a VAT number, which the terms leave without a right of withdrawal. */
type Kind = Delivery | "business";

export const WITHDRAWAL_DAYS = 14;

interface Texts {
  "start-now": string;
  wait: string;
}

export interface WithdrawalTexts extends Texts {
  version: string;
}

const versions: Record<Kind, { version: string; nl: Texts; en: Texts }> = {
  service: {
    version: "service-2026-11b",
    nl: {
      "start-now":
        "Ik verzoek uitdrukkelijk om meteen te beginnen, binnen de bedenktijd van 14 dagen. Herroep ik daarna, dan betaal ik een evenredig deel voor wat al is geleverd. Is de module binnen die tijd volledig geleverd, dan vervalt mijn herroepingsrecht.",
      wait: "Ik wacht de bedenktijd van 14 dagen af. Mijn toegang begint op dag 15. Tot die tijd kan ik de overeenkomst zonder opgaaf van redenen herroepen en krijg ik alles terug.",
    },
    en: {
      "start-now":
        "I expressly request to start right away, within the withdrawal period of 14 days. If I withdraw after that, I pay a proportionate part for what has been delivered by then. If the module has been delivered in full within that time, my right of withdrawal ends.",
      wait: "I wait for the withdrawal period of 14 days to pass. My access starts on day 15. Until then I can withdraw from the contract without giving a reason and get everything back.",
    },
  },
  content: {
    version: "content-2026-11",
    nl: {
      "start-now": "Ik stem ermee in dat ik direct toegang krijg en verklaar dat ik daarmee afstand doe van mijn herroepingsrecht.",
      wait: "Ik wacht de bedenktijd van 14 dagen af. Mijn toegang begint op dag 15. Tot die tijd kan ik de overeenkomst zonder opgaaf van redenen herroepen en krijg ik alles terug.",
    },
    en: {
      "start-now": "I agree to get access right away and declare that I thereby give up my right of withdrawal.",
      wait: "I wait for the withdrawal period of 14 days to pass. My access starts on day 15. Until then I can withdraw from the contract without giving a reason and get everything back.",
    },
  },
  business: {
    version: "business-2026-11",
    nl: {
      "start-now":
        "Ik begin meteen. Deze bestelling is gedaan met een btw-nummer van een organisatie; de bedenktijd voor consumenten geldt daarvoor niet.",
      wait: "Mijn toegang begint op dag 15. Deze bestelling is gedaan met een btw-nummer van een organisatie; de bedenktijd voor consumenten geldt daarvoor niet.",
    },
    en: {
      "start-now":
        "I start right away. This order was placed with an organisation's VAT number; the withdrawal period for consumers does not apply to it.",
      wait: "My access starts on day 15. This order was placed with an organisation's VAT number; the withdrawal period for consumers does not apply to it.",
    },
  },
};

/** Both texts of the version in force, to be shown beside the choice. With a VAT number there is no right to withdraw. */
export function withdrawalTexts(delivery: Delivery, locale: "nl" | "en", vatId: string | null = null): WithdrawalTexts {
  const { version, ...texts } = versions[vatId === null ? delivery : "business"];
  return { version, ...texts[locale] };
}

/** True when the order was placed with the right to withdraw, going by the version of the text kept on it. */
export const mayWithdraw = (version: string) => !version.startsWith("business-");

/** True when an order came to something that can be undone: it was paid, or its payment is on its way. */
export const bindsBuyer = (order: { state: string; paidAt: Date | null }) => order.paidAt !== null || order.state === "waiting-for-bank";

/**
 * When access starts: at once, or when the last of the fourteen days after the day of payment has wholly passed in the
 * Netherlands; the right to withdraw runs to the end of that day (art. 6:230o BW), so nothing is delivered within it.
 */
export function accessStart(choice: string, paidAt: Date): Date {
  return choice === "start-now" ? paidAt : startOfDay(paidAt, WITHDRAWAL_DAYS + 1);
}

/**
 * When access ends: so many calendar months after its start, on the same day and hour in the Netherlands; the 31st becomes the last
 * day of a shorter month. Counted on the calendar there: midnight is another day in UTC, and often another month.
 */
export function accessEnd(startsAt: Date, months: number): Date {
  const sinceMidnight = startsAt.getTime() - startOfDay(startsAt).getTime();
  const lastDay = addMonths(new Date(`${amsterdamDate(startsAt)}T00:00:00Z`), months);
  return new Date(startOfDay(lastDay).getTime() + sinceMidnight);
}
