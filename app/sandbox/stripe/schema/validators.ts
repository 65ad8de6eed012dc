import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { objectRules, paramRules } from "./extra-rules.ts";
import { type Bundle, loadBundle } from "./generate.ts";
import type { Honesty } from "./honesty.ts";

type Bag = Record<string, unknown>;

/** Builds the checks from the installed SDK's types. Each schema is compiled when it is first needed. */
export function createHonesty(): Honesty {
  const bundle = loadBundle();
  const strict = compiler(bundle, false);
  // Requests arrive as text; numbers and booleans are read as the schema wants them.
  const lenient = compiler(bundle, true);
  const checkObject = (body: unknown) => checkEach(body, "", (object) => strict("objects", object));
  return {
    checkObject,
    checkParams(paramsType, params) {
      const copy = structuredClone(params);
      const validate = lenient("params", paramsType);
      if (!validate) return [`no type ${paramsType} to check the parameters with`];
      validate(copy);
      return [...lines(validate.errors, "params"), ...paramRules(paramsType, copy as Bag)];
    },
    checkEvent(event) {
      const type = String((event as Bag).type);
      const validate = strict("events", type);
      if (!validate) return [`no event type ${type}`];
      validate(event);
      return [...lines(validate.errors, "event"), ...checkObject(((event as Bag).data as Bag).object)];
    },
  };
}

type Section = "objects" | "params" | "events";

function compiler(bundle: Bundle, coerceTypes: boolean) {
  const ajv = new Ajv({
    allErrors: false,
    validateSchema: false,
    code: { optimize: false },
    coerceTypes,
    strict: false,
    validateFormats: false,
  });
  ajv.addSchema({ $id: "sdk", definitions: bundle.definitions });
  const made = new Map<string, ValidateFunction | null>();
  return (section: Section, name: string): ValidateFunction | null => {
    const key = `${section} ${name}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const schema = bundle[section][name];
    const text = JSON.stringify(schema ?? null).replaceAll('"$ref":"#/', '"$ref":"sdk#/');
    const validate = schema ? ajv.compile(JSON.parse(text) as Bag) : null;
    made.set(key, validate);
    return validate;
  };
}

// The schema of a resource stops at other resources, so each is looked up by its own `object` field, however deep.
function checkEach(value: unknown, path: string, find: (object: string) => ValidateFunction | null): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => checkEach(item, `${path}[${index}]`, find));
  if (typeof value !== "object" || value === null) return [];
  const bag = value as Bag;
  const inside = Object.entries(bag).flatMap(([key, item]) => checkEach(item, path ? `${path}.${key}` : key, find));
  const object = bag.object;
  if (typeof object !== "string") return inside;
  const where = path || object;
  if (object === "list") return [...inside, ...checkList(bag, where)];
  // Events are checked when they are made; showing one adds nothing.
  if (object === "event") return inside;
  const validate = find(object);
  if (!validate) return [...inside, `${where}: no schema for a ${object}`];
  validate(bag);
  return [...lines(validate.errors, where), ...objectRules(bag, where), ...inside];
}

function checkList(bag: Bag, where: string): string[] {
  const good = Array.isArray(bag.data) && typeof bag.has_more === "boolean" && typeof bag.url === "string" && Object.keys(bag).length === 4;
  return good ? [] : [`${where}: not a list of object, data, has_more and url`];
}

function lines(errors: ErrorObject[] | null | undefined, where: string): string[] {
  return (errors ?? []).map((error) => {
    const detail = error.params.additionalProperty ?? error.params.missingProperty ?? error.params.allowedValue ?? "";
    return `${where}${error.instancePath.replaceAll("/", ".")} ${error.message ?? ""} ${String(detail)}`.trim();
  });
}
