import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { daylight } from "./daylight.ts";

test("the colours written out are those of the site by day", () => {
  const tokens = readFileSync("app/ui/styles/tokens.css", "utf8");
  for (const [name, colour] of Object.entries(daylight)) expect(tokens).toContain(`--${name}: light-dark(${colour}, `);
});
