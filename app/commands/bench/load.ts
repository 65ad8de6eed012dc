import { connect, type Socket } from "node:net";

/**
 * A load generator for this machine only: a few keep-alive connections, each asking the next thing as soon as it has the answer.
 * Written on bare sockets because it shares two cores with what it measures; autocannon would add 23 packages for the same.
 */
export interface Ask {
  path: string;
  /** `name=value&…`; makes it a form post */
  form?: string;
  cookie?: string;
  headers?: Record<string, string>;
  /** any other status ends the measurement: an error page is quick and proves nothing */
  expect?: number;
}

export interface Load {
  origin: string;
  connections: number;
  seconds: number;
  /** what to ask next, counting from 0; null when there is nothing left */
  ask(turn: number): Ask | null;
  /** milliseconds to wait after each answer; 0 where not said */
  pause?: number;
}

export interface Answers {
  requests: number;
  seconds: number;
  perSecond: number;
  /** milliseconds */
  p50: number;
  p99: number;
  slowest: number;
}

/** Asks for `seconds`, then waits for what is under way. @throws when an answer has another status than expected */
export async function load(wish: Load): Promise<Answers> {
  const { hostname, port, host } = new URL(wish.origin);
  const latencies: number[] = [];
  const began = performance.now();
  const until = began + wish.seconds * 1000;
  let turn = 0;
  const next = () => (performance.now() < until ? wish.ask(turn++) : null);
  await Promise.all(
    Array.from({ length: wish.connections }, () =>
      converse({ port: Number(port), hostname, host, origin: wish.origin, pause: wish.pause ?? 0, next, latencies }),
    ),
  );
  const seconds = (performance.now() - began) / 1000;
  latencies.sort((left, right) => left - right);
  const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(share * latencies.length))] ?? Number.NaN;
  return {
    requests: latencies.length,
    seconds,
    perSecond: latencies.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    slowest: latencies.at(-1) ?? Number.NaN,
  };
}

interface Conversation {
  hostname: string;
  port: number;
  host: string;
  origin: string;
  pause: number;
  next(): Ask | null;
  latencies: number[];
}

function converse({ hostname, port, host, origin, pause, next, latencies }: Conversation): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ host: hostname, port, noDelay: true });
    const reader = new AnswerReader();
    let asked = next();
    let since = 0;
    const say = () => {
      if (!asked) {
        socket.end();
        resolve();
        return;
      }
      since = performance.now();
      socket.write(textOf(asked, host, origin));
    };
    socket.on("connect", say);
    socket.on("data", (chunk) => {
      const status = reader.read(chunk);
      if (status === null) return;
      latencies.push(performance.now() - since);
      if (status !== (asked?.expect ?? 200)) {
        socket.destroy();
        reject(new Error(`${asked?.path} answered ${status} instead of ${asked?.expect ?? 200}.`));
        return;
      }
      asked = next();
      if (pause > 0) setTimeout(say, pause);
      else say();
    });
    socket.on("error", reject);
    socket.on("close", () => {
      if (asked) reject(new Error(`The server closed the connection before it answered ${asked.path}.`));
    });
  });
}

function textOf({ path, form, cookie, headers = {} }: Ask, host: string, origin: string): string {
  const lines = [`${form === undefined ? "GET" : "POST"} ${path} HTTP/1.1`, `Host: ${host}`, "Accept: */*"];
  if (cookie) lines.push(`Cookie: ${cookie}`);
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  if (form !== undefined)
    lines.push(`Origin: ${origin}`, "Content-Type: application/x-www-form-urlencoded", `Content-Length: ${Buffer.byteLength(form)}`);
  return `${lines.join("\r\n")}\r\n\r\n${form ?? ""}`;
}

/** Finds the end of one answer after another in what a socket delivers (RFC 9112: Content-Length or chunks). Bodies are dropped. */
class AnswerReader {
  #rest: Buffer = Buffer.alloc(0);
  #status = 0;
  /** bytes of body still to come, or of the chunk under way; -1: a line is expected */
  #due = -1;
  #chunked = false;
  #inBody = false;

  /** @returns the status once the answer is whole, otherwise null */
  read(bytes: Buffer): number | null {
    this.#rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, bytes]) : bytes;
    while (this.#rest.length > 0) {
      const whole = this.#inBody ? this.#body() : this.#head();
      if (whole === undefined) return null;
      if (whole) {
        this.#inBody = false;
        return this.#status;
      }
    }
    return null;
  }

  /** true: the answer is whole; false: go on; undefined: more bytes are needed */
  #head(): boolean | undefined {
    const end = this.#rest.indexOf("\r\n\r\n");
    if (end < 0) return undefined;
    const head = this.#rest.toString("latin1", 0, end);
    this.#rest = this.#rest.subarray(end + 4);
    this.#status = Number(head.slice(9, 12));
    this.#chunked = /\r\ntransfer-encoding: chunked/i.test(head);
    this.#due = this.#chunked ? -1 : Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    this.#inBody = true;
    return !this.#chunked && this.#due === 0;
  }

  #body(): boolean | undefined {
    if (this.#due < 0) return this.#chunkSize();
    const taken = Math.min(this.#due, this.#rest.length);
    this.#rest = this.#rest.subarray(taken);
    this.#due -= taken;
    if (this.#due > 0) return undefined;
    if (!this.#chunked) return true;
    this.#due = -1;
    return false;
  }

  /** A chunk is its size in hex, a line break, its bytes and a line break; the last one is empty. */
  #chunkSize(): boolean | undefined {
    const end = this.#rest.indexOf("\r\n");
    if (end < 0) return undefined;
    const size = Number.parseInt(this.#rest.toString("latin1", 0, end), 16);
    if (size === 0 && this.#rest.length < end + 4) return undefined;
    this.#rest = this.#rest.subarray(size === 0 ? end + 4 : end + 2);
    this.#due = size + 2;
    return size === 0;
  }
}
