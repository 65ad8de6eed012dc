import { ButtonLink } from "#app/ui/actions.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";

/** In place of a form for a code that ended after too many tries: the way to a new one. `again` is where that is asked. */
export function CodeEnded({ title, errors, again }: { title: string; errors?: Record<string, string>; again: string }) {
  return (
    <Page title={title} narrow>
      <ErrorSummary errors={errors} />
      <ButtonLink to={again}>{m.accounts_code_again()}</ButtonLink>
    </Page>
  );
}
