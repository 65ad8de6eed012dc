import { expect, test } from "vitest";
import { readEnv } from "#app/platform/env.server.ts";
import { signInAt } from "./sign-in-words.ts";

test("the address to sign in at is whole where it was given, and a path where nobody said", () => {
  const said = (given: Record<string, string>) => signInAt(given, readEnv(given));
  expect(said({})).toBe("/login of your site");
  expect(said({ PORT: "3100" })).toBe("http://localhost:3100/login");
  expect(said({ APP_ORIGIN: "http://127.0.0.1:8080" })).toBe("http://127.0.0.1:8080/login");
});
