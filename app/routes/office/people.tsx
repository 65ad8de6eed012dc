import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listPeople } from "#app/features/office/people.server.ts";
import { requireOffice } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { formatDate } from "#app/platform/i18n/format.ts";
import { isUuid } from "#app/platform/ids.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { SearchForm } from "#app/ui/search-form.tsx";
import { DataTable } from "#app/ui/table.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { titled } from "../page-title.ts";

export const meta = titled(m.office_people_title);

export async function loader({ context, request }: LoaderFunctionArgs) {
  requireOffice(context, request);
  const url = new URL(request.url);
  const search = (url.searchParams.get("q") ?? "").trim().slice(0, 100);
  const before = url.searchParams.get("before");
  return { search, further: before !== null, ...(await listPeople(search, before && isUuid(before) ? before : null)) };
}

export default function People() {
  const { people, next, further, search } = useLoaderData<typeof loader>();
  const locale = getLocale();
  const found = (before?: string) =>
    `${paths.officePeople()}?${new URLSearchParams({ ...(search ? { q: search } : {}), ...(before ? { before } : {}) })}`;
  return (
    <Page title={m.office_people_title()}>
      <SearchForm label={m.office_people_search()} name="q" value={search} button={m.office_people_search_button()} />
      {people.length === 0 ? (
        <Empty
          title={m.office_people_empty()}
          action={search ? <TextLink to={paths.officePeople()}>{m.office_people_everyone()}</TextLink> : null}
        >
          {search ? <p>{m.office_people_empty_text()}</p> : null}
        </Empty>
      ) : (
        <DataTable
          caption={m.office_people_caption()}
          columns={[
            { key: "name", label: m.office_column_name() },
            { key: "email", label: m.office_column_email() },
            { key: "since", label: m.office_column_since(), kind: "date" },
            { key: "enrolments", label: m.office_column_enrolments(), kind: "number" },
          ]}
          rows={people.map((person) => ({
            // Fifty of them: a plain link costs the server a good deal less.
            name: (
              <TextLink to={paths.officePerson(person.id)} reload>
                {person.name}
              </TextLink>
            ),
            email: person.emailVerifiedAt ? (
              person.email
            ) : (
              <span>
                {person.email} <Badge tone="waiting">{m.office_unverified()}</Badge>
              </span>
            ),
            since: formatDate(person.createdAt, locale),
            enrolments: person.enrolments,
          }))}
        />
      )}
      <Pagination
        first={further ? { to: found(), label: m.office_people_first() } : null}
        next={next ? { to: found(next), label: m.office_people_more() } : null}
      />
    </Page>
  );
}
