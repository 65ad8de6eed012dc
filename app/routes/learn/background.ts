import type { WritingAnswer } from "./writing-answer.ts";

/**
 * Posts without Remix: its fetchers load the page's data again after every answer, and show an error page when the line drops.
 * Neither may happen to someone who is writing.
 */
function post(url: string, fields: Record<string, string>, more: RequestInit): Promise<Response> {
  return fetch(url, { method: "POST", body: new URLSearchParams(fields), headers: { Accept: "application/json" }, ...more });
}

/** Milliseconds. A line that hangs is a line that is not there. */
const PATIENCE = 20_000;

/** Saves a text; `offline` for every answer that is not one of ours. */
export async function saveInBackground(url: string, text: string, version: number): Promise<WritingAnswer> {
  try {
    const response = await post(url, { text, version: String(version) }, { signal: AbortSignal.timeout(PATIENCE) });
    const answer = (await response.json()) as WritingAnswer;
    if (answer.kind === "saved") return { ...answer, savedAt: new Date(answer.savedAt) };
    if (answer.kind === "stale") return { ...answer, theirs: { ...answer.theirs, savedAt: new Date(answer.theirs.savedAt) } };
    return "kind" in answer ? answer : { kind: "offline" };
  } catch {
    return { kind: "offline" };
  }
}

/** Tells the server something it can do without. */
export function tell(url: string, fields: Record<string, string>): void {
  post(url, fields, { keepalive: true }).catch(() => {});
}
