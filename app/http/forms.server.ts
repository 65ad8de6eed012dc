import { data } from "@remix-run/node";
import type { z } from "zod";

/** What a refused form gives back to its page: the values as typed, and a message key per field. */
export interface FormRefusal {
  values: Record<string, string>;
  /** field name → message; `form` for what concerns no single field */
  errors: Record<string, string>;
}

export type ParsedForm<T> = { ok: true; value: T } | { ok: false; refusal: FormRefusal };

const secretFields = new Set(["password", "newPassword", "code"]);

/** Every field as typed, in order, secrets left out: they are never sent back. */
export function typedFields(form: FormData): [name: string, value: string][] {
  return [...form.entries()].filter((entry): entry is [string, string] => typeof entry[1] === "string" && !secretFields.has(entry[0]));
}

/** The same by name. */
export function typedValues(form: FormData): Record<string, string> {
  return Object.fromEntries(typedFields(form));
}

/**
 * Parses a form against a zod schema whose messages are ready to show (make the schema inside the action, so that its texts
 * come in the request's language).
 */
export function parseForm<T>(form: FormData, schema: z.ZodType<T>): ParsedForm<T> {
  const given = Object.fromEntries(
    [...new Set(form.keys())].map((key) => [key, form.getAll(key).length > 1 ? form.getAll(key) : form.get(key)]),
  );
  const result = schema.safeParse(given);
  if (result.success) return { ok: true, value: result.data };
  const errors: Record<string, string> = {};
  for (const issue of result.error.issues) errors[issue.path.map(String).join(".") || "form"] ??= issue.message;
  return { ok: false, refusal: { values: typedValues(form), errors } };
}

/** A refusal as an answer: 422, so that nobody mistakes it for success. */
export function refuse(form: FormData, errors: Record<string, string>, status = 422) {
  return data<FormRefusal>({ values: typedValues(form), errors }, { status });
}
