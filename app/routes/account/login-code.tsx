import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AskCodeForm } from "#app/features/accounts/ask-code-form.tsx";
import { paths } from "#app/paths.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { titled } from "../page-title.ts";
import { answerCodeAsked } from "./code-asked.server.ts";
import { onward } from "./let-in.server.ts";
import { nextOf } from "./next.server.ts";
import { pendingEmail } from "./pending-cookie.server.ts";
import { verbPaths } from "./verb-paths.ts";

export const meta = titled(m.accounts_code_title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = nextOf(request);
  if (context.viewer) throw redirect(await onward(context.viewer, next, context.now), 303);
  return { next, email: pendingEmail(request, context.now) };
}

export function action(args: ActionFunctionArgs) {
  return answerCodeAsked("sign-in", args, verbPaths.enterLoginCode);
}

export default function LoginCode() {
  const { next, email } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  return (
    <Page title={m.accounts_code_title()} lead={m.accounts_code_lead()} narrow>
      <AskCodeForm next={next} email={email} {...refusal} />
      <p className="accounts-other">
        <TextLink to={paths.login(next)}>{m.accounts_code_back()}</TextLink>
      </p>
    </Page>
  );
}
