/** `sandbox`, `test` or `live`: what kind of money stands behind a ground. */
export type Mode = "sandbox" | "test" | "live";

/** What the gate needs of one ground. Times are UTC instants. */
export interface GroundTimes {
  mode: string;
  startsAt: Date;
  endsAt: Date | null;
  endedAt: Date | null;
}

/** Where a set of grounds stands at one moment. */
export type AccessState =
  | { state: "active"; mode: Mode; startsAt: Date /** null: no end */; endsAt: Date | null }
  | { state: "not-yet"; startsAt: Date }
  | { state: "ended"; endedAt: Date }
  | { state: "none" };

const modeOrder: readonly Mode[] = ["sandbox", "test", "live"];

/** True when the money behind a ground is as good as what is asked for. */
export const isAtLeast = (mode: string, asked: Mode): boolean => modeOrder.indexOf(mode as Mode) >= modeOrder.indexOf(asked);

/** Where real money is paid, play money opens nothing; on a practice site every ground opens. */
export const opensOn = (site: Mode, mode: string): boolean => site !== "live" || mode === "live";
const time = (date: Date) => date.getTime();

/** True from the start (inclusive) to the end (exclusive) of a ground that nobody ended. */
export function isActive(ground: GroundTimes, now: Date): boolean {
  return ground.startsAt <= now && ground.endedAt === null && (ground.endsAt === null || ground.endsAt > now);
}

/** True for a ground that will open by itself at its start. */
export function isFuture(ground: GroundTimes, now: Date): boolean {
  return ground.startsAt > now && ground.endedAt === null && (ground.endsAt === null || ground.endsAt > ground.startsAt);
}

/**
 * One active ground is enough, whatever became of the others. With several, the latest end counts, and real money outranks
 * play money. Without an active one: the earliest start to come, else the latest end that was.
 */
export function accessState(grounds: readonly GroundTimes[], now: Date): AccessState {
  const active = grounds.filter((ground) => isActive(ground, now));
  if (active.length > 0) {
    const ends = active.map((ground) => ground.endsAt);
    const rank = Math.max(...active.map((ground) => modeOrder.indexOf(ground.mode as Mode)));
    return {
      state: "active",
      mode: modeOrder[rank] ?? "sandbox",
      startsAt: new Date(Math.min(...active.map((ground) => time(ground.startsAt)))),
      endsAt: ends.includes(null) ? null : new Date(Math.max(...ends.map((end) => (end ? time(end) : 0)))),
    };
  }
  const future = grounds.filter((ground) => isFuture(ground, now));
  if (future.length > 0) return { state: "not-yet", startsAt: new Date(Math.min(...future.map((ground) => time(ground.startsAt)))) };
  if (grounds.length === 0) return { state: "none" };
  return {
    state: "ended",
    endedAt: new Date(Math.max(...grounds.map((ground) => time(ground.endedAt ?? ground.endsAt ?? ground.startsAt)))),
  };
}
