import type { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { ServerBuild } from "@remix-run/node";
import { atStart, lanes, schedules } from "#app/jobs.server.ts";
import { closeDatabase, db, pool } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";
import { enqueueOnce } from "#app/platform/jobs/queue.server.ts";
import { startWorker } from "#app/platform/jobs/worker.server.ts";
import { log } from "#app/platform/log.server.ts";
import { createApp } from "./app.server.ts";

export interface StartOptions {
  /** the Remix build, or a way to load it anew at every request in development */
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** built assets; undefined in development, where Vite serves them */
  clientFolder: string | undefined;
  /** Vite's middleware in development */
  middleware?: import("express").RequestHandler;
}

export interface Running {
  close(): Promise<void>;
}

/**
 * Milliseconds. Longer than proxies and browsers leave a connection idle: were it this side that closed first, a form sent in that moment
 * would meet a closing door.
 */
const KEPT_ALIVE = 75_000;

/** Milliseconds. Long enough for the first page, which is the slowest. */
const JOBS_AFTER = 400;

/**
 * config → http → jobs: who is waiting for a page does not wait for the jobs to begin. Stops by draining: no new requests, the ones
 * in hand finished, then jobs, then the database.
 */
export async function start(options: StartOptions): Promise<Running> {
  const settings = env();
  const app = createApp(options);
  const server = await listen(app, settings.port);
  log.info("listening", { origin: settings.origin });
  process.send?.("ready");
  const jobs = sleep(JOBS_AFTER).then(startJobs);

  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= (async () => {
      await drain(server);
      await (await jobs).stop();
      await closeDatabase();
    })();
    return closing;
  };
  const closeAndExit = () =>
    void close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, closeAndExit);
  // Started by `npm start`: when that is gone (kill -9), this process must not linger on the port.
  if (process.send) process.on("disconnect", closeAndExit);
  await jobs;
  return { close };
}

async function startJobs(): Promise<{ stop(): Promise<void> }> {
  const worker = await startWorker({ pool: pool(), lanes, schedules });
  for (const name of atStart) await enqueueOnce(db, name);
  return worker;
}

function listen(app: import("express").Express, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, () => resolve(server));
    server.keepAliveTimeout = KEPT_ALIVE;
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE"
          ? new Error(`Port ${port} is in use by another program. Stop it, or set PORT to another number.`)
          : error,
      );
    });
  });
}

/** No new connections, and none kept alive: a busy browser would otherwise go on asking on the one it has. */
function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.prependListener("request", (_request, response) => {
      response.shouldKeepAlive = false;
    });
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5000).unref();
  });
}
