import * as m from "#generated/paraglide/messages.js";
import type { OpenQuestion, SCALE, Statement } from "./evaluation.ts";

export function statementInWords(statement: Statement): string {
  switch (statement) {
    case "useful":
      return m.assessment_evaluation_useful();
    case "clear":
      return m.assessment_evaluation_clear();
    case "level":
      return m.assessment_evaluation_level();
    case "honest":
      return m.assessment_evaluation_honest();
    case "load":
      return m.assessment_evaluation_load();
    case "recommend":
      return m.assessment_evaluation_recommend();
  }
}

export function openQuestionInWords(question: OpenQuestion): string {
  return question === "kept" ? m.assessment_evaluation_kept() : m.assessment_evaluation_better();
}

export function stepInWords(step: (typeof SCALE)[number]): string {
  switch (step) {
    case 1:
      return m.assessment_evaluation_scale_1();
    case 2:
      return m.assessment_evaluation_scale_2();
    case 3:
      return m.assessment_evaluation_scale_3();
    case 4:
      return m.assessment_evaluation_scale_4();
    case 5:
      return m.assessment_evaluation_scale_5();
  }
}
