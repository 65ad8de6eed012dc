import type { HintWords } from "#app/features/learning/first-hint.tsx";
import * as m from "#generated/paraglide/messages.js";

/** Words for someone new, each shown until it is put away. Kept on the device: nobody's profile. */
const HINTS = ["begin", "lesson"] as const;
type Hint = (typeof HINTS)[number];

const COOKIE = "wegwijs";
const YEAR = 31_536_000;

const namesIn = (value: string): Hint[] => HINTS.filter((hint) => value.split(".").includes(hint));

/** Written here and sent only to who is new: every other reader's browser does without. */
const words: Record<Hint, () => HintWords> = {
  begin: () => ({ hint: "begin", title: m.learning_hint_begin_title(), text: m.learning_hint_begin() }),
  lesson: () => ({ hint: "lesson", title: m.learning_hint_lesson_title(), text: m.learning_hint_lesson() }),
};

/** The hint in the request's language, or null where this device has put it away. */
export function hintFor(cookieHeader: string | null, hint: Hint): HintWords | null {
  return hintsSeen(cookieHeader).includes(hint) ? null : words[hint]();
}

/** What this device has put away, read forgivingly. */
function hintsSeen(cookieHeader: string | null): Hint[] {
  return namesIn(new RegExp(`(?:^|;\\s*)${COOKIE}=([a-z.]*)`).exec(cookieHeader ?? "")?.[1] ?? "");
}

/** The cookie after putting `hint` away; a name we do not know changes nothing. */
export function hintCookie(cookieHeader: string | null, hint: string, secure: boolean): string {
  const seen = namesIn([...hintsSeen(cookieHeader), hint].join("."));
  return `${COOKIE}=${seen.join(".")}; Path=/; Max-Age=${YEAR}; SameSite=Lax; HttpOnly${secure ? "; Secure" : ""}`;
}
