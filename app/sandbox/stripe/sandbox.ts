import type { Pool } from "pg";
import type { SandboxOptions } from "./options.ts";
import type { Honesty } from "./schema/honesty.ts";

/** Everything one running sandbox shares between its parts. */
export interface Sandbox {
  pool: Pool;
  options: SandboxOptions & { origin: string };
  /** Present only when SANDBOX_VALIDATE=1. */
  honesty: Honesty | null;
  /** Tells the worker that something may be due. */
  wake: () => void;
  /** Resolves when no delivery is on its way. */
  idle: () => Promise<unknown>;
}
