import type { finalTestCases } from "#app/features/assessment/extra-attempt.server.ts";
import { formatDateTime } from "#app/platform/i18n/format.ts";
import { Facts } from "#app/ui/facts.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";

type FinalTest = Awaited<ReturnType<typeof finalTestCases>>[number];

/** Where somebody stands with the final test of one enrolment, for who answers the phone: numbers and moments, no question and no answer. */
export function FinalTestFacts({ test }: { test: FinalTest }) {
  return (
    <Facts
      items={[
        { label: m.office_final_attempts(), value: attemptsWords(test) },
        { label: m.office_final_last(), value: lastWords(test) },
        { label: m.office_final_next(), value: nextWords(test) },
        { label: m.office_final_extra(), value: extraWords(test) },
      ]}
    />
  );
}

function attemptsWords({ used, standing }: FinalTest): string {
  if (standing.state === "passed") return m.office_final_used({ used });
  const left = standing.state === "exhausted" ? 0 : standing.left;
  return left === null ? m.office_final_used_unlimited({ used }) : m.office_final_used_left({ used, left });
}

function lastWords({ last }: FinalTest): string {
  if (!last) return m.office_final_last_none();
  const facts = { percent: last.scorePercent, moment: formatDateTime(last.submittedAt, getLocale()) };
  return last.passed ? m.office_final_last_passed(facts) : m.office_final_last_failed(facts);
}

function nextWords({ next }: FinalTest): string {
  switch (next.state) {
    case "passed":
      return m.office_final_next_passed();
    case "exhausted":
      return m.office_final_next_exhausted();
    case "no-access":
      return m.office_final_next_no_access();
    case "not-begun":
      return m.office_final_next_not_begun();
    case "now":
      return m.office_final_next_now();
    case "under-way":
      return m.office_final_next_under_way({ moment: formatDateTime(next.since, getLocale()) });
    case "at":
      return m.office_final_next_at({ moment: formatDateTime(next.opensAt, getLocale()) });
  }
}

function extraWords({ standing }: FinalTest): string {
  if (standing.state === "exhausted") return m.office_final_extra_may();
  return standing.state === "passed" || standing.left === null ? m.office_final_extra_no() : m.office_final_extra_later();
}
