import * as m from "#generated/paraglide/messages.js";

/** The label of each field, by its place in the provider's details. */
export const providerFields: Record<string, () => string> = {
  tradeName: m.office_provider_tradeName,
  legalName: m.office_provider_legalName,
  kvk: m.office_provider_kvk,
  crkbo: m.office_provider_crkbo,
  vatId: m.office_provider_vatId,
  iban: m.office_provider_iban,
  "address.street": m.office_provider_street,
  "address.postcode": m.office_provider_postcode,
  "address.city": m.office_provider_city,
  "address.country": m.office_provider_country,
  "contact.name": m.office_provider_contact_name,
  "contact.phone": m.office_provider_contact_phone,
  "contact.email": m.office_provider_contact_email,
  "signatory.name": m.office_provider_signatory_name,
  "signatory.role": m.office_provider_signatory_role,
  "note.nl": m.office_provider_note_nl,
  "note.en": m.office_provider_note_en,
  "complaints.nl": m.office_provider_complaints_nl,
  "complaints.en": m.office_provider_complaints_en,
  "dataHandling.nl": m.office_provider_data_handling_nl,
  "dataHandling.en": m.office_provider_data_handling_en,
};
