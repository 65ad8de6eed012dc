import { Facts } from "#app/ui/facts.tsx";
import * as m from "#generated/paraglide/messages.js";
import { certificateFacts, type FactsWithoutCode } from "./certificate-facts.ts";

/**
 * The facts as they stand on paper: for checking before the issue, and for comparing afterwards. With `identity` also the
 * name and the code, which are not known before.
 */
export function CertificateFactsList({
  facts,
  identity,
  locale,
}: {
  facts: FactsWithoutCode;
  identity?: { name: string; code: string };
  locale: "nl" | "en";
}) {
  const kind = facts.course.kind === "masterclass" ? m.certificates_kind_masterclass() : m.certificates_kind_module();
  return (
    <Facts
      items={[
        ...(identity ? [{ label: m.certificates_fact_name(), value: <strong dir="auto">{identity.name}</strong> }] : []),
        { label: m.certificates_fact_course(), value: <span lang="nl">{facts.course.title}</span> },
        { label: m.certificates_fact_kind(), value: kind },
        { label: m.certificates_fact_result(), value: <span lang="nl">{facts.result}</span> },
        ...certificateFacts(facts, locale).map(({ label, lines }) => ({ label, value: lines.map((line) => <div key={line}>{line}</div>) })),
        ...(identity ? [{ label: m.certificates_code(), value: <span className="certificate-code">{identity.code}</span> }] : []),
      ]}
    />
  );
}
