import { honestly } from "../schema/honesty.ts";
import { inTransaction, type Tx } from "../store/transaction.ts";
import { ApiError, envelope } from "./errors.ts";
import { expandAll } from "./expand.ts";
import type { FormObject } from "./form.ts";
import { type Answer, keepAnswer, takeKey } from "./idempotency.ts";
import type { Call, Route } from "./route.ts";

interface Work {
  route: Route;
  call: Call;
  params: FormObject;
  print: string;
  /** An injected failure that is to be kept under the key instead of doing the work. */
  forced: Answer | null;
}

/** Does the work of one request in one transaction, together with what its idempotency key has to remember. */
export async function execute(work: Work): Promise<{ answer: Answer; replayed: boolean }> {
  const { call, route, print } = work;
  return inTransaction(call.sandbox, async (tx) => {
    const key = route.method === "POST" ? call.idempotencyKey : null;
    if (!key) return { answer: work.forced ?? { status: 200, body: await perform(tx, work) }, replayed: false };
    const kept = await takeKey(tx, key, print);
    if (kept) return { answer: kept, replayed: true };
    const answer = work.forced ?? (await performOrRefuse(tx, work));
    await keepAnswer(tx, key, print, answer);
    return { answer, replayed: false };
  });
}

// A refusal after execution began is kept under the key too, so its writes are undone without ending the transaction.
async function performOrRefuse(tx: Tx, work: Work): Promise<Answer> {
  await tx.query("savepoint work");
  try {
    return { status: 200, body: await perform(tx, work) };
  } catch (error) {
    if (!(error instanceof ApiError) || !error.begun) throw error;
    await tx.query("rollback to savepoint work");
    return { status: error.status, body: envelope(error.detail, work.call.requestId) };
  }
}

async function perform(tx: Tx, { route, call, params }: Work): Promise<unknown> {
  const body = await route.run(tx, call, params);
  const wanted = params.expand;
  await expandAll(tx, body as unknown as Record<string, unknown>, Array.isArray(wanted) ? wanted.map(String) : []);
  const where = `${route.method} ${route.path}`;
  await honestly(call.sandbox, where, (honesty) => [...honesty.checkParams(route.paramsType, params), ...honesty.checkObject(body)]);
  return body;
}
