import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type AnsweredTest, answeredTests, answersToCount } from "#app/features/assessment/item-report.server.ts";
import { requireOffice } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { formatDateTime } from "#app/platform/i18n/format.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { titled } from "../page-title.ts";

export const meta = titled(m.office_items_title);

export async function loader({ context, request }: LoaderFunctionArgs) {
  requireOffice(context, request);
  const tests = await answeredTests();
  return { tests, uncounted: tests.length === 0 && (await answersToCount()) };
}

/** The tests that have been made, and how many of their questions are worth a look. */
export default function OfficeItems() {
  const { tests, uncounted } = useLoaderData<typeof loader>();
  const [first] = tests;
  return (
    <Page title={m.office_items_title()} lead={m.office_items_lead()}>
      {first ? (
        <p className="hint">{m.office_items_computed({ moment: formatDateTime(first.computedAt, getLocale()) })}</p>
      ) : (
        <Empty title={uncounted ? m.office_items_uncounted() : m.office_items_empty()}>
          <p>{uncounted ? m.office_items_uncounted_text() : m.office_items_empty_text()}</p>
        </Empty>
      )}
      {[...Map.groupBy(tests, (test) => test.courseSlug)].map(([slug, ofCourse]) => (
        <Section key={slug} title={<span lang="nl">{ofCourse[0]?.courseTitle}</span>}>
          <TestsOfCourse tests={ofCourse} />
        </Section>
      ))}
    </Page>
  );
}

function TestsOfCourse({ tests }: { tests: AnsweredTest[] }) {
  return (
    <DataTable
      caption={m.office_items_tests()}
      hideCaption
      columns={[
        { key: "test", label: m.office_items_column_test() },
        { key: "edition", label: m.office_items_column_edition() },
        { key: "judged", label: m.office_items_column_judged() },
        { key: "look", label: m.office_items_column_look(), kind: "number" },
      ]}
      rows={tests.map(({ courseSlug, edition, testId, title, items, judged, worthALook }) => ({
        test: (
          <TextLink to={paths.officeItemsOf(courseSlug, edition, testId)}>
            <span lang="nl">{title}</span>
          </TextLink>
        ),
        edition,
        judged: m.office_items_judged({ judged, items }),
        look: worthALook,
      }))}
    />
  );
}
