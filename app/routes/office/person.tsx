import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { finalTestCases } from "#app/features/assessment/extra-attempt.server.ts";
import { personForOffice } from "#app/features/office/people.server.ts";
import { notFound, requireOffice } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { isUuid } from "#app/platform/ids.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { pageTitle } from "../page-title.ts";
import { ExtraAttemptSection } from "./extra-attempt-section.tsx";
import { Certificates, Enrolments, Letters, Orders } from "./person-sections.tsx";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [pageTitle(data?.person.name ?? m.office_people_title(), matches)];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  requireOffice(context, request);
  const person = isUuid(params.id ?? "") ? await personForOffice(params.id ?? "") : null;
  if (!person) throw notFound();
  return { person, finals: await finalTestCases(person.id, context.now), now: context.now };
}

export default function OfficePerson() {
  const { person, finals, now } = useLoaderData<typeof loader>();
  return (
    <Page
      title={person.name}
      lead={person.email}
      above={<Breadcrumbs items={[{ to: paths.officePeople(), label: m.office_people_title() }]} />}
    >
      <p className="hint">{m.office_privacy_line()}</p>
      <Enrolments person={person} finals={finals} now={now} />
      <ExtraAttemptSection personId={person.id} cases={finals} />
      <Orders person={person} />
      <Certificates person={person} />
      <Letters person={person} />
    </Page>
  );
}
