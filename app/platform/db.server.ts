import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { type Prisma, PrismaClient } from "#generated/prisma/client.ts";
import { statementName } from "./statement-names.ts";

export type Db = PrismaClient;
/** A transaction, or the client itself where none is needed. Verbs called across rooms take one. */
export type Tx = Prisma.TransactionClient;

/** Every session runs in UTC: even timestamptz is stored wrong by the driver otherwise. */
export const sessionOptions = "-c TimeZone=UTC";

interface Connection {
  client: PrismaClient;
  pool: pg.Pool;
}

let connection: Connection | undefined;

function connect(): Connection {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error("DATABASE_URL is not set; `npm start` sets it for the embedded PostgreSQL.");
  const max = Number(process.env.KRING_POOL_SIZE ?? 10);
  const pool = new pg.Pool({ connectionString, max, options: sessionOptions, connectionTimeoutMillis: 5000 });
  // An idle connection that dies (the server restarted) must not end the process; the next query opens a new one.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const adapter = new PrismaPg(
    { connectionString, max, options: sessionOptions, connectionTimeoutMillis: 5000 },
    { statementNameGenerator: statementName, onPoolError: () => {} },
  );
  return { pool, client: new PrismaClient({ adapter, transactionOptions: { maxWait: 5000, timeout: 15_000 } }) };
}

function open(): Connection {
  connection ??= connect();
  return connection;
}

/** Prisma, for everything but the one hot statement of the lesson page. Connects at first use. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get: (_target, property) => Reflect.get(open().client, property),
});

/** The bare pool, for named statements and LISTEN. */
export function pool(): pg.Pool {
  return open().pool;
}

export async function closeDatabase(): Promise<void> {
  if (!connection) return;
  const { client, pool: openPool } = connection;
  connection = undefined;
  await Promise.all([client.$disconnect(), openPool.end()]);
}

/** True for a unique violation: somebody was first, which is what insert-or-return wants to know. */
export function isUniqueViolation(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && (error.code === "P2002" || error.code === "23505");
}
