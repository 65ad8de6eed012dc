import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackMatter } from "#app/features/catalogue/back-matter.tsx";
import { coursePage, previewLesson, referencesOf } from "#app/features/catalogue/courses.server.ts";
import { LessonBlocks } from "#app/features/catalogue/lesson-blocks.tsx";
import { figureNames, withoutDiscussions } from "#app/features/catalogue/lesson-parts.ts";
import { OrderActions, OrderSentence } from "#app/features/catalogue/order-course.tsx";
import { helpLines, provider } from "#app/features/catalogue/provider.server.ts";
import { SafetyBlock } from "#app/features/catalogue/safety-block.tsx";
import { notFound } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { env } from "#app/platform/env.server.ts";
import { formatMinutes } from "#app/platform/i18n/format.ts";
import { ButtonLink, TextLink } from "#app/ui/actions.tsx";
import { drawFigures } from "#app/ui/figures/drawings.server.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { courseImage } from "../marketing/og-meta.server.ts";
import { pageMeta } from "../marketing/page-meta.ts";
import { saleFor } from "./sale.server.ts";
import { slugOf } from "./slug.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const slug = slugOf(params.slug);
  const [found, page] = await Promise.all([previewLesson(slug, slugOf(params.lessonId)), coursePage(slug, context.now)]);
  if (!found || !page) throw notFound();
  const [seller, lines, sale] = await Promise.all([provider(), helpLines(), saleFor(page, context)]);
  const { course, lesson } = found;
  const url = `${env().origin}${paths.preview(course.slug, lesson.id)}`;
  return {
    lesson: withoutDiscussions(lesson),
    drawings: drawFigures(figureNames(lesson)),
    sources: referencesOf(course, lesson.cited),
    course: {
      slug: course.slug,
      kind: course.kind,
      title: course.title,
      lessons: course.modules.reduce((count, module) => count + module.lessons.length, 0),
    },
    sale,
    helpLines: lines,
    meta: pageMeta({
      title: lesson.title,
      description: lesson.summary,
      url,
      siteName: seller.tradeName,
      locale: context.locale,
      image: courseImage(course, seller),
    }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? [];

export default function Preview() {
  const { lesson, drawings, sources, course, sale, helpLines } = useLoaderData<typeof loader>();
  const references = Object.fromEntries(sources.map((source) => [source.key, source]));
  const headed = lesson.steps.filter((step) => step.title !== "");
  return (
    <Page
      eyebrow={
        <TextLink to={paths.course(course.slug)}>
          {m.catalogue_preview_eyebrow()} <span lang="nl">{course.title}</span>
        </TextLink>
      }
      title={<span lang="nl">{lesson.title}</span>}
      lead={<span lang="nl">{lesson.summary}</span>}
    >
      <p>{m.catalogue_minutes_reading({ minutes: formatMinutes(lesson.minutes.reading, getLocale()) })}</p>
      <Notice>
        <p>{m.catalogue_preview_note()}</p>
      </Notice>
      {getLocale() === "en" ? <p>{m.catalogue_in_dutch()}</p> : null}
      <nav aria-label={m.catalogue_preview_steps()}>
        <ol className="lesson-steps" lang="nl">
          {headed.map((step) => (
            <li key={step.id}>
              <a href={`#${step.id}`}>{step.title}</a>
            </li>
          ))}
        </ol>
        <p>
          <a href="#hulplijnen">{m.catalogue_safety_all()}</a>
        </p>
      </nav>
      {lesson.steps.map((step) => (
        <section className="lesson-step" id={step.id} key={step.id}>
          {step.title ? <h2 lang="nl">{step.title}</h2> : null}
          <LessonBlocks
            blocks={step.blocks}
            references={references}
            drawings={drawings}
            mediaPath={(name) => paths.previewMedia(course.slug, lesson.id, name)}
            renderVignette={({ minutes }) => <p>{m.catalogue_vignette_preview({ minutes: formatMinutes(minutes, getLocale()) })}</p>}
          />
        </section>
      ))}
      <BackMatter slug={course.slug} lesson={lesson} references={sources} />
      <Section title={m.catalogue_preview_next()}>
        <p>{m.catalogue_preview_next_text({ kind: course.kind, count: course.lessons })}</p>
        <OrderSentence sale={sale} />
        <OrderActions sale={sale}>
          <ButtonLink to={paths.course(course.slug)} variant="quiet">
            {m.catalogue_preview_to_course({ kind: course.kind })}
          </ButtonLink>
        </OrderActions>
      </Section>
      <SafetyBlock helpLines={helpLines} />
    </Page>
  );
}
