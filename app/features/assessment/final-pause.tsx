import { paths } from "#app/paths.ts";
import { formatDateTime } from "#app/platform/i18n/format.ts";
import { ButtonLink } from "#app/ui/actions.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import type { Standing } from "./standing.ts";

/** In the place of "go to the final test" while no attempt may start: since when or why, and the result to learn from. */
export function FinalPause({ slug, testId, standing }: { slug: string; testId: string; standing: Standing }) {
  return (
    <>
      <p>
        {standing.state === "waiting"
          ? m.assessment_pause_until({ moment: formatDateTime(standing.opensAt, getLocale()) })
          : m.assessment_exhausted()}
      </p>
      <ButtonLink to={paths.test(slug, testId)} variant="quiet">
        {m.assessment_pause_result()}
      </ButtonLink>
    </>
  );
}
