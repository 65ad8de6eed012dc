import { defineConfig } from "vitest/config";

/** The Remix plugin is left out: tests import rooms, not the site. Journeys start the built site itself. */
const shared = {
  env: { TZ: "Europe/Amsterdam", KRING_QUIET: "1" },
  // As many as the smallest machine has cores: left alone Vitest keeps one of two for itself.
  maxWorkers: 2,
};

/** What starts whole sites needs minutes. */
const site = { testTimeout: 240_000, hookTimeout: 240_000 };

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: "pure", include: ["app/**/*.test.ts", "tests/architecture/**/*.test.ts", "tests/content/**/*.test.ts"] } },
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
          // After the others, two at a time: each has a site, a database and a browser of its own on two cores.
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...shared,
          ...site,
          name: "load",
          include: ["tests/load/**/*.test.ts"],
          // Last and one at a time: they kill what runs and hold the clock beside it.
          sequence: { groupOrder: 2 },
          fileParallelism: false,
        },
      },
    ],
  },
});
