import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** What is wrong with a part of a file that is valid YAML, and what to do about it. */
export interface FieldFault {
  path: PropertyKey[];
  message: string;
  advice: string;
}

/** In the words of who writes courses; nothing of zod's own comes through. @param value what the file says at `issue.path` */
export function fieldFaults(issue: Issue, valueAt: (path: readonly PropertyKey[]) => unknown): FieldFault[] {
  if (issue.code === "invalid_union") return unionFaults(issue, valueAt);
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownField(issue.path, key));
  return [{ path: issue.path, ...faultOf(issue, nameOf(issue.path), valueAt(issue.path)) }];
}

const nameOf = (path: readonly PropertyKey[]) => (path.length > 0 ? `‘${path.map(String).join(".")}’` : "Dit bestand");

type Fault = Omit<FieldFault, "path">;
const absent = (name: string): Fault => ({ message: `${name} ontbreekt.`, advice: "Vul dit veld in." });
const unknownValue = (name: string, values: readonly unknown[]): Fault => ({
  message: `${name} heeft een waarde die we niet kennen.`,
  advice: `Kies uit: ${values.map(String).join(", ")}.`,
});

const unknownField = (path: readonly PropertyKey[], key: string): FieldFault => ({
  path: [...path, key],
  message: `Onbekend veld: ‘${key}’.`,
  advice: "Controleer de spelling, of haal het veld weg.",
});

function faultOf(issue: Exclude<Issue, { code: "invalid_union" | "unrecognized_keys" }>, name: string, value: unknown): Fault {
  if (value === undefined && issue.path.length > 0 && issue.code !== "invalid_key") return absent(name);
  if (value === null) return { message: `${name} is leeg.`, advice: "Vul het in." };
  switch (issue.code) {
    case "invalid_type":
      return wrongForm(name, [issue.expected], value);
    case "invalid_value":
      return unknownValue(name, issue.values);
    case "too_small":
      if (issue.origin === "string") return { message: `${name} is leeg.`, advice: "Vul het in." };
      if (issue.origin === "array") return { message: `${name} is te kort.`, advice: `Noem er ten minste ${String(issue.minimum)}.` };
      return { message: `${name} is te klein.`, advice: `Minimaal ${String(issue.minimum)}.` };
    case "too_big":
      return { message: `${name} is te groot.`, advice: `Maximaal ${String(issue.maximum)}.` };
    case "invalid_key":
      return { message: `${name}: ${issue.issues[0]?.message ?? "zo kan het niet heten"}.`, advice: "Pas de naam aan." };
    case "custom":
      return { message: `${name} klopt niet.`, advice: sentence(issue.message) };
    case "invalid_format":
      if (issue.format === "email") return { message: `${name} klopt niet.`, advice: "Schrijf een e-mailadres als naam@voorbeeld.nl." };
      return { message: `${name} klopt niet.`, advice: sentence(issue.message) };
    default:
      return { message: `${name} klopt niet.`, advice: LIKE_ANOTHER };
  }
}

/** What a schema says of a form of its own stands there as a clause. */
const sentence = (clause: string) => clause.charAt(0).toUpperCase() + clause.slice(1) + (/[\p{L}\p{N}]$/u.test(clause) ? "." : "");

const LIKE_ANOTHER = "Vergelijk met een bestaande cursus en pas de schrijfwijze aan.";

const fields = {
  name: "een groep velden",
  advice: "Zet elk veld op een eigen regel, even ver ingesprongen: naam, dubbele punt, spatie, waarde.",
};
const forms: Record<string, { name: string; advice: string }> = {
  string: { name: "tekst", advice: "Schrijf één tekst: geen lijst en geen velden." },
  number: { name: "een getal", advice: "Schrijf alleen het getal: zonder aanhalingstekens, zonder % en zonder woorden." },
  int: { name: "een heel getal", advice: "Schrijf een getal zonder komma en zonder aanhalingstekens." },
  boolean: { name: "true of false", advice: "Schrijf true voor ja en false voor nee, zonder aanhalingstekens." },
  array: { name: "een lijst", advice: "Zet elk deel op een eigen regel met ‘- ’ ervoor, of alles tussen rechte haken: [een, twee]." },
  object: fields,
  record: fields,
};

function wrongForm(name: string, expected: readonly string[], value: unknown): Fault {
  const known = expected.flatMap((one) => forms[one] ?? []);
  const [first] = known;
  if (!first) return { message: `${name} heeft een verkeerde vorm.`, advice: LIKE_ANOTHER };
  const message = `${name} heeft een verkeerde vorm: hier hoort ${known.map((form) => form.name).join(", of ")}.`;
  if (expected.includes("string") && typeof value !== "object") return { message, advice: "Zet de waarde tussen aanhalingstekens." };
  return { message, advice: known.length === 1 ? first.advice : LIKE_ANOTHER };
}

/** Where more than one form will do: what is wrong with the one that was meant, or else which ones there are. */
function unionFaults(issue: Extract<Issue, { code: "invalid_union" }>, valueAt: (path: readonly PropertyKey[]) => unknown): FieldFault[] {
  const { path } = issue;
  const name = nameOf(path);
  const value = valueAt(path);
  if ("options" in issue && issue.options) return [{ path, ...(value === undefined ? absent(name) : unknownValue(name, issue.options)) }];
  if (value === null) return [{ path, message: `${name} is leeg.`, advice: "Vul het in, of haal het weg." }];
  const branches: readonly (readonly Issue[])[] = issue.errors;
  const wholly = (one: Issue) => one.code === "invalid_type" && one.path.length === 0;
  const meant = branches.find((issues) => !issues.some(wholly));
  if (meant) return meant.flatMap((one) => fieldFaults({ ...one, path: [...path, ...one.path] }, valueAt));
  const expected = branches.flat().flatMap((one) => (one.code === "invalid_type" ? [one.expected] : []));
  return [{ path, ...wrongForm(name, expected, value) }];
}
