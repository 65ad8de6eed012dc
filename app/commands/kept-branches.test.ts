import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { RouteConfigEntry } from "@remix-run/route-config";
import type * as Router from "@remix-run/router";
import { expect, test } from "vitest";
import routes from "#app/routes.ts";
import { withKeptBranches } from "./kept-branches.ts";

const code = readFileSync(
  createRequire(import.meta.url)
    .resolve("@remix-run/router")
    .replace(/router\.cjs\.js$/, "router.js"),
  "utf8",
);
const load = (text: string): Promise<typeof Router> => import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`);

/** The product's routes as the server hands them to the router. */
const asked = (entries: readonly RouteConfigEntry[]): Router.AgnosticRouteObject[] =>
  entries.map(({ id, file, path, index, children }) =>
    index ? { id: id ?? file, path, index: true } : { id: id ?? file, path, children: children ? asked(children) : undefined },
  );
const tree = asked(await routes);

test("every address still leads where it led, the first time and the next", async () => {
  const [asItIs, kept] = await Promise.all([load(code), load(withKeptBranches(code))]);
  const addresses = [
    ...["/", "/login", "/masterclasses", "/masterclasses/een-cursus", "/masterclasses/een-cursus/preview/les", "/LOGIN", "/login/"],
    ...["/learn", "/learn/een-cursus", "/learn/een-cursus/les", "/learn/een-cursus/les/finish", "/learn/een-cursus/tests/toets/submit"],
    ...["/office", "/office/people/x", "/verify/ABCD-EFGH", "/nergens/te/vinden", "/learn/een%2Fcursus/l%C3%A9s"],
    ...["/Masterclasses/Een-Cursus", "/:vreemd", "/*", "//login", "/learn//een-cursus", "", "/learn/", "/robots.txt"],
  ];
  for (const address of [...addresses, ...addresses.toReversed()])
    expect(kept.matchRoutes(tree, address), address).toEqual(asItIs.matchRoutes(tree, address));
  expect(addresses.filter((address) => kept.matchRoutes(tree, address)).length).toBeGreaterThan(10);
});

test("a router that looks different stops the build", () => {
  expect(() => withKeptBranches("export const other = 1;")).toThrow(/has changed/);
});
