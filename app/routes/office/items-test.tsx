import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { itemReport } from "#app/features/assessment/item-report.server.ts";
import { ItemTable } from "#app/features/assessment/item-table.tsx";
import { notFound, requireOffice } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { formatDateTime } from "#app/platform/i18n/format.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { WithTitle } from "#app/ui/with-title.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { pageTitle } from "../page-title.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [pageTitle(data?.report.title ?? m.office_items_title(), matches)];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  requireOffice(context, request);
  const { slug: courseSlug = "", edition = "", testId = "" } = params;
  const report = await itemReport({ courseSlug, edition, testId });
  if (!report) throw notFound();
  return { report, edition };
}

/** One test's blueprint, and how each of its questions did. */
export default function OfficeItemsOfTest() {
  const { report, edition } = useLoaderData<typeof loader>();
  const { computedAt } = report;
  return (
    <Page
      title={<span lang="nl">{report.title}</span>}
      lead={<WithTitle say={(course) => m.office_items_of({ course, edition })} title={report.courseTitle} />}
      above={<Breadcrumbs items={[{ to: paths.officeItems(), label: m.office_items_title() }]} />}
    >
      <p className="hint">
        {computedAt ? m.office_items_computed({ moment: formatDateTime(computedAt, getLocale()) }) : m.office_items_empty_text()}
      </p>
      <p>{m.office_items_reading()}</p>
      <Disclosure summary={m.office_items_reading_more()}>
        <ul>
          <li>{m.office_items_reading_first()}</li>
          <li>{m.office_items_reading_easy()}</li>
          <li>{m.office_items_reading_hard()}</li>
          <li>{m.office_items_reading_flat()}</li>
          <li>{m.office_items_reading_unchosen()}</li>
        </ul>
      </Disclosure>
      {report.outcomes.map(({ id, text, items }) => (
        <Section key={id} title={<span lang="nl">{text}</span>}>
          <ItemTable items={items} />
        </Section>
      ))}
    </Page>
  );
}
