const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const FIRST = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, HOUR];
const LATER = 4 * HOUR;
const GIVE_UP = 72 * HOUR;

/**
 * When to try again after the given number of failed attempts: 5 s, 30 s, 2 min, 10 min, 1 h, then every 4 h, on the
 * sandbox's clock. Null once 72 hours have passed since the first attempt was due.
 */
export function nextAttemptAt(attempts: number, firstDueMs: number, nowMs: number): number | null {
  const next = nowMs + (FIRST[attempts - 1] ?? LATER);
  return next - firstDueMs > GIVE_UP ? null : next;
}
