import { newId } from "../ids.ts";
import type { Sandbox } from "../sandbox.ts";
import { API_VERSION } from "../version.ts";

/** Makes the endpoint table hold the one endpoint of this start: same address keeps its id, anything else goes. */
export async function registerEndpoint(sandbox: Sandbox): Promise<void> {
  const { webhookUrl, webhookSecret, enabledEvents } = sandbox.options;
  await sandbox.pool.query("delete from sandbox_stripe.endpoint where url <> $1", [webhookUrl]);
  await sandbox.pool.query(
    `insert into sandbox_stripe.endpoint values ($1, $2, $3, $4, $5, 'enabled', $6)
     on conflict (url) do update set secret = excluded.secret, api_version = excluded.api_version, enabled_events = excluded.enabled_events`,
    [newId("we"), webhookUrl, webhookSecret, API_VERSION, JSON.stringify(enabledEvents), Math.floor(Date.now() / 1000)],
  );
}
