import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { wrongLength } from "#app/features/certificates/typed-code.ts";
import { VerifyForm } from "#app/features/certificates/verify-form.tsx";
import { paths } from "#app/paths.ts";
import { normaliseCertificateCode } from "#app/platform/ids.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { titled } from "../page-title.ts";

/** A code typed into the form leads to its page, at its one address; what is no whole code is said to be none, and stays to be mended. */
export function loader({ request }: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.get("code")?.slice(0, 60);
  const code = normaliseCertificateCode(typed ?? "");
  const count = wrongLength(code);
  if (count === null) throw redirect(paths.verify(code), 303);
  const error = code ? m.certificates_verify_code_length({ count }) : m.certificates_verify_code_missing();
  const errors: Record<string, string> | undefined = typed === undefined ? undefined : { code: error };
  return data({ errors, typed }, { status: errors ? 422 : 200 });
}

export const meta = titled(m.certificates_verify_title);

export default function VerifyAnyCertificate() {
  const { errors, typed } = useLoaderData<typeof loader>();
  return (
    <Page title={m.certificates_verify_title()} lead={m.certificates_verify_lead()} narrow>
      <ErrorSummary errors={errors} />
      <VerifyForm action={paths.verifyForm()} code={typed} error={errors?.code} />
    </Page>
  );
}
