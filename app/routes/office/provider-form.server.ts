import { type Provider, type ProviderDetails, providerDetailsSchema } from "#app/features/catalogue/provider-file.ts";
import { typedValues } from "#app/http/forms.server.ts";
import * as m from "#generated/paraglide/messages.js";
import { providerFields } from "./provider-fields.ts";

/** The fields as the form sends them, in the shape that is kept: what is left empty and may be, is not there. */
function shapeOf(form: FormData): object {
  const text = (name: string) => String(form.get(name) ?? "").replace(/\r\n?/g, "\n");
  const orNone = (value: string) => (value.trim() === "" ? null : value);
  /** In both languages or in none; the door refuses half of it. */
  const inTwo = (name: string) => {
    const [nl, en] = [text(`${name}.nl`), text(`${name}.en`)];
    return orNone(nl + en) === null ? null : { nl, en };
  };
  return {
    tradeName: text("tradeName"),
    legalName: text("legalName"),
    address: {
      street: text("address.street"),
      postcode: text("address.postcode"),
      city: text("address.city"),
      country: text("address.country").trim().toUpperCase(),
    },
    kvk: text("kvk"),
    crkbo: form.get("crkbo") === "on",
    vatId: orNone(text("vatId")),
    iban: orNone(text("iban")),
    contact: { name: text("contact.name"), phone: text("contact.phone"), email: text("contact.email").trim() },
    signatory: { name: text("signatory.name"), role: text("signatory.role") },
    note: inTwo("note"),
    complaints: { nl: text("complaints.nl"), en: text("complaints.en") },
    dataHandling: inTwo("dataHandling"),
  };
}

/** A form as the provider's details, by the rules of the file they first came from; or what is wrong, under each field. */
export function readProvider(form: FormData) {
  const parsed = providerDetailsSchema.safeParse(shapeOf(form));
  if (parsed.success) return { ok: true, details: parsed.data } as const;
  const errors: Record<string, string> = {};
  for (const { path } of parsed.error.issues) {
    const name = path.map(String).join(".");
    errors[name] ??= errorWords(name);
  }
  return { ok: false, refusal: { values: typedValues(form), errors } } as const;
}

function errorWords(name: string): string {
  if (name === "contact.email") return m.office_provider_error_email();
  if (name.startsWith("note.") || name.startsWith("dataHandling.")) return m.office_provider_error_note();
  return m.office_provider_error_missing({ field: providerFields[name]?.() ?? name });
}

/** What the fields hold of the provider as it is. */
export function fieldsOf({ logo: _logo, ...details }: Provider): Record<string, string> {
  const { address, contact, signatory, note, complaints, dataHandling, crkbo, vatId, iban, ...own }: ProviderDetails = details;
  const none = { nl: "", en: "" };
  const nested = { address, contact, signatory, note: note ?? none, complaints, dataHandling: dataHandling ?? none };
  return {
    tradeName: own.tradeName,
    legalName: own.legalName,
    kvk: own.kvk,
    crkbo: crkbo ? "on" : "",
    vatId: vatId ?? "",
    iban: iban ?? "",
    ...Object.fromEntries(
      Object.entries(nested).flatMap(([group, fields]) => Object.entries(fields).map(([name, value]) => [`${group}.${name}`, value])),
    ),
  };
}
