import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { lessonToCorrect } from "#app/features/catalogue/corrections.server.ts";
import { isReadable } from "#app/features/catalogue/passages.ts";
import { notFound, requireOffice } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { pageTitle } from "../page-title.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [pageTitle(data?.lessonTitle ?? "", matches)];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  requireOffice(context, request);
  const { slug = "", edition = "", lessonId = "" } = params;
  const lesson = await lessonToCorrect(slug, edition, lessonId);
  if (!lesson) throw notFound();
  const { lessonTitle, revision, passages } = lesson;
  return {
    slug,
    edition,
    lessonId,
    lessonTitle,
    revision,
    passages: passages.filter(isReadable).map(({ index, text }) => ({ index, text })),
  };
}

export default function LessonToCorrect() {
  const { slug, edition, lessonId, lessonTitle, revision, passages } = useLoaderData<typeof loader>();
  return (
    <Page
      title={<span lang="nl">{lessonTitle}</span>}
      eyebrow={m.office_corrections_edition({ edition, revision })}
      lead={m.office_correct_lesson_lead()}
      above={<Breadcrumbs items={[{ to: paths.officeCorrections(), label: m.office_corrections_title() }]} />}
    >
      <ol className="passages">
        {passages.map(({ index, text }, place) => (
          <li key={index} id={`passage-${index}`}>
            <p className="passage-source" lang="nl">
              {text}
            </p>
            <p>
              <TextLink to={paths.officeCorrectPassage(slug, edition, lessonId, index)}>
                {m.office_correct_this()} <span className="visually-hidden">{m.office_correct_this_which({ number: place + 1 })}</span>
              </TextLink>
            </p>
          </li>
        ))}
      </ol>
    </Page>
  );
}
