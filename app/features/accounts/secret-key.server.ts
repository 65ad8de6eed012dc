import { env } from "#app/platform/env.server.ts";

/** The key that everything new is protected with, and the one before it while the operator names that. */
export function secretKeys(): string[] {
  const previous = env().secretKeyPrevious;
  return previous === undefined ? [secretKey()] : [secretKey(), previous];
}

/** SECRET_KEY as this process has it: from the operator, or made by `npm start` on a machine that is not live. */
export function secretKey(): string {
  const key = env().secretKey ?? process.env.SECRET_KEY;
  if (!key) throw new Error("SECRET_KEY is not set; `npm start` makes one on a machine that is not live.");
  return key;
}
