import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AskCodeForm } from "#app/features/accounts/ask-code-form.tsx";
import { paths } from "#app/paths.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { titled } from "../page-title.ts";
import { answerCodeAsked } from "./code-asked.server.ts";
import { nextOf } from "./next.server.ts";
import { pendingEmail } from "./pending-cookie.server.ts";
import { verbPaths } from "./verb-paths.ts";

export const meta = titled(m.accounts_reset_title);

/** Also for who is signed in: a person who always used codes chooses a first password here. */
export function loader({ request, context }: LoaderFunctionArgs) {
  return { next: nextOf(request), email: context.viewer?.email ?? pendingEmail(request, context.now) };
}

export function action(args: ActionFunctionArgs) {
  return answerCodeAsked("reset-password", args, verbPaths.enterResetCode);
}

export default function ResetPassword() {
  const { next, email } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  return (
    <Page title={m.accounts_reset_title()} lead={m.accounts_reset_lead()} narrow>
      <AskCodeForm next={next} email={email} {...refusal} />
      <p className="accounts-other">
        <TextLink to={paths.login(next)}>{m.accounts_code_back()}</TextLink>
      </p>
    </Page>
  );
}
