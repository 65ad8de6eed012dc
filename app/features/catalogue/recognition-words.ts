import * as m from "#generated/paraglide/messages.js";
import { accreditationInWords } from "./accreditation-words.ts";
import type { CompiledCourse } from "./compiled.ts";
import type { CourseAccreditation } from "./courses.server.ts";

export interface Recognition {
  /** whether it gives points, in a sentence or two */
  standing: string;
  /** each register, as the office recorded it */
  registers: string[];
  /** which registers it was made for; null for none */
  aim: string | null;
}

/** Where points can be had, and where they are only hoped for: by what the office recorded, whatever the course's own files say. */
export function recognitionInWords(
  { kind, registersAimedAt }: Pick<CompiledCourse, "kind" | "registersAimedAt">,
  accreditations: readonly CourseAccreditation[],
): Recognition {
  return {
    standing: standingInWords(kind, accreditations),
    registers: accreditations.map(accreditationInWords),
    aim: registersAimedAt.length > 0 ? m.catalogue_course_accreditation_aim({ registers: registersAimedAt.join(", ") }) : null,
  };
}

function standingInWords(kind: CompiledCourse["kind"], accreditations: readonly CourseAccreditation[]): string {
  const some = (wanted: CourseAccreditation["standing"]) => accreditations.some(({ standing }) => standing === wanted);
  if (some("in-force")) return m.catalogue_recognition_points();
  if (some("requested")) return m.catalogue_recognition_requested({ kind });
  return accreditations.length === 0 ? m.catalogue_recognition_none({ kind }) : m.catalogue_recognition_no_points({ kind });
}
