import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startEmbeddedPostgres } from "#app/platform/postgres/embedded.server.ts";

/** Secrets of an installation that set none: made once, kept under the data folder, readable by its owner alone. */
export interface LocalSecrets {
  postgresPassword: string;
  secretKey: string;
  sandboxApiKey: string;
  sandboxWebhookSecret: string;
}

export function localSecrets(dataDir: string): LocalSecrets {
  const file = join(dataDir, "secrets.json");
  try {
    return JSON.parse(readFileSync(file, "utf8")) as LocalSecrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw new Error(`${file} cannot be read: ${(error as Error).message}`);
  }
  const made: LocalSecrets = {
    postgresPassword: randomBytes(18).toString("base64url"),
    secretKey: randomBytes(32).toString("base64"),
    sandboxApiKey: `sk_test_sandbox_${randomBytes(12).toString("hex")}`,
    sandboxWebhookSecret: `whsec_${randomBytes(24).toString("base64url")}`,
  };
  mkdirSync(dataDir, { recursive: true });
  // Written aside and linked in: never half a file, and never two different ones when two commands start at once.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return localSecrets(dataDir);
  } finally {
    unlinkSync(draft);
  }
}

export interface DatabaseServer {
  url: string;
  note: string | undefined;
  /** undefined when DATABASE_URL names a server that is not ours */
  ended: Promise<void> | undefined;
  /** stops the server when this call started it */
  close(): Promise<void>;
  /** stops the server, whoever started it; nothing where DATABASE_URL is set */
  stop(): Promise<void>;
}

/** DATABASE_URL when set; otherwise the embedded server, started or adopted. */
export async function openDatabaseServer(
  dataDir = process.env.DATA_DIR || ".data",
  given = process.env.DATABASE_URL,
): Promise<DatabaseServer> {
  if (given) return { url: given, note: undefined, ended: undefined, close: async () => {}, stop: async () => {} };
  const server = await startEmbeddedPostgres({ dataDir, password: localSecrets(dataDir).postgresPassword, database: "kring" });
  return {
    url: server.url,
    note: server.note,
    ended: server.ended,
    close: server.adopted ? async () => {} : server.stop,
    stop: server.stop,
  };
}
