import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/**
 * Below every range that systems lend out for outgoing connections (Linux from 32768, others from 49152): a port found here is not
 * taken by chance in the moment before it is used, nor while whoever had it is stopped.
 */
const LOWEST = 20_000;
const BEYOND = 32_000;

/** Whether a server could listen there now. @param host of the server; left out: every address of this machine */
export function portIsFree(port: number, host?: string): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once("error", () => done(false));
    probe.listen({ port, host }, () => probe.close(() => done(true)));
  });
}

/** A port on which nothing listens now. Whoever uses it must still be ready to find it taken. */
export async function freePort(host?: string): Promise<number> {
  for (let tries = 0; tries < 200; tries++) {
    const port = randomInt(LOWEST, BEYOND);
    if (await portIsFree(port, host)) return port;
  }
  throw new Error(`No free port was found between ${LOWEST} and ${BEYOND}.`);
}
