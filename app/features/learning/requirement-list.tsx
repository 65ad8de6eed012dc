import type { ReactNode } from "react";
import { paths } from "#app/paths.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { WithTitle } from "#app/ui/with-title.tsx";
import * as m from "#generated/paraglide/messages.js";
import type { Rule } from "./requirements.ts";

interface Spot {
  id: string;
  title: string;
  lessonId: string;
}

interface RequirementListProps {
  slug: string;
  rules: Rule[];
  cases: Spot[];
  /** those not played yet */
  vignettes: Spot[];
  /** false before Begin: nothing leads anywhere yet */
  linked: boolean;
}

/** What the certificate asks: what is there of it, and what is still to do and where. */
export function RequirementList({ slug, rules, cases, vignettes, linked }: RequirementListProps) {
  return (
    <ul className="requirements">
      {rules.map((rule) => (
        <li key={rule.key} className={`signed state-${rule.met ? "done" : "open"}`}>
          <span className="requirement-state">{rule.met ? m.learning_requirement_met() : m.learning_requirement_open()}</span>{" "}
          <span>{rule.met ? wordsWhenMet(rule) : wordsToDo(rule)}</span>
          {linked && !rule.met ? <Where slug={slug} rule={rule} cases={cases} vignettes={vignettes} /> : null}
        </li>
      ))}
    </ul>
  );
}

function wordsWhenMet({ requirement, value, needed }: Rule): string {
  switch (requirement.type) {
    case "lessons-finished":
      return m.learning_rule_lessons({ value, needed });
    case "cases-written":
      return m.learning_rule_cases({ value, needed });
    case "vignettes-played":
      return m.learning_rule_vignettes({ value, needed });
    case "evaluation-given":
      return m.learning_rule_evaluation();
    case "check-passed":
      return m.learning_rule_check({ value });
    case "final-test-passed":
      return m.learning_rule_final({ value });
    default:
      return m.learning_rule_unknown();
  }
}

function wordsToDo({ requirement, value, needed }: Rule): string {
  const left = needed - value;
  switch (requirement.type) {
    case "lessons-finished":
      return value === 0 ? m.learning_todo_lessons_all({ needed }) : m.learning_todo_lessons({ left, needed });
    case "cases-written":
      return value === 0 ? m.learning_todo_cases_all({ needed }) : m.learning_todo_cases({ left, needed });
    case "vignettes-played":
      return value === 0 ? m.learning_todo_vignettes_all({ needed }) : m.learning_todo_vignettes({ left, needed });
    case "evaluation-given":
      return m.learning_todo_evaluation();
    case "check-passed":
      return value === 0 ? m.learning_todo_check({ needed }) : m.learning_todo_check_again({ value, needed });
    case "final-test-passed":
      return value === 0 ? m.learning_todo_final({ needed }) : m.learning_todo_final_again({ value, needed });
    default:
      return m.learning_rule_unknown();
  }
}

/** The way to what is still to do; lessons have theirs in the programme. */
function Where({
  slug,
  rule: { requirement },
  cases,
  vignettes,
}: Pick<RequirementListProps, "slug" | "cases" | "vignettes"> & { rule: Rule }) {
  switch (requirement.type) {
    case "check-passed":
      return <Way to={paths.test(slug, requirement.test)}>{m.learning_to_check()}</Way>;
    case "final-test-passed":
      return <Way to={paths.test(slug, requirement.test)}>{m.learning_to_final()}</Way>;
    case "cases-written":
      return cases
        .filter(({ id }) => requirement.cases.includes(id))
        .map(({ id, title, lessonId }) => (
          <Way key={id} to={paths.lesson(slug, lessonId, id)}>
            <WithTitle say={(name) => m.learning_to_case({ title: name })} title={title} />
          </Way>
        ));
    case "vignettes-played":
      return vignettes
        .filter(({ id }) => requirement.vignettes.includes(id))
        .map(({ id, title, lessonId }) => (
          <Way key={id} to={paths.vignette(slug, lessonId, id)}>
            <WithTitle say={(name) => m.learning_to_vignette({ title: name })} title={title} />
          </Way>
        ));
    case "evaluation-given":
      return <Way to={paths.evaluation(slug)}>{m.learning_to_evaluation()}</Way>;
    default:
      return null;
  }
}

function Way({ to, children }: { to: string; children: ReactNode }) {
  return (
    <span className="requirement-way">
      <TextLink to={to}>{children}</TextLink>
    </span>
  );
}
