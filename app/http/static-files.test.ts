import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import express from "express";
import { afterAll, expect, test } from "vitest";
import { staticFiles } from "./static-files.server.ts";

const folder = mkdtempSync(join(tmpdir(), "kring-files-"));
mkdirSync(join(folder, "assets"));
const script = "export const ring = 3;\n".repeat(40);
for (const name of ["kept-1a2b.js", "gone-3c4d.js"]) {
  writeFileSync(join(folder, "assets", name), script);
  writeFileSync(join(folder, "assets", `${name}.br`), brotliCompressSync(script));
}
writeFileSync(join(folder, "icon.svg"), "<svg/>");

const app = express();
app.use(staticFiles(folder));
app.use((_request, response) => void response.status(404).send("the site's own page"));
const server = app.listen(0);
const get = (path: string, accepted = "br") =>
  fetch(`http://localhost:${(server.address() as AddressInfo).port}${path}`, { headers: { "Accept-Encoding": accepted } });

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

test("a file travels as small as the browser takes it, and is kept for good under a name with a hash", async () => {
  const small = await get("/assets/kept-1a2b.js");
  expect(small.headers.get("Content-Encoding")).toBe("br");
  expect(small.headers.get("Content-Type")).toMatch(/javascript/);
  expect(small.headers.get("Vary")).toContain("Accept-Encoding");
  expect(small.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
  expect(await small.text()).toBe(script);
  const plain = await get("/assets/kept-1a2b.js", "identity");
  expect(plain.headers.get("Content-Encoding")).toBeNull();
  expect(await plain.text()).toBe(script);
  expect((await get("/icon.svg")).headers.get("Cache-Control")).toBe("public, max-age=3600");
});

test("a file that went away under the running site is missing, and the site goes on", async () => {
  rmSync(join(folder, "assets", "gone-3c4d.js.br"));
  const gone = await get("/assets/gone-3c4d.js");
  expect(gone.status).toBe(404);
  expect(gone.headers.get("Cache-Control")).toBeNull();
  expect((await get("/assets/kept-1a2b.js")).status).toBe(200);
});

test("folders have no page, and nothing outside is reached", async () => {
  for (const path of ["/", "/assets", "/assets/", "/../package.json", "/assets/%2e%2e/%2e%2e/package.json"])
    expect((await get(path)).status, path).toBeGreaterThanOrEqual(400);
});
