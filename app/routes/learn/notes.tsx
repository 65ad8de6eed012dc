import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ownTexts } from "#app/features/learning/own-texts.server.ts";
import { OwnTextsList } from "#app/features/learning/own-texts-list.tsx";
import { paths } from "#app/paths.ts";
import { ButtonLink, TextLink } from "#app/ui/actions.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { pageTitle } from "../page-title.ts";
import { atOwnWords } from "./enter.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  pageTitle([m.learning_texts_title(), data?.courseTitle].filter(Boolean).join(": "), matches),
];

export async function loader(args: LoaderFunctionArgs) {
  const { learner, slug, open } = await atOwnWords(args);
  return { slug, open, ...(await ownTexts(learner)) };
}

/** Everything the learner wrote in this course: notes, reflections and cases, in reading order. */
export default function Notes() {
  const { slug, open, courseTitle, lessons, elsewhere } = useLoaderData<typeof loader>();
  const empty = lessons.length === 0 && elsewhere.length === 0;
  return (
    <Page
      title={m.learning_texts_title()}
      lead={m.learning_texts_lead()}
      eyebrow={
        <TextLink to={paths.learnCourse(slug)}>
          <span lang="nl">{courseTitle}</span>
        </TextLink>
      }
    >
      {empty ? (
        <Empty
          title={m.learning_texts_empty()}
          action={open ? <ButtonLink to={paths.learnCourse(slug)}>{m.learning_to_course_home()}</ButtonLink> : null}
        >
          {open ? <p>{m.learning_texts_empty_text()}</p> : null}
        </Empty>
      ) : (
        <>
          <div className="own-texts-tools">
            <ButtonLink to={paths.learnNotesFile(slug)} variant="quiet" reload>
              {m.learning_texts_download()}
            </ButtonLink>
          </div>
          <OwnTextsList slug={slug} linked={open} lessons={lessons} elsewhere={elsewhere} />
        </>
      )}
    </Page>
  );
}
