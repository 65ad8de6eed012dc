import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { SendAgainForm } from "#app/features/accounts/send-again-form.tsx";
import { backToPage } from "#app/http/verb.server.ts";
import { paths } from "#app/paths.ts";
import { answerCodeAsked } from "./code-asked.server.ts";
import { nextOf } from "./next.server.ts";
import { verbPaths } from "./verb-paths.ts";

export function loader({ request }: LoaderFunctionArgs) {
  return backToPage(request, paths.verifyEmail(nextOf(request)));
}

export function action(args: ActionFunctionArgs) {
  return answerCodeAsked("verify-email", args, verbPaths.sentAgain);
}

export default function SendVerificationAgain() {
  const { values = {}, errors } = useActionData<typeof action>() ?? {};
  return <SendAgainForm action={verbPaths.sendVerificationAgain()} next={values.next ?? ""} email={values.email ?? ""} errors={errors} />;
}
