import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, expect, test } from "vitest";
import { freePort } from "#app/platform/free-port.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "#app/platform/postgres/embedded.server.ts";
import { removeData } from "../support/site.ts";

const folders: string[] = [];
const servers: EmbeddedPostgres[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  for (const folder of folders.splice(0)) removeData(folder);
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "kring-embedded-"));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

/** All of them with one password, as copies of one installation have. */
async function start(dataDir: string, more: { findPort?: () => Promise<number>; settings?: Record<string, string> } = {}) {
  const settings = { fsync: "off", ...more.settings };
  const server = await startEmbeddedPostgres({ dataDir, password: "same", database: "kring", ...more, settings });
  servers.push(server);
  return server;
}

/** Which data the server behind an address serves. */
async function dataBehind(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ folder: string }>("select current_setting('data_directory') as folder");
  await client.end();
  return rows[0]?.folder ?? "";
}

const portOf = (server: EmbeddedPostgres) => Number(new URL(server.url).port);

async function takePort(port: number): Promise<Server> {
  const taker = createServer((socket) => socket.destroy());
  await new Promise<void>((done) => taker.listen(port, "127.0.0.1", done));
  return taker;
}

test("a port that another program takes just before is left to it", async () => {
  const wanted = await freePort("127.0.0.1");
  const takers: Server[] = [];
  const folder = newFolder();
  const server = await start(folder, {
    findPort: async () => {
      if (takers.length > 0) return freePort("127.0.0.1");
      takers.push(await takePort(wanted));
      return wanted;
    },
  });
  expect(takers).toHaveLength(1);
  expect(portOf(server)).not.toBe(wanted);
  expect(readFileSync(join(folder, "postgres.port"), "utf8")).toBe(String(portOf(server)));
  takers[0]?.close();
});

test("another installation's server with the same password is not taken for one's own", async () => {
  const [first, second] = [newFolder(), newFolder()];
  const one = await start(first);
  let asked = 0;
  const other = await start(second, { findPort: async () => (asked++ === 0 ? portOf(one) : freePort("127.0.0.1")) });
  expect(asked).toBe(2);
  expect(await dataBehind(other.url)).not.toBe(await dataBehind(one.url));
});

test("stopped and started again it listens where it did, unless somebody else does now", async () => {
  const folder = newFolder();
  const server = await start(folder);
  await server.stop();
  const again = await start(folder);
  expect(portOf(again)).toBe(portOf(server));
  await again.stop();
  const taker = await takePort(portOf(server));
  const elsewhere = await start(folder);
  expect(portOf(elsewhere)).not.toBe(portOf(server));
  taker.close();
});

test("a server that cannot start says what stopped it, and no more than that", async () => {
  const folder = newFolder();
  await (await start(folder)).stop();
  writeFileSync(join(folder, "postgres.log"), "an old complaint\n");
  const failed = start(folder, { settings: { shared_buffers: "plenty" } });
  await expect(failed).rejects.toThrow(/did not start.*postgres\.log[\s\S]*invalid value for parameter "shared_buffers": "plenty"/);
  await expect(failed).rejects.not.toThrow(/an old complaint/);
});
