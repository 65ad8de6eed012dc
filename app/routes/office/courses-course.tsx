import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { officeCourse } from "#app/features/catalogue/editions-for-office.server.ts";
import { notFound, requireOffice } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { env } from "#app/platform/env.server.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { pageTitle } from "../page-title.ts";
import { Edition, Problems } from "./courses-sections.tsx";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  pageTitle(data?.course.title ?? m.office_courses_title(), matches),
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  requireOffice(context, request);
  const course = await officeCourse(params.slug ?? "", context.now);
  if (!course) throw notFound();
  return { course, mode: env().payments.mode, done: new URL(request.url).searchParams.get("done") };
}

const doneWords: Record<string, () => string> = {
  review: m.office_edition_done_review,
  sell: m.office_edition_done_sell,
  withdraw: m.office_edition_done_withdraw,
  retire: m.office_edition_done_retire,
};

export default function OfficeCoursePage() {
  const { course, mode, done } = useLoaderData<typeof loader>();
  const words = done && Object.hasOwn(doneWords, done) ? doneWords[done] : undefined;
  const shown = course.editions.some(({ state }) => state !== "retired");
  return (
    <Page
      title={<span lang="nl">{course.title}</span>}
      above={<Breadcrumbs items={[{ to: paths.officeCourses(), label: m.office_courses_title() }]} />}
    >
      {words ? (
        <Notice kind="success">
          <p>{words()}</p>
        </Notice>
      ) : null}
      {shown ? (
        <ul>
          <li>
            <TextLink to={paths.course(course.slug)}>{m.office_courses_public()}</TextLink>
          </li>
          <li>
            <TextLink to={paths.courseChanges(course.slug)}>{m.office_courses_changes()}</TextLink>
          </li>
        </ul>
      ) : null}
      <Problems problems={course.problems} />
      {course.editions.map((edition) => (
        <Edition key={edition.number} course={course} edition={edition} mode={mode} />
      ))}
    </Page>
  );
}
