interface Texts {
  /** as a newer version on the server has it */
  stored: string;
  /** as it stands in the field */
  mine: string;
  /** as the server last had it, as far as this page knew */
  confirmed: string;
  /** a save is on its way */
  sending: boolean;
}

/**
 * What to do with a newer version than the page knew: `adopt` it; `wait` for the answer to the save that is on its way, which tells the
 * same; or show both texts, a `conflict`. What was typed is never replaced.
 */
export function reconcile({ stored, mine, confirmed, sending }: Texts): "adopt" | "wait" | "conflict" {
  if (sending) return "wait";
  return stored === mine || mine === confirmed ? "adopt" : "conflict";
}
