import { z } from "zod";
import { isoDate } from "./compile/iso-date.ts";

/** The door for courses/provider.yaml and courses/help-lines.yaml, and the shapes they are kept in. */
const text = z.string().trim().min(1);
const bilingual = z.strictObject({ nl: text, en: text });

const firstOfferSchema = z.strictObject({
  course: text,
  /** VAT included */
  amountCents: z.int().min(0),
  currency: z.literal("EUR"),
  vat: z.enum(["standard_21", "exempt_education"]),
  validFrom: isoDate,
  validTo: isoDate.optional(),
  minimumQuantity: z.int().min(1).default(1),
});

const firstAccreditationSchema = z.strictObject({
  course: text,
  register: text,
  peCourseId: text.optional(),
  points: z.number().min(0),
  category: text.default(""),
  status: z.enum(["requested", "granted", "refused", "lapsed"]),
  validFrom: isoDate.optional(),
  validTo: isoDate.optional(),
  editionsCovered: z.array(text).default([]),
});

/** Who sells, as pages, orders and certificates copy it. */
export const providerDetailsSchema = z.strictObject({
  tradeName: text,
  legalName: text,
  address: z.strictObject({ street: text, postcode: text, city: text, country: text }),
  kvk: text,
  crkbo: z.boolean(),
  vatId: text.nullable().default(null),
  iban: text.nullable().default(null),
  contact: z.strictObject({ name: text, phone: text, email: z.email() }),
  signatory: z.strictObject({ name: text, role: text }),
  note: bilingual.nullable().default(null),
  complaints: bilingual,
  /** where the site's data is kept and by whom, who sends its mail, and what an employer is offered about it; providers from before have none */
  dataHandling: bilingual.nullish(),
});

/** The provider's logo as it is kept; the file itself stands behind platform/files. */
export interface StoredLogo {
  fileId: string;
  sha256: string;
  mediaType: "image/svg+xml" | "image/png";
}

/** What its address carries: it changes with the file. */
export const logoVersion = ({ sha256 }: StoredLogo): string => sha256.slice(0, 16);

/** The same for pages and letters. */
export interface ProviderLogo {
  /** on this site */
  path: string;
  /** with origin */
  url: string;
  mediaType: StoredLogo["mediaType"];
}

export type ProviderDetails = z.infer<typeof providerDetailsSchema>;
export type Provider = ProviderDetails & { logo?: ProviderLogo | null };

export const providerFileSchema = providerDetailsSchema.extend({
  /** a file beside provider.yaml: logo-file.ts */
  logo: text.optional(),
  offers: z.array(firstOfferSchema).default([]),
  accreditations: z.array(firstAccreditationSchema).default([]),
});
export type ProviderFile = z.infer<typeof providerFileSchema>;
export type FirstOffer = z.infer<typeof firstOfferSchema>;
export type FirstAccreditation = z.infer<typeof firstAccreditationSchema>;

export const helpLineSchema = z.strictObject({
  id: text,
  country: z.enum(["NL", "BE"]),
  name: text,
  for: text,
  phone: text,
  url: z
    .string()
    .regex(/^https:\/\//, "een adres begint met https://")
    .optional(),
  hours: text.optional(),
  checkedOn: isoDate.optional(),
  basis: z.enum(["seen", "to-recheck"]),
});

export const helpLinesSchema = z.strictObject({ note: bilingual, lines: z.array(helpLineSchema).min(1) });
export type HelpLines = z.infer<typeof helpLinesSchema>;
export type HelpLine = HelpLines["lines"][number];
