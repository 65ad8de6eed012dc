/** What the faults of running text say of themselves: told here once, so that the office can say them in words for who keeps no files. */
export const SAYS = {
  bare: "Deze zin klinkt als een feit en noemt geen bewering",
  guard: "Deze zin zegt meer dan de bron",
  cause: "zegt een oorzaak, en deze bron laat alleen een verband zien",
  unknownClaim: "staat niet in claims.yaml",
  unsupported: "is niet onderbouwd (U) en staat hier als feit",
} as const;

/** How a sentence may stand though a rule is against it: something for who writes in the files. */
export const STAYS = 'Moet de zin er zo staan, zet hem dan in :weighed[…]{note="waarom"}.';

export type FaultKind = keyof typeof SAYS | "other";

/** Which of them a message is; `other` for everything that is wrong with signs and structure. */
export function faultKind(message: string): FaultKind {
  const [kind] = Object.entries(SAYS).find(([, words]) => message.includes(words)) ?? [];
  return (kind as keyof typeof SAYS | undefined) ?? "other";
}
