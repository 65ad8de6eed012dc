import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import type { CompiledCourse } from "./compiled.ts";

/** For whom it was made and what they bring; and, as plainly, who had better not buy it. `points`: it gives points now. */
export function Audience({ course, points }: { course: Pick<CompiledCourse, "audience" | "entryLevel">; points: boolean }) {
  const own = getLocale();
  return (
    <dl className="questions" lang="nl">
      <dt lang={own}>{m.catalogue_course_audience()}</dt>
      <dd>{course.audience}</dd>
      <dt lang={own}>{m.catalogue_course_entry()}</dt>
      <dd>{course.entryLevel}</dd>
      <dt lang={own}>{m.catalogue_course_not_for()}</dt>
      <dd lang={own}>
        {m.catalogue_course_not_for_help()} <a href="#hulplijnen">{m.catalogue_course_not_for_help_link()}</a>
      </dd>
      {points ? null : <dd lang={own}>{m.catalogue_course_not_for_points()}</dd>}
    </dl>
  );
}
