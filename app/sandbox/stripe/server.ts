import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type NextFunction, type Request, type Response } from "express";
import pg from "pg";
import { answerApi } from "./http/api.ts";
import { completeOptions, type SandboxInput } from "./options.ts";
import { pageRoutes } from "./page/routes.ts";
import { panelRoutes } from "./panel/routes.ts";
import type { Sandbox } from "./sandbox.ts";
import { loadHonesty } from "./schema/honesty.ts";
import { migrate } from "./store/schema.ts";
import { registerEndpoint } from "./webhooks/endpoint.ts";
import { startWorker } from "./worker.ts";

/** A sandbox that is listening. `close` stops taking requests, finishes what runs, and lets go of the database. */
export interface RunningSandbox {
  origin: string;
  port: number;
  close(): Promise<void>;
}

/** Starts a sandbox in this process. Port 0 takes a free one. */
export async function startSandbox(input: SandboxInput): Promise<RunningSandbox> {
  const options = completeOptions(input);
  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: 10, options: "-c TimeZone=UTC", connectionTimeoutMillis: 15_000 });
  // An idle connection that the database drops must not end the process; the next query opens a new one.
  pool.on("error", (error) => options.log(`stripe sandbox: database: ${error.message}`));
  // The same for a connection in use: its query fails by itself, and that is handled where it was asked.
  pool.on("connect", (client) => client.on("error", () => {}));
  try {
    await migrate(pool);
    const honesty = options.validate ? await loadHonesty() : null;
    const sandbox: Sandbox = { pool, honesty, wake: () => undefined, idle: async () => undefined, options: { ...options, origin: "" } };
    const server = createServer(buildApp(sandbox));
    server.listen(options.port, options.host);
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    sandbox.options.origin = options.origin ?? `http://127.0.0.1:${port}`;
    await registerEndpoint(sandbox);
    const worker = startWorker(sandbox);
    sandbox.wake = worker.wake;
    sandbox.idle = worker.idle;
    options.log(
      `stripe sandbox: listening on ${sandbox.options.origin}, events go to ${options.webhookUrl}${honesty ? ", validating" : ""}`,
    );
    return { origin: sandbox.options.origin, port, close: () => close(server, worker.stop, pool) };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

function buildApp(sandbox: Sandbox): express.Express {
  const app = express();
  app.disable("x-powered-by").disable("etag");
  app.use("/v1", express.text({ type: () => true, limit: "1mb" }), (request, response, next) => {
    // Express hides the mount point from `path`; everything about the API speaks of whole addresses.
    request.url = request.originalUrl;
    answerApi(sandbox, request, response).catch(next);
  });
  app.use("/c/pay", pageRoutes(sandbox));
  app.use("/_sandbox", panelRoutes(sandbox));
  // Anything else is answered as the API would: without an `error` key the SDK would call it success.
  app.use((request, response) => {
    response
      .status(404)
      .json({ error: { type: "invalid_request_error", message: `Unrecognized request URL (${request.method}: ${request.path}).` } });
  });
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    sandbox.options.log(`stripe sandbox: ${error instanceof Error ? error.stack : String(error)}`);
    if (response.headersSent) response.destroy();
    else response.status(500).json({ error: { type: "api_error", message: "The sandbox failed; see its log." } });
  });
  return app;
}

async function close(server: Server, stopWorker: () => Promise<void>, pool: pg.Pool): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeIdleConnections();
  // Keep-alive connections that are busy now become idle soon; nobody is cut off in the middle of an answer.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  // First the buyers: a page that waits for a delivery needs the worker.
  await closed;
  clearInterval(idle);
  await stopWorker();
  await pool.end();
}
