import { defineConfig } from "vitest/config";

/** The Remix plugin is left out: tests import rooms, not the site. Journeys start the built site itself. */
const shared = { env: { TZ: "Europe/Amsterdam", KRING_QUIET: "1" } };

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
          name: "journeys",
          include: ["tests/journeys/**/*.test.ts", "tests/load/**/*.test.ts"],
          // After the others, one site and one browser at a time: they share two cores.
          sequence: { groupOrder: 1 },
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
