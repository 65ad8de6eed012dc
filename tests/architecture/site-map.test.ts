import type { RouteConfigEntry } from "@remix-run/route-config";
import { afterEach, expect, test, vi } from "vitest";

afterEach(() => vi.unstubAllEnvs());

/** Every file of the site map as it is read under this NODE_ENV. */
async function filesUnder(nodeEnv: string): Promise<string[]> {
  vi.stubEnv("NODE_ENV", nodeEnv);
  vi.resetModules();
  const filesOf = (routes: RouteConfigEntry[]): string[] => routes.flatMap(({ file, children }) => [file, ...filesOf(children ?? [])]);
  const { default: routes } = await import("#app/routes.ts");
  return filesOf(routes as RouteConfigEntry[]);
}

const furniture = (files: string[]) => files.filter((file) => file.includes("/furniture/"));

test("the catalogue of furniture is there while building", async () => {
  expect(furniture(await filesUnder("development"))).toEqual(["routes/furniture/catalogue.tsx"]);
});

test("a site that is built or tested has no catalogue of furniture", async () => {
  const built = await filesUnder("production");
  expect(built).toContain("routes/marketing/home.tsx");
  expect(furniture(built)).toEqual([]);
  expect(furniture(await filesUnder("test"))).toEqual([]);
  expect(furniture(await filesUnder(""))).toEqual([]);
});
