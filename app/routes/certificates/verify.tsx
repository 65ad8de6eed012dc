import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { verifiedCertificate } from "#app/features/certificates/certificates.server.ts";
import { wrongLength } from "#app/features/certificates/typed-code.ts";
import { VerifiedCertificateView, verdictTitle } from "#app/features/certificates/verified-certificate.tsx";
import { VerifyForm } from "#app/features/certificates/verify-form.tsx";
import { paths } from "#app/paths.ts";
import { sha256 } from "#app/platform/crypto.server.ts";
import { formatMinutes } from "#app/platform/i18n/format.ts";
import { normaliseCertificateCode } from "#app/platform/ids.ts";
import { takeToken } from "#app/platform/rate-limit.server.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { pageTitle } from "../page-title.ts";

/** Plenty for an employer with a pile of papers, too few for trying codes. */
const LIMIT = { count: 120, windowSeconds: 600 };
/** The page bears a name: no search engine keeps it. */
const unlisted = { "X-Robots-Tag": "noindex, nofollow" };

/** The table of counters must not become a list of who looks: no address stands in it. */
const blind = (address: string) => sha256(`kring verify client\0${address}`).slice(0, 22);

export async function loader({ context, params }: LoaderFunctionArgs) {
  const typed = (params.code ?? "").slice(0, 60);
  const code = normaliseCertificateCode(typed);
  if (code !== typed) throw redirect(code ? paths.verify(code) : paths.verifyForm(), 302);
  const count = wrongLength(code);
  if (count !== null) return data({ kind: "no-code" as const, code, count }, { status: 404, headers: unlisted });
  const wait = await takeToken(`verify:${blind(context.clientAddress)}`, LIMIT, context.now);
  if (wait !== null)
    return data(
      { kind: "busy" as const, minutes: Math.ceil(wait / 60) },
      { status: 429, headers: { ...unlisted, "Retry-After": String(wait) } },
    );
  const certificate = await verifiedCertificate(code);
  if (!certificate) return data({ kind: "unknown" as const, code }, { status: 404, headers: unlisted });
  return data({ kind: "found" as const, certificate }, { headers: unlisted });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) => [
  pageTitle(
    page?.kind === "found" ? `${m.certificates_heading()} ${page.certificate.printed.code}` : m.certificates_verify_title(),
    matches,
  ),
  { name: "robots", content: "noindex, nofollow" },
];

/** Public: whoever has the code, from paper or by QR, sees whether the paper is true. */
export default function VerifyCertificate() {
  const page = useLoaderData<typeof loader>();
  const locale = getLocale();
  if (page.kind === "busy") {
    return (
      <Page title={m.certificates_verify_busy_title()} narrow>
        <p>{m.certificates_verify_busy_text({ time: formatMinutes(page.minutes, locale) })}</p>
      </Page>
    );
  }
  if (page.kind === "no-code") {
    return (
      <Page title={m.certificates_verify_no_code_title()} lead={m.certificates_verify_code_length({ count: page.count })} narrow>
        <VerifyForm action={paths.verifyForm()} code={page.code} />
      </Page>
    );
  }
  if (page.kind === "unknown") {
    return (
      <Page title={m.certificates_verify_unknown_title()} lead={m.certificates_verify_unknown_text()} narrow>
        <VerifyForm action={paths.verifyForm()} code={page.code} />
      </Page>
    );
  }
  return (
    <Page title={verdictTitle(page.certificate)}>
      <VerifiedCertificateView certificate={page.certificate} locale={locale} />
      <p className="verify-another">
        <TextLink to={paths.verifyForm()}>{m.certificates_verify_another()}</TextLink>
      </p>
    </Page>
  );
}
