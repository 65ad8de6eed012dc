import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import {
  checkSchema,
  courseSchema,
  finalTestSchema,
  moduleSchema,
  referencesSchema,
} from "#app/features/catalogue/compile/course-schema.ts";
import { claimsSchema } from "#app/features/catalogue/compile/ledger.ts";
import { vignetteSchema } from "#app/features/catalogue/compile/vignette.ts";
import { SCHEMA_FOLDER } from "#app/features/catalogue/course-folder.server.ts";
import { helpLinesSchema, providerFileSchema } from "#app/features/catalogue/provider-file.ts";
import { type FieldWords, fieldWords } from "./courses-field-words.ts";

const doors: Record<keyof typeof fieldWords, z.ZodType> = {
  course: courseSchema,
  module: moduleSchema,
  references: referencesSchema,
  claims: claimsSchema,
  check: checkSchema,
  "final-test": finalTestSchema,
  vignette: vignetteSchema,
  provider: providerFileSchema,
  "help-lines": helpLinesSchema,
};

/** `npm run courses:schemas`: writes what the check asks of course files as JSON Schemas, by which editors complete and underline. */
export async function run([folder = join("courses", SCHEMA_FOLDER)]: string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const files = Object.entries(courseFileSchemas());
  for (const [name, text] of files) await writeFile(join(folder, name), text);
  console.log(`${folder}: ${files.map(([name]) => name).join(", ")}`);
}

/** File name → its text, made from the schemas that the check itself reads by: an editor asks no more and no less. */
export function courseFileSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(doors).map(([name, door]) => {
      // Draft 7 is what editors' YAML support understands whole.
      const schema = z.toJSONSchema(door, { io: "input", target: "draft-7", override: ({ jsonSchema }) => dropLimits(jsonSchema) });
      explain(schema, fieldWords[name as keyof typeof fieldWords]);
      return [`${name}.json`, `${written(schema, 0)}\n`];
    }),
  );
}

/** Every whole number has the limits of the machine; nobody who writes a course needs them. */
function dropLimits(schema: z.core.JSONSchema.BaseSchema): void {
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
}

type Schema = z.core.JSONSchema.BaseSchema;

/** Puts the words at their fields. @throws for words about a field that there is not: it was renamed, or never was */
function explain(schema: Schema, words: FieldWords): void {
  const said = new Set<string>();
  const visit = (part: unknown, path: readonly string[]): void => {
    if (typeof part !== "object" || part === null) return;
    const { properties, items, additionalProperties, anyOf, oneOf } = part as Schema;
    for (const [name, field] of Object.entries(properties ?? {})) {
      const here = [...path, name];
      const word = words[here.join(".")];
      if (word !== undefined && typeof field === "object") {
        field.description = word;
        said.add(here.join("."));
      }
      visit(field, here);
    }
    for (const below of [items, additionalProperties, ...(anyOf ?? []), ...(oneOf ?? [])]) visit(below, path);
  };
  visit(schema, []);
  const lost = Object.keys(words).filter((path) => !said.has(path));
  if (lost.length > 0) throw new Error(`courses-field-words.ts speaks of fields that do not exist: ${lost.join(", ")}`);
}

const LINE_WIDTH = 140;

/** JSON as the repository's formatter leaves it: objects over several lines, a short list of plain values on one. */
function written(value: unknown, depth: number, before = 0): string {
  const inner = "  ".repeat(depth + 1);
  const lines = (open: string, parts: string[], close: string) =>
    parts.length === 0 ? `${open}${close}` : `${open}\n${parts.map((part) => inner + part).join(",\n")}\n${"  ".repeat(depth)}${close}`;
  if (Array.isArray(value)) {
    const flat = `[${value.map((part) => JSON.stringify(part)).join(", ")}]`;
    const plain = value.every((part) => typeof part !== "object");
    // Room for the comma that may follow.
    if (plain && depth * 2 + before + flat.length < LINE_WIDTH) return flat;
    return lines(
      "[",
      value.map((part) => written(part, depth + 1)),
      "]",
    );
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, part]) => {
    const name = `${JSON.stringify(key)}: `;
    return name + written(part, depth + 1, name.length);
  });
  return lines("{", parts, "}");
}
