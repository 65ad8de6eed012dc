import { readSetting, writeSetting } from "./settings.ts";
import type { Db } from "./transaction.ts";

// Signatures are the one thing that stays on the real clock (webhooks/sign.ts): the shop's tolerance check reads its own clock.

/** The sandbox's clock in milliseconds: real time plus the stored offset. */
export async function nowMs(db: Db): Promise<number> {
  return Date.now() + (await offsetMs(db));
}

/** The sandbox's clock in whole seconds, as Stripe writes `created`. */
export async function nowSeconds(db: Db): Promise<number> {
  return Math.floor((await nowMs(db)) / 1000);
}

/** How far the sandbox's clock runs ahead of the real one, in milliseconds. */
export async function offsetMs(db: Db): Promise<number> {
  return (await readSetting<number>(db, "clock-offset-ms")) ?? 0;
}

/** Moves the clock forward; it never runs backwards except through a reset. */
export async function forwardClock(db: Db, seconds: number): Promise<void> {
  await writeSetting(db, "clock-offset-ms", (await offsetMs(db)) + seconds * 1000);
}
