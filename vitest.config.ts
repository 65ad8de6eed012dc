import { defineConfig } from "vitest/config";

/** The Remix plugin is left out: tests import rooms, not the site. Journeys start the built site itself. */
const shared = {
  env: { TZ: "Europe/Amsterdam", KRING_QUIET: "1" },
  // One more than the smallest machine has cores: a story that asks the database waits half of its time.
  maxWorkers: 3,
};

/**
 * What starts whole sites needs minutes. After the others and two at a time: each has a site, a database and a browser of its own on
 * two cores.
 */
const site = {
  testTimeout: 240_000,
  hookTimeout: 240_000,
  maxWorkers: 2,
  sequence: { groupOrder: 1 },
  globalSetup: ["tests/support/site-template.ts"],
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: "pure",
          include: ["app/**/*.test.ts", "tests/architecture/**/*.test.ts", "tests/content/**/*.test.ts"],
          // Rules that keep nothing between two calls need no process of their own.
          isolate: false,
        },
      },
      {
        test: {
          ...shared,
          name: "database",
          include: [
            "tests/features/**/*.test.ts",
            "tests/routes/**/*.test.ts",
            "tests/sandbox/**/*.test.ts",
            "tests/platform/**/*.test.ts",
          ],
          globalSetup: ["tests/support/template-database.ts"],
          setupFiles: ["tests/support/own-database.ts"],
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...shared,
          ...site,
          name: "journeys",
          include: ["tests/journeys/**/*.test.ts"],
        },
      },
      {
        test: {
          ...shared,
          ...site,
          name: "load",
          include: ["tests/load/**/*.test.ts"],
        },
      },
    ],
  },
});
