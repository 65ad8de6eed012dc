import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { CertificateCard } from "#app/features/certificates/certificate-card.tsx";
import { certificatesOf, coursesToConfirm } from "#app/features/certificates/certificates.server.ts";
import { requireViewer } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "#app/ui/actions.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { WithTitle } from "#app/ui/with-title.tsx";
import * as m from "#generated/paraglide/messages.js";
import { titled } from "../page-title.ts";

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const [certificates, toConfirm] = await Promise.all([certificatesOf(viewer.id, context.now), coursesToConfirm(viewer.id)]);
  return { certificates, toConfirm };
}

export const meta = titled(m.certificates_list_title);

const LOOK_AGAIN = 2000;

/** Looks again while a file is being made; without JavaScript there is a link that does. */
function useLookAgain(waiting: boolean) {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(revalidate, LOOK_AGAIN);
    return () => clearInterval(timer);
  }, [waiting, revalidate]);
}

export default function Certificates() {
  const { certificates, toConfirm } = useLoaderData<typeof loader>();
  useLookAgain(certificates.some((certificate) => certificate.file === "being-made"));
  return (
    <Page title={m.certificates_list_title()}>
      {toConfirm.map((course) => (
        <Notice
          key={course.slug}
          title={<WithTitle say={(title) => m.certificates_list_waiting({ course: title })} title={course.title} />}
        >
          <p>{m.certificates_list_waiting_text()}</p>
          <ButtonLink to={paths.certificateName(course.slug)}>{m.certificates_list_waiting_button()}</ButtonLink>
        </Notice>
      ))}
      {certificates.length === 0 && toConfirm.length === 0 ? (
        <Empty title={m.certificates_list_empty()} action={<ButtonLink to={paths.learn()}>{m.certificates_list_to_learn()}</ButtonLink>}>
          <p>{m.certificates_list_empty_text()}</p>
        </Empty>
      ) : null}
      {certificates.length > 0 ? (
        <ul className="card-stack">
          {certificates.map((certificate) => (
            <li key={certificate.code}>
              <CertificateCard certificate={certificate} />
            </li>
          ))}
        </ul>
      ) : null}
    </Page>
  );
}
