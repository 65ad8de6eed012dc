import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { listPeople } from "#app/features/office/people.server.ts";
import { requireOffice } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { formatDate } from "#app/platform/i18n/format.ts";
import { isUuid } from "#app/platform/ids.ts";
import { Button, TextLink } from "#app/ui/actions.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { withSiteName } from "../marketing/page-meta.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: withSiteName(m.office_people_title(), matches) }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  requireOffice(context, request);
  const url = new URL(request.url);
  const search = (url.searchParams.get("q") ?? "").trim().slice(0, 100);
  const before = url.searchParams.get("before");
  return { search, ...(await listPeople(search, before && isUuid(before) ? before : null)) };
}

export default function People() {
  const { people, next, search } = useLoaderData<typeof loader>();
  const locale = getLocale();
  return (
    <Page title={m.office_people_title()}>
      <Form method="get" role="search" className="search-form">
        <TextField label={m.office_people_search()} name="q" type="search" defaultValue={search} />
        <Button variant="quiet">{m.office_people_search_button()}</Button>
      </Form>
      {people.length === 0 ? (
        <Empty title={m.office_people_empty()} />
      ) : (
        <DataTable
          caption={m.office_people_caption()}
          columns={[
            { key: "name", label: m.office_column_name() },
            { key: "email", label: m.office_column_email() },
            { key: "since", label: m.office_column_since() },
            { key: "enrolments", label: m.office_column_enrolments() },
          ]}
          rows={people.map((person) => ({
            name: <TextLink to={paths.officePerson(person.id)}>{person.name}</TextLink>,
            email: person.emailVerifiedAt ? person.email : `${person.email} (${m.office_unverified()})`,
            since: formatDate(person.createdAt, locale),
            enrolments: person._count.enrolments,
          }))}
        />
      )}
      {next ? <TextLink to={`?${new URLSearchParams({ q: search, before: next })}`}>{m.office_people_more()}</TextLink> : null}
    </Page>
  );
}
