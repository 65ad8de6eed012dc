import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { courseFileSchemas } from "#app/commands/courses-schemas.ts";

const FOLDER = "courses/schemas";
const schemas = courseFileSchemas();
const ajv = new Ajv({ strict: false, formats: { email: true } });

test("the schemas in the repository are those of the check; `npm run courses:schemas` writes them", () => {
  expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(schemas).sort());
  for (const [name, text] of Object.entries(schemas)) expect(readFileSync(join(FOLDER, name), "utf8"), name).toBe(text);
});

const files = readdirSync("courses", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".yaml"))
  .map((entry) => join(entry.parentPath, entry.name));

/** By where a file stands and what it is called, as the check finds it. */
function schemaOf(file: string): string {
  if (basename(dirname(file)) === "vignettes") return "vignette.json";
  return basename(file).replace(/\.yaml$/, ".json");
}

test.each(files)("%s tells an editor where its schema is, and keeps to it", (file) => {
  const text = readFileSync(file, "utf8");
  const schema = relative(dirname(file), join(FOLDER, schemaOf(file)));
  expect(text.split("\n")[0]).toBe(`# yaml-language-server: $schema=${schema}`);
  const validate: ValidateFunction = ajv.compile(JSON.parse(schemas[schemaOf(file)] ?? ""));
  validate(parse(text));
  expect(validate.errors ?? []).toEqual([]);
});

test("a schema refuses what the check refuses: an unknown field, a missing one, a date of another form", () => {
  const claim = { claim: "Zo is het.", verdict: "P", level: "expert-opinion" };
  const validate = ajv.compile(JSON.parse(schemas["claims.json"] ?? ""));
  expect(validate({ D01: claim })).toBe(true);
  expect(validate({ d1: claim })).toBe(false);
  expect(validate({ D01: { ...claim, verdikt: "P" } })).toBe(false);
  expect(validate({ D01: { ...claim, reviewBy: "22-11-2026" } })).toBe(false);
  expect(validate({ D01: { claim: "Zo is het.", verdict: "P" } })).toBe(false);
});
