import { ApiError } from "../http/errors.ts";
import type { Sandbox } from "../sandbox.ts";
import { record } from "../store/records.ts";

/** Compares what the sandbox takes and says with the types inside the installed `stripe` package. Answers name the path of each lie. */
export interface Honesty {
  checkParams(paramsType: string, params: unknown): string[];
  checkObject(body: unknown): string[];
  checkEvent(event: unknown): string[];
}

/** Loads the checks; only called under SANDBOX_VALIDATE=1, because it needs TypeScript and two seconds. */
export async function loadHonesty(): Promise<Honesty> {
  const { createHonesty } = await import("./validators.ts");
  return createHonesty();
}

/** Fails the request when the sandbox itself lies, and leaves a record that survives the failed transaction. */
export async function honestly(sandbox: Sandbox, where: string, check: (honesty: Honesty) => string[]): Promise<void> {
  const lies = sandbox.honesty ? check(sandbox.honesty) : [];
  if (lies.length === 0) return;
  sandbox.options.log(`stripe sandbox: LIE at ${where}: ${lies.join("; ")}`);
  await record(sandbox.pool, "violation", { where, lies });
  throw new ApiError(
    500,
    { type: "api_error", code: "sandbox_violation", message: `The sandbox lied at ${where}: ${lies.join("; ")}` },
    false,
  );
}
