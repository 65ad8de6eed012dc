import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { VerifyForm } from "#app/features/certificates/verify-form.tsx";
import { paths } from "#app/paths.ts";
import { normaliseCertificateCode } from "#app/platform/ids.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { titled } from "../page-title.ts";

/** A code typed into the form leads to its page, at its one address; a form sent without one says what it asks. */
export function loader({ request }: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.get("code");
  const code = normaliseCertificateCode((typed ?? "").slice(0, 60));
  if (code) throw redirect(paths.verify(code), 303);
  const errors: Record<string, string> | undefined = typed === null ? undefined : { code: m.certificates_verify_code_missing() };
  return data({ errors }, { status: errors ? 422 : 200 });
}

export const meta = titled(m.certificates_verify_title);

export default function VerifyAnyCertificate() {
  const { errors } = useLoaderData<typeof loader>();
  return (
    <Page title={m.certificates_verify_title()} lead={m.certificates_verify_lead()} narrow>
      <ErrorSummary errors={errors} />
      <VerifyForm action={paths.verifyForm()} error={errors?.code} />
    </Page>
  );
}
