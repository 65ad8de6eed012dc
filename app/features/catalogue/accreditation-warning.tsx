import { Notice } from "#app/ui/notice.tsx";
import * as m from "#generated/paraglide/messages.js";
import { noPointsInWords } from "./accreditation-words.ts";
import { withoutPoints } from "./accreditations.ts";
import type { CourseAccreditation } from "./courses.server.ts";

/** Said before somebody pays: which registers give no points for this text now, though they did, will, or do for another. */
export function AccreditationWarning({ accreditations }: { accreditations: readonly CourseAccreditation[] }) {
  const without = withoutPoints(accreditations);
  if (without.length === 0) return null;
  return (
    <Notice kind="warning" title={m.catalogue_no_points_title()}>
      {without.map((accreditation) => (
        <p key={accreditation.register}>{noPointsInWords(accreditation)}</p>
      ))}
    </Notice>
  );
}
