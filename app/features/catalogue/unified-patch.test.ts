import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { unifiedPatch } from "./unified-patch.ts";

const numbered = (count: number, change: Record<number, string> = {}) =>
  Array.from({ length: count }, (_, index) => `${change[index + 1] ?? `line ${index + 1}`}\n`).join("");

test.each([
  ["in the middle", numbered(20), numbered(20, { 9: "other\nand more", 12: "other" })],
  ["at the top", numbered(3), numbered(3, { 1: "first" })],
  ["at the end, without a line end", "one\ntwo", "one\ntwee"],
  ["that adds the line end", "one\ntwo", "one\ntwo\n"],
  ["of the only line", "één\n", "twee\ndrie\n"],
  ["that takes lines away", numbered(9), numbered(4)],
])("a change %s is applied by git", (_name, before, after) => {
  const folder = mkdtempSync(join(tmpdir(), "kring-patch-"));
  mkdirSync(join(folder, "courses/x/01"), { recursive: true });
  const file = join(folder, "courses/x/01/a.md");
  writeFileSync(file, before);
  writeFileSync(
    join(folder, "change.patch"),
    unifiedPatch({ "01/a.md": before, same: "1" }, { "01/a.md": after, same: "1" }, "courses/x/"),
  );
  execFileSync("git", ["apply", "change.patch"], { cwd: folder });
  expect(readFileSync(file, "utf8")).toBe(after);
});

test("nothing changed is no patch", () => expect(unifiedPatch({ a: "1\n" }, { a: "1\n" }, "")).toBe(""));
