import { z } from "zod";
import type { Sandbox } from "../sandbox.ts";

/** Something the panel and the test API can do: POST /_sandbox/<name>, as JSON or as a form. */
export interface Action {
  name: string;
  run: (sandbox: Sandbox, body: unknown) => Promise<unknown>;
}

/** Ties a name, the shape of its body and its work together. */
export function action<S extends z.ZodType>(
  name: string,
  schema: S,
  work: (sandbox: Sandbox, given: z.infer<S>) => Promise<unknown>,
): Action {
  return { name, run: (sandbox, body) => work(sandbox, schema.parse(body ?? {})) };
}

/** True for a ticked box as well as for JSON true. */
export const yes = z.preprocess((value) => (typeof value === "string" ? ["true", "on", "1"].includes(value) : value), z.boolean());
/** A whole number, also as text. */
export const whole = z.coerce.number().int();
