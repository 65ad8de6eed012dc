import { paths } from "#app/paths.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { WithTitle } from "#app/ui/with-title.tsx";
import * as m from "#generated/paraglide/messages.js";
import type { Rule } from "./requirements.ts";

interface RequirementListProps {
  slug: string;
  rules: Rule[];
  cases: { id: string; title: string; lessonId: string }[];
  /** false before Begin: nothing leads anywhere yet */
  linked: boolean;
}

/** What the certificate asks, what is there of it, and where to do the rest. */
export function RequirementList({ slug, rules, cases, linked }: RequirementListProps) {
  return (
    <ul className="requirements">
      {rules.map((rule) => (
        <li key={rule.key} className={`signed state-${rule.met ? "done" : "open"}`}>
          <span className="requirement-state">{rule.met ? m.learning_requirement_met() : m.learning_requirement_open()}</span>{" "}
          <span>{words(rule)}</span> {linked && !rule.met ? <Where slug={slug} rule={rule} cases={cases} /> : null}
        </li>
      ))}
    </ul>
  );
}

function words({ requirement, value, needed }: Rule): string {
  switch (requirement.type) {
    case "lessons-finished":
      return m.learning_rule_lessons({ value, needed });
    case "cases-written":
      return m.learning_rule_cases({ value, needed });
    case "check-passed":
      return value === 0 ? m.learning_rule_check_new({ needed }) : m.learning_rule_check({ value, needed });
    case "final-test-passed":
      return value === 0 ? m.learning_rule_final_new({ needed }) : m.learning_rule_final({ value, needed });
    default:
      return m.learning_rule_unknown();
  }
}

function Where({ slug, rule: { requirement }, cases }: { slug: string; rule: Rule; cases: RequirementListProps["cases"] }) {
  if (requirement.type === "check-passed") return <TextLink to={paths.test(slug, requirement.test)}>{m.learning_to_check()}</TextLink>;
  if (requirement.type === "final-test-passed") return <TextLink to={paths.test(slug, requirement.test)}>{m.learning_to_final()}</TextLink>;
  if (requirement.type !== "cases-written") return null;
  return cases
    .filter(({ id }) => requirement.cases.includes(id))
    .map(({ id, title, lessonId }) => (
      <TextLink key={id} to={paths.lesson(slug, lessonId, id)}>
        <WithTitle say={(name) => m.learning_to_case({ title: name })} title={title} />
      </TextLink>
    ));
}
