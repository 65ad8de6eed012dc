// Prepares what the asked command needs (generated code, build), then runs it. Plain JavaScript: it runs before anything is generated.
import { prepare } from "./prepare.mjs";

const commands = {
  start: { needs: ["generated", "build"], file: "./start.ts" },
  dev: { needs: ["generated"], file: "./dev.ts" },
  test: { needs: ["generated", "build"], file: "./test.ts" },
  check: { needs: ["generated"], file: "./check.ts" },
  "texts:check": { needs: ["generated"], file: "./texts-check.ts" },
  "courses:check": { needs: ["generated"], file: "./courses-check.ts" },
  "courses:new": { needs: ["generated"], file: "./courses-new.ts" },
  "courses:schemas": { needs: ["generated"], file: "./courses-schemas.ts" },
  "courses:publish": { needs: ["generated"], file: "./courses-publish.ts" },
  "db:migration": { needs: ["generated"], file: "./db-migration.ts" },
  "seed:demo": { needs: ["generated"], file: "./seed-demo.ts" },
  screenshots: { needs: ["generated", "build"], file: "../../tests/screenshots/screenshots.ts" },
  "audit:web": { needs: ["generated", "build"], file: "./audit-web.ts" },
  bench: { needs: ["generated", "build"], file: "./bench.ts" },
};

const name = process.argv[2] ?? "";
const command = commands[name];
if (!command) {
  console.error(`There is no command "${name}". Known: ${Object.keys(commands).join(", ")}.`);
  process.exit(1);
}
prepare(command.needs);
const { run } = await import(command.file);
await run(process.argv.slice(3));
