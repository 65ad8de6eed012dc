import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { attention, editionStateWords } from "#app/features/catalogue/edition-words.ts";
import { type OfficeCourse, officeCourses } from "#app/features/catalogue/editions-for-office.server.ts";
import { requireOffice } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import * as m from "#generated/paraglide/messages.js";
import { titled } from "../page-title.ts";
import { stateTone } from "./courses-sections.tsx";

export const meta = titled(m.office_courses_title);

export async function loader({ context, request }: LoaderFunctionArgs) {
  requireOffice(context, request);
  return { courses: await officeCourses(context.now) };
}

export default function OfficeCourses() {
  const { courses } = useLoaderData<typeof loader>();
  return (
    <Page title={m.office_courses_title()} lead={m.office_courses_lead()}>
      {courses.length === 0 ? (
        <Empty title={m.office_courses_empty()}>
          <p>{m.office_course_remedy()}</p>
        </Empty>
      ) : null}
      {courses.map((course) => (
        <Section
          key={course.slug}
          title={
            <TextLink to={paths.officeCourse(course.slug)}>
              <span lang="nl">{course.title}</span>
            </TextLink>
          }
        >
          {course.problems.length > 0 ? (
            <p>
              <Badge tone="bad">{m.office_courses_problems({ count: course.problems.length })}</Badge>
            </p>
          ) : null}
          {course.editions.length > 0 ? <Editions course={course} /> : <p>{m.office_courses_unpublished()}</p>}
        </Section>
      ))}
    </Page>
  );
}

function Editions({ course }: { course: OfficeCourse }) {
  return (
    <DataTable
      caption={m.office_courses_editions({ title: course.title })}
      hideCaption
      columns={[
        { key: "edition", label: m.office_column_edition() },
        { key: "state", label: m.office_column_state() },
        { key: "revision", label: m.office_column_revision(), kind: "number" },
        { key: "enrolled", label: m.office_edition_enrolled(), kind: "number" },
        { key: "attention", label: m.office_column_attention() },
      ]}
      rows={course.editions.map((edition) => ({
        edition: edition.number,
        state: <Badge tone={stateTone(edition.state)}>{editionStateWords(edition.state)}</Badge>,
        revision: edition.revisions[0]?.revision ?? "–",
        enrolled: edition.enrolled,
        attention: attention(edition, course.priced).join("; ") || "–",
      }))}
    />
  );
}
