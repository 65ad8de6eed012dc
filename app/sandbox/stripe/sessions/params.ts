import { z } from "zod";
import { expand, flag, integer, metadata } from "../http/params.ts";

const httpAddress = z
  .string()
  .max(5000)
  .regex(/^https?:\/\//, "Not a valid URL");
const message = z.strictObject({ message: z.string().max(1200) });
const LOCALES = [
  "auto",
  "bg",
  "cs",
  "da",
  "de",
  "el",
  "en",
  "en-GB",
  "es",
  "et",
  "fi",
  "fr",
  "hr",
  "hu",
  "it",
  "lt",
  "lv",
  "nb",
  "nl",
  "pl",
  "pt",
  "ro",
  "sk",
  "sl",
  "sv",
] as const;

const lineItem = z.strictObject({
  price_data: z.strictObject({
    currency: z
      .string()
      .length(3)
      .transform((text) => text.toLowerCase()),
    unit_amount: integer.pipe(z.number().min(0).max(99_999_999)),
    tax_behavior: z.enum(["inclusive", "exclusive", "unspecified"]).optional(),
    product_data: z.strictObject({
      name: z.string().min(1),
      description: z.string().optional(),
      images: z.array(z.string()).max(8).optional(),
      tax_code: z.string().optional(),
      metadata: metadata.optional(),
    }),
  }),
  quantity: integer.pipe(z.number().min(1).max(999_999)),
  adjustable_quantity: z.strictObject({ enabled: z.literal("false") }).optional(),
  metadata: metadata.optional(),
});

/** The parameters of a new session that the sandbox plays; the rest is listed below. */
export const createSession = z.strictObject({
  mode: z.literal("payment"),
  line_items: z.array(lineItem).min(1).max(100),
  success_url: httpAddress,
  cancel_url: httpAddress.optional(),
  adaptive_pricing: z.strictObject({ enabled: flag.optional() }).optional(),
  allow_promotion_codes: flag.optional(),
  allowed_payment_method_types: z.array(z.string()).min(1).optional(),
  excluded_payment_method_types: z.array(z.string()).optional(),
  billing_address_collection: z.enum(["auto", "required"]).optional(),
  client_reference_id: z.string().max(200).optional(),
  consent_collection: z.strictObject({ terms_of_service: z.enum(["none", "required"]).optional() }).optional(),
  currency: z.string().length(3).optional(),
  custom_text: z
    .strictObject({ submit: message.optional(), after_submit: message.optional(), terms_of_service_acceptance: message.optional() })
    .optional(),
  customer: z.string().optional(),
  customer_creation: z.enum(["always", "if_required"]).optional(),
  customer_email: z.email("Invalid email address").max(800).optional(),
  customer_update: z.strictObject({ address: z.enum(["auto", "never"]).optional(), name: z.enum(["auto", "never"]).optional() }).optional(),
  expand: expand.optional(),
  expires_at: integer.optional(),
  automatic_tax: z.strictObject({ enabled: z.literal("false") }).optional(),
  invoice_creation: z.strictObject({ enabled: z.literal("false") }).optional(),
  phone_number_collection: z.strictObject({ enabled: z.literal("false") }).optional(),
  locale: z.enum(LOCALES).optional(),
  metadata: metadata.optional(),
  name_collection: z
    .strictObject({
      business: z.strictObject({ enabled: flag, optional: flag.optional() }).optional(),
      individual: z.strictObject({ enabled: flag, optional: flag.optional() }).optional(),
    })
    .optional(),
  origin_context: z.literal("web").optional(),
  payment_intent_data: z
    .strictObject({
      description: z.string().optional(),
      metadata: metadata.optional(),
      receipt_email: z.string().optional(),
      statement_descriptor_suffix: z.string().max(22).optional(),
      capture_method: z.enum(["automatic", "automatic_async"]).optional(),
    })
    .optional(),
  submit_type: z.enum(["auto", "book", "donate", "pay"]).optional(),
  tax_id_collection: z.strictObject({ enabled: flag, required: z.enum(["if_supported", "never"]).optional() }).optional(),
  ui_mode: z.literal("hosted_page").optional(),
});

export type CreateSession = z.infer<typeof createSession>;

/** Parameters Stripe has and the sandbox answers with 501. */
export const NOT_SIMULATED = [
  "after_expiration",
  "branding_settings",
  "custom_fields",
  "customer_account",
  "discounts",
  "integration_identifier",
  "managed_payments",
  "optional_items",
  "payment_method_collection",
  "payment_method_configuration",
  "payment_method_data",
  "payment_method_options",
  "permissions",
  "redirect_on_completion",
  "return_url",
  "saved_payment_method_options",
  "setup_intent_data",
  "shipping_address_collection",
  "shipping_options",
  "subscription_data",
  "wallet_options",
  "line_items.price",
  "line_items.tax_rates",
  "line_items.price_data.product",
  "line_items.price_data.recurring",
  "line_items.price_data.unit_amount_decimal",
  "line_items.price_data.product_data.unit_label",
  "line_items.price_data.product_data.tax_details",
  "automatic_tax.liability",
  "invoice_creation.invoice_data",
  "consent_collection.promotions",
  "consent_collection.payment_method_reuse_agreement",
  "custom_text.shipping_address",
  "customer_update.shipping",
  "payment_intent_data.application_fee_amount",
  "payment_intent_data.on_behalf_of",
  "payment_intent_data.setup_future_usage",
  "payment_intent_data.shipping",
  "payment_intent_data.statement_descriptor",
  "payment_intent_data.transfer_data",
  "payment_intent_data.transfer_group",
];

/** Values Stripe has and the sandbox does not: parameter → value. */
export const VALUES_NOT_SIMULATED: Record<string, readonly string[]> = {
  mode: ["setup", "subscription"],
  ui_mode: ["embedded_page", "elements", "form"],
  submit_type: ["subscribe"],
  "automatic_tax.enabled": ["true"],
  "invoice_creation.enabled": ["true"],
  "phone_number_collection.enabled": ["true"],
  "payment_intent_data.capture_method": ["manual"],
  "line_items.adjustable_quantity.enabled": ["true"],
};
