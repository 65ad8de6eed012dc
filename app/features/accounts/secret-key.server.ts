import { env } from "#app/platform/env.server.ts";

/** SECRET_KEY as this process has it: from the operator, or made by `npm start` on a machine that is not live. */
export function secretKey(): string {
  const key = env().secretKey ?? process.env.SECRET_KEY;
  if (!key) throw new Error("SECRET_KEY is not set; `npm start` makes one on a machine that is not live.");
  return key;
}
