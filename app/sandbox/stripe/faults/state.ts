import type { Sandbox } from "../sandbox.ts";
import { lockSetting, readSetting, writeSetting } from "../store/settings.ts";
import type { Db, Tx } from "../store/transaction.ts";
import { inTransaction } from "../store/transaction.ts";
import { type Faults, faults } from "./model.ts";

const NAME = "faults";

/** The faults now in force. */
export async function readFaults(db: Db): Promise<Faults> {
  return faults.parse((await readSetting<unknown>(db, NAME)) ?? {});
}

/** Changes the named faults and keeps the others; throws a ZodError for anything unknown. Turning the endpoint off ends every pending retry. */
export async function changeFaults(tx: Tx, change: Record<string, unknown>): Promise<Faults> {
  const next = faults.parse({ ...(await readFaults(tx)), ...change });
  await writeSetting(tx, NAME, next);
  if (change.endpoint) {
    await tx.query("update sandbox_stripe.endpoint set status = $1", [next.endpoint === "off" ? "disabled" : "enabled"]);
  }
  if (next.endpoint === "off") {
    await tx.query("update sandbox_stripe.delivery set state = 'failed', last_error = 'endpoint disabled' where state = 'due'");
  }
  return next;
}

type Counted = "answers" | "cuts" | "sessionReads" | "nextRefunds";

/** Uses up one turn of the first matching fault, and returns it. The row lock keeps two requests from sharing a turn. */
export async function spendFaultIn<N extends Counted>(
  tx: Tx,
  name: N,
  matches: (fault: Faults[N][number]) => boolean,
): Promise<Faults[N][number] | null> {
  if (!((await readFaults(tx))[name] as Faults[N][number][]).some(matches)) return null;
  const all = faults.parse((await lockSetting<unknown>(tx, NAME)) ?? {});
  const list = all[name] as Faults[N][number][];
  const found = list.find(matches);
  if (!found) return null;
  const left = list.map((one) => (one === found ? { ...one, times: one.times - 1 } : one)).filter((one) => one.times > 0);
  await writeSetting(tx, NAME, { ...all, [name]: left });
  return found;
}

/** The same outside a transaction; without such a fault it costs one read. Never call it while holding a client. */
export async function spendFault<N extends Counted>(
  sandbox: Sandbox,
  name: N,
  matches: (fault: Faults[N][number]) => boolean,
): Promise<Faults[N][number] | null> {
  const now = (await readFaults(sandbox.pool))[name] as Faults[N][number][];
  return now.some(matches) ? inTransaction(sandbox, (tx) => spendFaultIn(tx, name, matches)) : null;
}

/** Takes one from the number of deliveries still to be lost; true when this one is to be lost. */
export async function spendDrop(tx: Tx): Promise<boolean> {
  if ((await readFaults(tx)).drop === 0) return false;
  const all = faults.parse((await lockSetting<unknown>(tx, NAME)) ?? {});
  if (all.drop === 0) return false;
  await writeSetting(tx, NAME, { ...all, drop: all.drop - 1 });
  return true;
}
