import { z } from "zod";
import { accreditationStates } from "#app/features/catalogue/accreditations.ts";
import type { AccreditationFacts, CourseAccreditations } from "#app/features/catalogue/office-accreditations.server.ts";
import { endOf, lastDayBefore, startOf } from "#app/features/catalogue/office-days.ts";
import { hundredthsTyped, typedFrom } from "#app/features/catalogue/typed-amount.ts";
import { type FormRefusal, parseForm, typedValues } from "#app/http/forms.server.ts";
import { amsterdamDate } from "#app/platform/clock.ts";
import * as m from "#generated/paraglide/messages.js";
import { typedDay } from "./typed-day.ts";

const short = () => z.string().trim().max(200, m.office_accreditation_error_long());
const maybe = () =>
  short()
    .transform((value) => value || null)
    .optional()
    .transform((value) => value ?? null);
const day = () => z.union([z.literal(""), typedDay(m.office_accreditation_error_day())], m.office_accreditation_error_day());

/** Points that were left open: a register says how many only when it grants them. */
const NOT_KNOWN = 0;

const formSchema = () =>
  z.object({
    register: short().min(1, m.office_accreditation_error_register()),
    peCourseId: maybe(),
    peModuleId: maybe(),
    peEditionId: maybe(),
    points: z
      .string(m.office_accreditation_error_points())
      .transform((typed) => (typed.trim() === "" ? NOT_KNOWN : hundredthsTyped(typed)))
      .pipe(z.int(m.office_accreditation_error_points()).max(100_000, m.office_accreditation_error_points())),
    category: short(),
    status: z.enum(accreditationStates, m.office_accreditation_error_status()),
    validFrom: day(),
    validTo: day(),
  });

/** What was ticked; a single tick comes as one value and several as a list. */
const ticked = (form: FormData) => form.getAll("covers").map(String);

/** The revision from which an edition is covered stands in a field of its own: editions have points in their number. */
export const revisionField = (edition: string): string => `from-${edition}`;

/** A form as the facts of an accreditation, or everything that is wrong with it, field by field. */
export function readAccreditation(
  form: FormData,
  { editions }: CourseAccreditations,
): { ok: true; facts: AccreditationFacts } | { ok: false; refusal: FormRefusal } {
  const parsed = parseForm(form, formSchema());
  const errors: Record<string, string> = parsed.ok ? {} : parsed.refusal.errors;
  const covered = editions
    .filter(({ edition }) => ticked(form).includes(edition))
    .map(({ edition, revision: highest }) => {
      const typed = String(form.get(revisionField(edition)) ?? "").trim();
      const fromRevision = typed === "" ? 1 : Number(typed);
      if (!Number.isInteger(fromRevision) || fromRevision < 1 || fromRevision > highest)
        errors[revisionField(edition)] = m.office_accreditation_error_revision({ revision: highest });
      return { edition, fromRevision };
    });
  if (parsed.ok) {
    const { status, points, validFrom, validTo } = parsed.value;
    if (status === "granted" && points === NOT_KNOWN && !String(form.get("points")).trim())
      errors.points = m.office_accreditation_error_points_granted();
    if (status === "granted" && validFrom === "") errors.validFrom = m.office_accreditation_error_from();
    if (validFrom !== "" && validTo !== "" && validTo < validFrom) errors.validTo = m.office_accreditation_error_to();
  }
  if (!parsed.ok || Object.keys(errors).length > 0)
    return { ok: false, refusal: { values: { ...typedValues(form), covers: ticked(form).join(" ") }, errors } };
  const { points, validFrom, validTo, ...facts } = parsed.value;
  return {
    ok: true,
    facts: {
      ...facts,
      pointsHundredth: points,
      validFrom: validFrom === "" ? null : startOf(validFrom),
      // Both ends of the window belong to it.
      validTo: validTo === "" ? null : lastDayBefore(endOf(validTo)),
      editionsCovered: covered,
    },
  };
}

/** What the fields hold of an accreditation that is there. */
export function fieldsOf(facts: AccreditationFacts): Record<string, string> {
  return {
    register: facts.register,
    peCourseId: facts.peCourseId ?? "",
    peModuleId: facts.peModuleId ?? "",
    peEditionId: facts.peEditionId ?? "",
    points: facts.pointsHundredth === NOT_KNOWN && facts.status !== "granted" ? "" : typedFrom(facts.pointsHundredth),
    category: facts.category,
    status: facts.status,
    validFrom: facts.validFrom ? amsterdamDate(facts.validFrom) : "",
    validTo: facts.validTo ? amsterdamDate(facts.validTo) : "",
    covers: facts.editionsCovered.map(({ edition }) => edition).join(" "),
    ...Object.fromEntries(facts.editionsCovered.map(({ edition, fromRevision }) => [revisionField(edition), String(fromRevision)])),
  };
}
