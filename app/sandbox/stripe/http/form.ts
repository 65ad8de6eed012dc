import { invalid } from "./errors.ts";

/** A decoded form: everything is text until a schema says otherwise. */
export type FormValue = string | FormValue[] | { [key: string]: FormValue };
export type FormObject = { [key: string]: FormValue };

/** Decodes `a[b][0][c]=x`, the way stripe-node writes nested parameters. Digit keys become arrays; `a[]` appends. */
export function decodeForm(text: string): FormObject {
  const root: FormObject = Object.create(null) as FormObject;
  for (const [name, value] of new URLSearchParams(text)) place(root, splitName(name), value);
  return arrays(root) as FormObject;
}

function splitName(name: string): string[] {
  const first = /^[^[\]]+/.exec(name)?.[0];
  const rest = name.slice(first?.length ?? 0);
  if (!first || !/^(\[[^[\]]*\])*$/.test(rest)) throw invalid(`Invalid parameter name: ${name}`, { param: name });
  return [first, ...Array.from(rest.matchAll(/\[([^[\]]*)\]/g), (match) => match[1] ?? "")];
}

function place(target: FormObject, path: string[], value: string): void {
  const [key = "", ...rest] = path;
  const slot = key === "" ? String(Object.keys(target).length) : key;
  if (rest.length === 0) {
    target[slot] = value;
    return;
  }
  const found = target[slot];
  const next = typeof found === "object" && !Array.isArray(found) ? found : (Object.create(null) as FormObject);
  target[slot] = next;
  place(next, rest, value);
}

function arrays(value: FormValue): FormValue {
  if (typeof value === "string" || Array.isArray(value)) return value;
  const keys = Object.keys(value);
  if (keys.length > 0 && keys.every((key) => /^\d+$/.test(key))) {
    return keys.sort((a, b) => Number(a) - Number(b)).map((key) => arrays(value[key] ?? ""));
  }
  return Object.fromEntries(keys.map((key) => [key, arrays(value[key] ?? "")]));
}

/** Leaves out what was sent empty: the SDK writes null as `''`, and on create both mean "not given". */
export function withoutEmpty(value: FormValue): FormValue | undefined {
  if (value === "") return undefined;
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(withoutEmpty).filter((item) => item !== undefined);
  const kept = Object.entries(value).map(([key, item]) => [key, withoutEmpty(item)] as const);
  return Object.fromEntries(kept.filter((pair): pair is readonly [string, FormValue] => pair[1] !== undefined));
}
