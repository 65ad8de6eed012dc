import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Audience } from "#app/features/catalogue/course-audience.tsx";
import { AccreditationList, CertificateExplained } from "#app/features/catalogue/course-certificate.tsx";
import { CourseContents } from "#app/features/catalogue/course-contents.tsx";
import { courseData, scriptText } from "#app/features/catalogue/course-data.ts";
import { Makers, ReadingList } from "#app/features/catalogue/course-makers.tsx";
import { CoursePanel } from "#app/features/catalogue/course-panel.tsx";
import { Practical } from "#app/features/catalogue/course-practical.tsx";
import { Programme, StudyLoadTable } from "#app/features/catalogue/course-programme.tsx";
import { kindWord } from "#app/features/catalogue/course-words.ts";
import { coursePage, isForSale, lessonAims, testDefinition } from "#app/features/catalogue/courses.server.ts";
import { ForOrganisations } from "#app/features/catalogue/for-organisations.tsx";
import { JsonLd } from "#app/features/catalogue/json-ld.tsx";
import { breakable } from "#app/features/catalogue/long-words.ts";
import { modulesApart } from "#app/features/catalogue/modules-apart.server.ts";
import { needsInWords, unwatchedInWords } from "#app/features/catalogue/need-words.ts";
import { OrderActions, OrderSentence, PreviewButton } from "#app/features/catalogue/order-course.tsx";
import { outcomeGroups } from "#app/features/catalogue/outcome-groups.ts";
import { priceSentence } from "#app/features/catalogue/price-sentence.ts";
import { helpLines, provider } from "#app/features/catalogue/provider.server.ts";
import { recognitionInWords } from "#app/features/catalogue/recognition-words.ts";
import { reviewInWords } from "#app/features/catalogue/review-words.ts";
import { SafetyBlock } from "#app/features/catalogue/safety-block.tsx";
import { notFound } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { env } from "#app/platform/env.server.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { Section } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { courseImage } from "../marketing/og-meta.server.ts";
import { pageMeta } from "../marketing/page-meta.ts";
import { saleFor } from "./sale.server.ts";
import { slugOf } from "./slug.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const page = await coursePage(slugOf(params.slug), context.now);
  if (!page) throw notFound();
  const checks = page.course.modules.flatMap((module) => module.check ?? []);
  const { origin, payments } = env();
  const [seller, lines, sale, definitions, aims, apart] = await Promise.all([
    provider(),
    helpLines(),
    saleFor(page, context),
    Promise.all(checks.map((id) => testDefinition(page.revisionId, id))),
    lessonAims(page.revisionId),
    modulesApart(page.course, payments.mode, context.now),
  ]);
  const checkQuestions = Object.fromEntries(definitions.flatMap((test) => (test ? [[test.id, test.items.length]] : [])));
  const { references, claims: _claims, glossary: _glossary, readingList, outcomes: _outcomes, requirements, ...course } = page.course;
  const url = `${origin}${paths.course(course.slug)}`;
  const forSale = isForSale(page, payments.mode);
  const english = context.locale === "en";
  const summary = english && course.summaryEn ? { text: course.summaryEn, lang: "en" } : { text: course.summary, lang: "nl" };
  return {
    course,
    heading: breakable(course.title),
    outcomes: outcomeGroups(page.course, aims),
    needs: needsInWords(requirements),
    unwatched: unwatchedInWords(requirements),
    recognition: recognitionInWords(course, page.accreditations),
    review: reviewInWords(page.reviewer),
    price: page.offer && priceSentence(page.offer, apart),
    english,
    summary,
    sale,
    contact: seller.contact,
    forSale,
    playMoney: payments.mode !== "live",
    reviewer: page.reviewer,
    offer: page.offer,
    accreditations: page.accreditations,
    recommended: readingList.flatMap(({ key, note }) => {
      const source = references[key];
      return source ? [{ key, note, full: source.full, checked: source.checked }] : [];
    }),
    checkQuestions,
    sources: Object.values(references).sort((left, right) => left.short.localeCompare(right.short, "nl")),
    helpLines: lines,
    jsonLd: scriptText(courseData(page, url, { name: seller.tradeName, origin }, forSale)),
    nonce: context.nonce,
    meta: pageMeta({
      title: course.title,
      description: summary.text,
      url,
      siteName: seller.tradeName,
      locale: context.locale,
      image: courseImage(course, seller),
    }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? [];

export default function Course() {
  const data = useLoaderData<typeof loader>();
  const { course } = data;
  return (
    <div className="page course-page">
      <header className="page-header">
        <p className="eyebrow">{kindWord(course.kind)}</p>
        <h1 lang="nl">{data.heading}</h1>
        {data.english && course.titleEn ? <p className="title-meaning">{m.catalogue_course_means({ title: course.titleEn })}</p> : null}
        <p className="lead" lang={data.summary.lang}>
          {data.summary.text}
        </p>
        {data.english ? <p className="hint course-language">{m.catalogue_course_in_dutch()}</p> : null}
      </header>
      <CoursePanel
        course={course}
        offer={data.offer}
        sale={data.sale}
        accreditations={data.accreditations}
        reviewed={data.reviewer !== null}
        practice={data.forSale && data.playMoney}
      />
      <div className="course-text">
        <About data={data} />
        <SafetyBlock helpLines={data.helpLines} />
      </div>
      <JsonLd text={data.jsonLd} nonce={data.nonce} />
    </div>
  );
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

function Outcomes({ groups }: { groups: Data["outcomes"] }) {
  return groups.map(({ title, outcomes }) => (
    <div key={title} lang="nl">
      {title ? <h3>{title}</h3> : null}
      <ul className="text-list">
        {outcomes.map((outcome) => (
          <li key={outcome.id}>{outcome.text}</li>
        ))}
      </ul>
    </div>
  ));
}

/** Every question a buyer brings, in the order in which it comes up. */
function About({ data }: { data: Data }) {
  const { course } = data;
  return (
    <>
      <CourseContents />
      <Section id="leerdoelen" title={m.catalogue_course_outcomes()}>
        <Outcomes groups={data.outcomes} />
      </Section>
      <Section id="voor-wie" title={m.catalogue_course_for()}>
        <Audience course={course} points={data.accreditations.some(({ standing }) => standing === "in-force")} />
      </Section>
      <Section id="programma" title={m.catalogue_course_program()}>
        <Programme course={course} checkQuestions={data.checkQuestions} />
      </Section>
      <Section id="studielast" title={m.catalogue_course_load()}>
        <StudyLoadTable load={course.studyLoad} />
        <p>{m.catalogue_course_load_note()}</p>
        <p lang="nl">{course.readingSpeedReason}</p>
      </Section>
      <Section id="certificaat" title={m.catalogue_course_certificate()}>
        <CertificateExplained needs={data.needs} unwatched={data.unwatched} />
      </Section>
      <Section id="accreditatie" title={m.catalogue_course_accreditation()}>
        <AccreditationList recognition={data.recognition} note={course.registersNote} />
      </Section>
      <Section id="makers" title={m.catalogue_course_makers()}>
        <Makers course={course} review={data.review} />
      </Section>
      <Section id="bronnen" title={m.catalogue_course_sources()}>
        <ReadingList recommended={data.recommended} sources={data.sources} />
        <p>
          <TextLink to={paths.sources({ course: course.slug })}>{m.catalogue_all_sources_of_course()}</TextLink>
        </p>
      </Section>
      <Section id="praktisch" title={m.catalogue_practical()}>
        <Practical price={data.price} accessMonths={course.accessMonths} />
      </Section>
      <Section id="organisaties" title={m.catalogue_organisations()}>
        <ForOrganisations contact={data.contact} />
      </Section>
      <Section id="vragen" title={m.catalogue_course_questions()}>
        <dl className="questions" lang="nl">
          {course.questions.map((question) => (
            <div key={question.q}>
              <dt>{question.q}</dt>
              <dd>{question.a}</dd>
            </div>
          ))}
        </dl>
      </Section>
      {data.sale.kind === "for-sale" ? (
        <Section id="bestellen" title={m.catalogue_course_end()}>
          <OrderSentence sale={data.sale} />
          <OrderActions sale={data.sale}>
            <PreviewButton course={course} />
          </OrderActions>
        </Section>
      ) : null}
      <Section id="goed-om-te-weten" title={m.catalogue_course_disclaimer()}>
        <p lang="nl">{course.disclaimer}</p>
      </Section>
    </>
  );
}
