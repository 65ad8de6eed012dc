import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Response } from "express";
import { expect, test } from "vitest";
import { settleHeadersLast } from "./app.server.ts";

async function answered(cacheControl: string | null, ownCookie?: string): Promise<Headers> {
  const server = createServer((_request, response) => {
    settleHeadersLast(response as unknown as Response, "kring_session=renewed; HttpOnly");
    if (cacheControl) response.setHeader("Cache-Control", cacheControl);
    if (ownCookie) response.setHeader("Set-Cookie", ownCookie);
    response.end("seen");
  });
  await new Promise<void>((ready) => server.listen(0, ready));
  const { headers } = await fetch(`http://localhost:${(server.address() as AddressInfo).port}/`);
  server.close();
  return headers;
}

test("a page is kept nowhere and carries the renewed session", async () => {
  const headers = await answered(null);
  expect(headers.get("Cache-Control")).toBe("no-store");
  expect(headers.get("Set-Cookie")).toContain("renewed");
});

test("what a proxy may keep for everyone never carries one person's session", async () => {
  const headers = await answered("public, max-age=3600");
  expect(headers.get("Set-Cookie")).toBeNull();
});

test("who just signed in or out keeps the session of that moment, and not the renewed one from before", async () => {
  const headers = await answered(null, "kring_session=another; HttpOnly");
  expect(headers.getSetCookie()).toEqual(["kring_session=another; HttpOnly"]);
  expect((await answered(null, "taal=nl")).getSetCookie()).toEqual(["taal=nl", "kring_session=renewed; HttpOnly"]);
});
