import type { z } from "zod";
import type { Sandbox } from "../sandbox.ts";
import type { Db, Tx } from "../store/transaction.ts";
import type { FormObject } from "./form.ts";
import { parseParams } from "./params.ts";

/** A stored or built API object. */
export type ApiObject = { object: string };

/** What a handler is told about the request besides its parameters. */
export interface Call {
  sandbox: Sandbox;
  ids: string[];
  /** For the `request` field of events. */
  requestId: string;
  idempotencyKey: string | null;
}

/** One known method and address of the API. */
export interface Route {
  method: "GET" | "POST";
  /** `:id` stands for one part of the address. */
  path: string;
  /** Name of the SDK type its parameters must also satisfy. */
  paramsType: string;
  run: (db: Tx, call: Call, params: FormObject) => Promise<ApiObject>;
}

/** A reading route. It may not change anything. */
export function read<S extends z.ZodType>(
  path: string,
  paramsType: string,
  schema: S,
  run: (db: Db, call: Call, params: z.infer<S>) => Promise<ApiObject>,
): Route {
  return { method: "GET", path, paramsType, run: (db, call, params) => run(db, call, parseParams(schema, params)) };
}

/** A writing route; `run` gets its parameters undigested because each decides what empty means. */
export function write(path: string, paramsType: string, run: Route["run"]): Route {
  return { method: "POST", path, paramsType, run };
}

/** Finds the route for an address, with the ids in it. */
export function matchRoute(routes: readonly Route[], method: string, path: string): { route: Route; ids: string[] } | null {
  const parts = path.split("/");
  for (const route of routes) {
    const wanted = route.path.split("/");
    if (route.method !== method || wanted.length !== parts.length) continue;
    if (!wanted.every((part, index) => part === ":id" || part === parts[index])) continue;
    return { route, ids: parts.filter((_, index) => wanted[index] === ":id").map(decodeURIComponent) };
  }
  return null;
}
