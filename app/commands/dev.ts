import { run as start } from "./start.ts";

/** `npm run dev`: the same site with hot reload; database and sandbox as with `npm start`. */
export async function run(): Promise<void> {
  await start(["--dev"]);
}
