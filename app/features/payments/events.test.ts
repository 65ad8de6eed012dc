import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { subscribedEvents } from "./events.ts";

test("whoever sets up the endpoint at Stripe reads of every message that we need", () => {
  const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
  expect(subscribedEvents.filter((type) => !readme.includes(`\`${type}\``))).toEqual([]);
});
