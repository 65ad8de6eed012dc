import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { VerifyForm } from "#app/features/certificates/verify-form.tsx";
import { paths } from "#app/paths.ts";
import { normaliseCertificateCode } from "#app/platform/ids.ts";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { titled } from "../page-title.ts";

const verifyFormPath = paths.verify("").replace(/\/$/, "");

/** A code typed into the form leads to its page, at its one address. */
export function loader({ request }: LoaderFunctionArgs) {
  const code = normaliseCertificateCode((new URL(request.url).searchParams.get("code") ?? "").slice(0, 60));
  if (code) throw redirect(paths.verify(code), 303);
  return null;
}

export const meta = titled(m.certificates_verify_title);

export default function VerifyAnyCertificate() {
  return (
    <Page title={m.certificates_verify_title()} lead={m.certificates_verify_lead()} narrow>
      <VerifyForm action={verifyFormPath} />
    </Page>
  );
}
