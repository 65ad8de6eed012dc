import { expect, test } from "vitest";
import { mustHear } from "./register-notices.ts";

const now = new Date("2026-06-01T10:00:00Z");
const window = {
  status: "granted",
  validFrom: new Date("2026-01-01T00:00:00Z"),
  validTo: null,
  editionsCovered: [{ edition: "2026.1", fromRevision: 2 }],
};
const text = (revision: number, publishedAt = now) => ({ edition: "2026.1", revision, publishedAt });

test("a register hears of what was changed after the text it saw", () => {
  expect([1, 2, 3].map((revision) => mustHear(window, text(revision), now))).toEqual([false, false, true]);
});

test("where it named no edition, of what was published since it recognised the course", () => {
  const open = { ...window, editionsCovered: [] };
  expect(mustHear(open, text(2, new Date("2025-12-01T00:00:00Z")), now)).toBe(false);
  expect(mustHear(open, text(2), now)).toBe(true);
  expect(mustHear(open, text(1), now)).toBe(false);
});

test("a register that does not recognise the text now need not hear", () => {
  expect(mustHear({ ...window, status: "lapsed" }, text(3), now)).toBe(false);
  expect(mustHear({ ...window, validTo: new Date("2026-05-01T00:00:00Z") }, text(3), now)).toBe(false);
});
