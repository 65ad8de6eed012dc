import { type IncomingMessage, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { env } from "#app/platform/env.server.ts";
import { createApp } from "./app.server.ts";

/** A site of one page, which takes whatever is sent to it. */
const page = { id: "root", path: "*", module: { default: () => null, loader: () => null, action: () => null } };
const build = {
  assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "" },
  assetsBuildDirectory: "",
  basename: "/",
  future: { v3_singleFetch: true },
  isSpaMode: false,
  mode: "production",
  publicPath: "/",
  entry: { module: { default: (asked: Request, status: number) => new Response(asked.url, { status }) } },
  routes: { root: page },
} as unknown as ServerBuild;

let server: Server;
beforeAll(async () => {
  const app = createApp({ build, clientFolder: undefined });
  await new Promise<void>((ready) => {
    server = app.listen(0, ready);
  });
});
afterAll(() => void server.close());

/** What the site answers; `fetch` would not let a test choose the host. */
async function answer(method: string, path: string, headers: Record<string, string>) {
  const { port } = server.address() as AddressInfo;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const asked = request({ port, path, method, headers: { "Content-Length": "0", ...headers } }, resolve);
    asked.once("error", reject).end();
  });
  const text = (await response.toArray()).join("");
  return { status: response.statusCode, location: response.headers.location, text };
}

const own = { Origin: env().origin, "Content-Type": "application/x-www-form-urlencoded" };

test.each([
  ["Host", "127.0.0.1:3000"],
  ["Host", "upstream"],
  ["Host", "["],
  ["X-Forwarded-Host", "evil.example"],
  ["X-Forwarded-Host", ":"],
])("the site has one address, whatever a proxy or a client calls it: %s %s", async (name, value) => {
  expect(await answer("GET", "/terms", { [name]: value })).toMatchObject({ status: 200, text: `${env().origin}/terms` });
  expect((await answer("POST", "/login", { ...own, [name]: value })).status).toBe(200);
});

test("why the database cannot be reached is told to the log, and not to whoever asks", async () => {
  vi.stubEnv("DATABASE_URL", "");
  const told = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  expect(await answer("GET", "/readyz", {})).toMatchObject({ status: 503, text: "the database does not answer; the log says why\n" });
  expect(String(told.mock.calls[0]?.[0])).toContain("DATABASE_URL is not set");
  told.mockRestore();
  vi.unstubAllEnvs();
});

test("a form from elsewhere is refused, by whatever host it came", async () => {
  for (const name of ["Accept", "Host", "X-Forwarded-Host"]) {
    for (const origin of ["https://evil.example", "null"]) {
      const refused = await answer("POST", "/account/profile", { ...own, [name]: "evil.example", Origin: origin });
      expect(refused).toMatchObject({ status: 403, location: undefined });
      expect(refused.text).toContain("wat je typte staat daar meestal nog");
    }
  }
});

test("one's own form after the session ended is sent on as it is, to the page that holds it", async () => {
  expect(await answer("POST", "/account/profile", own)).toMatchObject({ status: 307, location: "/login?late=%2Faccount%2Fprofile" });
  expect(await answer("POST", "/account/profile.data", own)).toMatchObject({
    status: 307,
    location: "/login.data?late=%2Faccount%2Fprofile",
  });
  expect((await answer("GET", "/account/profile", {})).status).toBe(200);
});
