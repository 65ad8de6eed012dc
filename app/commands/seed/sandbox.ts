import type { Env } from "#app/platform/env.server.ts";
import { startSandbox } from "#app/sandbox/stripe/server.ts";
import type { LocalSecrets } from "../database-server.ts";

/**
 * The payment sandbox: the one of a running `npm start`, or one of our own for as long as this takes. What happens in it is kept in
 * the database either way.
 * @returns a way to let go of it
 */
export async function openSandbox(
  settings: Env,
  databaseUrl: string,
  secrets: LocalSecrets,
  shopName: string,
): Promise<() => Promise<void>> {
  const { payments } = settings;
  if (payments.kind !== "sandbox") return async () => {};
  const running = await fetch(`${payments.origin}/_sandbox/healthz`).catch(() => null);
  if (running?.ok) return async () => {};
  const sandbox = await startSandbox({
    databaseUrl,
    shopName,
    apiKey: secrets.sandboxApiKey,
    port: payments.port,
    origin: payments.origin,
    webhookUrl: `http://127.0.0.1:${settings.port}/hooks/stripe`,
    webhookSecret: secrets.sandboxWebhookSecret,
    // What cannot be delivered now is delivered when the site runs.
    log: () => {},
  });
  return () => sandbox.close();
}
