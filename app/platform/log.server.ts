type Fields = Record<string, unknown>;

/** One JSON line an event on stderr. Never pass names, addresses, texts or tokens. */
function write(level: "info" | "warn" | "error", event: string, fields: Fields = {}): void {
  if (process.env.KRING_QUIET === "1" && level === "info") return;
  const plain = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, value instanceof Error ? describe(value) : value]));
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...plain })}\n`);
}

function describe(error: Error): string {
  return error.stack ?? `${error.name}: ${error.message}`;
}

export const log = {
  info: (event: string, fields?: Fields) => write("info", event, fields),
  warn: (event: string, fields?: Fields) => write("warn", event, fields),
  error: (event: string, fields?: Fields) => write("error", event, fields),
};
