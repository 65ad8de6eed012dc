import { z } from "zod";
import { invalid, unbuilt } from "./errors.ts";
import type { FormObject } from "./form.ts";

/** A whole number sent as text. */
export const integer = z
  .string()
  .regex(/^-?\d{1,15}$/, "integer")
  .transform(Number);
/** A boolean sent as text. */
export const flag = z.enum(["true", "false"]).transform((text) => text === "true");
/** Stripe's limits: 50 keys of 40 characters, values of 500. */
export const metadata = z
  .record(z.string().min(1).max(40), z.string().max(500))
  .refine((entries) => Object.keys(entries).length <= 50, "metadata takes at most 50 keys");
export const expand = z.array(z.string());
/** An exact moment or a range of moments, in seconds. */
export const created = z.union([
  integer,
  z.strictObject({ gt: integer.optional(), gte: integer.optional(), lt: integer.optional(), lte: integer.optional() }),
]);
/** What every list takes. */
export const paging = {
  limit: integer.pipe(z.number().min(1).max(100)).default(10),
  starting_after: z.string().optional(),
  ending_before: z.string().optional(),
  created: created.optional(),
  expand: expand.optional(),
};

/** `["line_items", 0, "price"]` as Stripe names it: `line_items[0][price]`. */
export function bracketed(path: readonly PropertyKey[]): string {
  return path.map((part, index) => (index === 0 ? String(part) : `[${String(part)}]`)).join("");
}

/**
 * Checks decoded parameters. Parameters that Stripe has and the sandbox does not are named in `notSimulated`
 * (dotted, array positions left out) and answered with 501; any other stranger is `parameter_unknown`.
 */
export function parseParams<S extends z.ZodType>(schema: S, params: FormObject, notSimulated: readonly string[] = []): z.infer<S> {
  const parsed = schema.safeParse(params);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues;
  const issue = issues.find((one) => one.code === "unrecognized_keys") ?? issues[0];
  if (!issue) throw invalid("Invalid parameters");
  if (issue.code === "unrecognized_keys") {
    const path = [...issue.path, issue.keys[0] ?? ""];
    const dotted = path.filter((part) => typeof part === "string").join(".");
    const param = bracketed(path);
    if (notSimulated.includes(dotted)) throw unbuilt(`the parameter ${param}`);
    throw invalid(`Received unknown parameter: ${param}`, { code: "parameter_unknown", param });
  }
  throw valueError(issue, params);
}

function valueError(issue: z.core.$ZodIssue, params: FormObject) {
  const param = bracketed(issue.path);
  const sent = issue.path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], params);
  if (sent === undefined) return invalid(`Missing required param: ${param}.`, { code: "parameter_missing", param });
  if (issue.message === "integer") {
    return invalid(`Invalid integer: ${String(sent)}`, { code: "parameter_invalid_integer", param });
  }
  return invalid(`Invalid ${param}: ${issue.message}`, { param });
}
