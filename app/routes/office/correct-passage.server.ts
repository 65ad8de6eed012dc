import type { CorrectionRefusal, CourseFault } from "#app/features/catalogue/corrections.server.ts";
import type { FormRefusal } from "#app/http/forms.server.ts";
import * as m from "#generated/paraglide/messages.js";

export interface PassageRefusal extends FormRefusal {
  /** what the check of publishing found in the corrected text */
  problems: CourseFault[];
}

/** Why a correction was not published. */
export function refusalOf(answer: CorrectionRefusal): Omit<PassageRefusal, "values"> {
  switch (answer.reason) {
    case "empty":
      return { errors: { text: m.office_correct_error_empty() }, problems: [] };
    case "nothing-changed":
      return { errors: { text: m.office_correct_error_same() }, problems: [] };
    case "changed-meanwhile":
      return { errors: { text: m.office_correct_error_meanwhile() }, problems: [] };
    case "passage-gone":
      return { errors: { text: m.office_correct_error_gone() }, problems: [] };
    case "refused":
      return { errors: { text: m.office_correct_error_refused() }, problems: answer.problems };
  }
}
