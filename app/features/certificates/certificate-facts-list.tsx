import { Facts } from "#app/ui/facts.tsx";
import * as m from "#generated/paraglide/messages.js";
import { certificateFacts, type FactLine, type FactsWithoutCode, plainLine, resultInWords } from "./certificate-facts.ts";

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
        { label: m.certificates_fact_result(), value: <Result result={facts.result} locale={locale} /> },
        ...certificateFacts(facts, locale).map(({ label, lines }) => ({
          label,
          value: lines.map((line) => <Line key={plainLine(line)} line={line} />),
        })),
        ...(identity ? [{ label: m.certificates_code(), value: <span className="certificate-code">{identity.code}</span> }] : []),
      ]}
    />
  );
}

/** As it stands on paper, so that it can be compared; for who reads English with what it says. */
function Result({ result, locale }: { result: string; locale: "nl" | "en" }) {
  const words = locale === "nl" ? null : resultInWords(result, locale);
  return (
    <>
      <span lang="nl">{result}</span>
      {words ? ` (${words})` : null}
    </>
  );
}

function Line({ line }: { line: FactLine }) {
  return (
    <div>
      {line.map((piece) =>
        typeof piece === "string" ? (
          piece
        ) : (
          <span lang="nl" key={piece.dutch}>
            {piece.dutch}
          </span>
        ),
      )}
    </div>
  );
}
