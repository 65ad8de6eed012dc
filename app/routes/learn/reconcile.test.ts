import { expect, test } from "vitest";
import { reconcile } from "./reconcile.ts";

const quiet = { stored: "van elders", mine: "van hier", confirmed: "van hier", sending: false };

test("a newer text is taken over where nothing was typed since, or where it says the same", () => {
  expect(reconcile(quiet)).toBe("adopt");
  expect(reconcile({ ...quiet, mine: "van elders", confirmed: "" })).toBe("adopt");
});

test("what was typed since is never replaced: both are shown", () => {
  expect(reconcile({ ...quiet, mine: "van hier en verder" })).toBe("conflict");
});

test("a save on its way is waited for", () => {
  expect(reconcile({ ...quiet, sending: true })).toBe("wait");
});
