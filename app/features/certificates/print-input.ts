import * as m from "#generated/paraglide/messages.js";
import { certificateFacts, type FactKey, forCompleting, plainLine, practiceMark } from "./certificate-facts.ts";
import type { PrintedFacts } from "./snapshot.ts";

/** What certificate.typ reads from sys.inputs.data: finished words, no rules. */
export interface PrintInput {
  title: string;
  provider: string;
  /** null on a real one */
  mark: string | null;
  "mark-word": string;
  heading: string;
  "awarded-to": string;
  name: string;
  "for-completing": string;
  course: string;
  result: string;
  facts: { label: string; value: string; strong: boolean }[];
  "signatory-name": string;
  "signatory-role": string;
  "verify-text": string;
  "verify-url": string;
  "code-label": string;
  code: string;
  "qr-alt": string;
}

const strong: readonly FactKey[] = ["completed", "load"];
/** The paper is Dutch, like the course. */
const paper = { locale: "nl" } as const;

/** A certificate's words for the paper, from its frozen facts alone. */
export function printInput(printed: PrintedFacts): PrintInput {
  return {
    title: m.certificates_document_title({ course: printed.course.title }, paper),
    provider: printed.provider.name,
    mark: practiceMark(printed.mode, "nl"),
    "mark-word": m.certificates_practice_word({}, paper),
    heading: m.certificates_heading({}, paper),
    "awarded-to": m.certificates_awarded_to({}, paper),
    name: printed.name,
    "for-completing": forCompleting(printed.course.kind, "nl"),
    course: printed.course.title,
    result: printed.result,
    // the signatory stands at the foot
    facts: certificateFacts(printed, "nl")
      .filter(({ key }) => key !== "signatory")
      .map(({ key, label, lines }) => ({ label, value: lines.map(plainLine).join("\n"), strong: strong.includes(key) })),
    "signatory-name": printed.signatory.name,
    "signatory-role": printed.signatory.role,
    "verify-text": m.certificates_verify_text({}, paper),
    "verify-url": printed.verifyUrl,
    "code-label": m.certificates_code({}, paper),
    code: printed.code,
    "qr-alt": m.certificates_qr_alt({ url: printed.verifyUrl }, paper),
  };
}
