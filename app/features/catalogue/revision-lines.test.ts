import { expect, test } from "vitest";
import { parse } from "yaml";
import { editionIn, withRevisionLines } from "./revision-lines.ts";

const lines = { revision: 3, author: "M. de Vries", reason: "Eén zin: het jaartal klopte niet.", material: true };

test("a course.yaml says which revision it is, and keeps everything else as it was written", () => {
  const yaml = [
    "slug: x",
    'edition: "2026.1" # of this year',
    "revision: 2",
    "revisionReason: >-",
    "  Lang",
    "  verhaal.",
    "# end",
    "title: Y",
    "",
  ];
  expect(withRevisionLines(yaml.join("\n"), lines).split("\n")).toEqual([
    "slug: x",
    'edition: "2026.1" # of this year',
    "revision: 3",
    "revisionAuthor: M. de Vries",
    'revisionReason: "Eén zin: het jaartal klopte niet."',
    "revisionMaterial: true",
    "# end",
    "title: Y",
    "",
  ]);
  expect(editionIn(yaml.join("\n"))).toBe("2026.1");
});

test("done twice only the newest is said", () => {
  const once = withRevisionLines("revision: 1\r\ntitle: Y\r\n", lines);
  expect(withRevisionLines(once, { ...lines, revision: 4, reason: "Anders.", material: false })).toBe(
    "revision: 4\r\nrevisionAuthor: M. de Vries\r\nrevisionReason: Anders.\r\nrevisionMaterial: false\r\ntitle: Y\r\n",
  );
});

const said = 'revision: 3\nrevisionAuthor: M. de Vries\nrevisionReason: "Eén zin: het jaartal klopte niet."\nrevisionMaterial: true\n';

test.each([
  [
    "a reason with a white line in it",
    "slug: x\nrevision: 2\nrevisionReason: >-\n  Lang\n\n  verhaal.\n\n# end\ntitle: Y\n",
    `slug: x\n${said}\n# end\ntitle: Y\n`,
  ],
  ["a first line of comment", "# $schema\n\nslug: x\ntitle: Y\n", `# $schema\n\n${said}slug: x\ntitle: Y\n`],
  ["a line that opens the document", "# c\n---\nslug: x\n", `# c\n---\n${said}slug: x\n`],
  [
    "an empty field with a comment behind it",
    "slug: x\nrevision: 2\nrevisionAuthor: # who?\ntitle: Y\n",
    `slug: x\n${said.replace("Vries", "Vries # who?")}title: Y\n`,
  ],
  ["a field without a value", "slug: x\nrevision: 2\nrevisionAuthor:\ntitle: Y\n", `slug: x\n${said}title: Y\n`],
  ["a last line without its end", "slug: x\nrevision: 2", `slug: x\n${said}`],
  [
    "comments behind and between",
    "revision: 2 # two\n\n# why\nrevisionReason: Oud # old\ntitle: Y\n",
    said.replace("3\n", "3 # two\n").replace("Vries\n", "Vries\n\n# why\n").replace('niet."', 'niet." # old').concat("title: Y\n"),
  ],
])("is read back, whatever its writer did: %s", (_what, before, after) => {
  expect(withRevisionLines(before, lines)).toBe(after);
  const fields = { revision: 3, revisionAuthor: lines.author, revisionReason: lines.reason, revisionMaterial: true };
  expect(parse(withRevisionLines(before, lines))).toEqual({ ...parse(before), ...fields });
  const windows = withRevisionLines(before.replaceAll("\n", "\r\n"), lines);
  expect(parse(windows)).toEqual({ ...parse(before), ...fields });
  expect(before.includes("\n") && windows.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
});

test("a reason of several lines and a course.yaml between braces are read back too", () => {
  const reason = "Eén.\n\nTwee: # drie, vier.";
  for (const yaml of ["slug: x\nrevision: 2 # two\nrevisionReason: |\n  a\n", "{slug: x, revision: 2}\n"])
    expect(parse(withRevisionLines(yaml, { ...lines, reason }))).toMatchObject({ slug: "x", revision: 3, revisionReason: reason });
});
