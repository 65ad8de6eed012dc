/**
 * The buyer's choice about the fourteen days in which a contract may be undone (art. 6:230o BW). Kept on the order with its
 * version, text and time, and repeated in the receipt. A published version is never changed: a new text is a new version.
 * The texts are our own words for the *service* and *content* rules of art. 6:230p and 6:230v BW (standards.md §3.5).
 */
export type WithdrawalChoice = "start-now" | "wait";
export type Delivery = "service" | "content";

export const WITHDRAWAL_DAYS = 14;

interface Texts {
  "start-now": string;
  wait: string;
}

const versions: Record<Delivery, { version: string; nl: Texts; en: Texts }> = {
  service: {
    version: "service-2026-11",
    nl: {
      "start-now":
        "Ik verzoek uitdrukkelijk om meteen te beginnen, binnen de bedenktijd van 14 dagen. Herroep ik daarna, dan betaal ik een evenredig deel voor wat al is geleverd. Is de cursus binnen die tijd volledig geleverd, dan vervalt mijn herroepingsrecht.",
      wait: "Ik wacht de bedenktijd van 14 dagen af. Mijn toegang begint op dag 15. Tot die tijd kan ik de overeenkomst zonder opgaaf van redenen herroepen en krijg ik alles terug.",
    },
    en: {
      "start-now":
        "I expressly request to start right away, within the withdrawal period of 14 days. If I withdraw after that, I pay a proportionate part for what has been delivered by then. If the course has been delivered in full within that time, my right of withdrawal ends.",
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
};

/** Both texts of the version in force, to be shown beside the choice. */
export function withdrawalTexts(delivery: Delivery, locale: "nl" | "en"): { version: string } & Texts {
  return { version: versions[delivery].version, ...versions[delivery][locale] };
}

/** When access starts: at once, or after fourteen full days. */
export function accessStart(choice: string, paidAt: Date): Date {
  return choice === "start-now" ? paidAt : new Date(paidAt.getTime() + WITHDRAWAL_DAYS * 86_400_000);
}
