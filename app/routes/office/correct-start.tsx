import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type CorrectableEdition, correctableEditions } from "#app/features/catalogue/corrections-for-office.server.ts";
import { registerNotices } from "#app/features/catalogue/register-notices.server.ts";
import { requireOffice } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { titled } from "../page-title.ts";

export const meta = titled(m.office_corrections_title);

export async function loader({ context, request }: LoaderFunctionArgs) {
  requireOffice(context, request);
  const [editions, notices] = await Promise.all([correctableEditions(), registerNotices(context.now)]);
  return { editions, toReport: notices.filter(({ reportedOn }) => reportedOn === null) };
}

export default function OfficeCorrections() {
  const { editions, toReport } = useLoaderData<typeof loader>();
  return (
    <Page title={m.office_corrections_title()} lead={m.office_corrections_lead()}>
      {toReport.length > 0 ? (
        <Notice kind="warning" title={m.office_corrections_report()}>
          <ul>
            {toReport.map(({ revisionId, accreditationId, courseSlug, edition, revision, register, reason }) => (
              <li key={`${revisionId} ${accreditationId}`}>
                <TextLink to={paths.officeRevision(courseSlug, edition, revision)}>
                  {m.office_corrections_report_line({ register, edition, revision })}
                </TextLink>{" "}
                <span lang="nl">{reason}</span>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {editions.length === 0 ? (
        <Empty title={m.office_corrections_empty()}>
          <p>{m.office_course_remedy()}</p>
        </Empty>
      ) : null}
      {editions.map((edition) => (
        <Section
          key={`${edition.slug} ${edition.edition}`}
          // An included module's link leads to the newest edition of its course.
          id={editions.find(({ slug }) => slug === edition.slug) === edition ? edition.slug : undefined}
          title={
            <>
              <span lang="nl">{edition.title}</span>, {m.office_corrections_edition(edition)}
            </>
          }
        >
          <Modules edition={edition} />
        </Section>
      ))}
    </Page>
  );
}

function Modules({ edition: { slug, edition, modules } }: { edition: CorrectableEdition }) {
  return modules.map(({ title, from, lessons }) => (
    <div key={title}>
      <h3 lang="nl">{title}</h3>
      {from ? (
        <p>
          {m.office_corrections_from()} <a href={`#${from.slug}`}>{m.office_corrections_from_link({ title: from.title })}</a>
        </p>
      ) : (
        <ol className="text-list">
          {lessons.map((lesson) => (
            <li key={lesson.id}>
              <TextLink to={paths.officeCorrectLesson(slug, edition, lesson.id)}>
                <span lang="nl">{lesson.title}</span>
              </TextLink>
            </li>
          ))}
        </ol>
      )}
    </div>
  ));
}
