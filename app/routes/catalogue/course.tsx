import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CourseContents } from "#app/features/catalogue/course-contents.tsx";
import { courseData, scriptText } from "#app/features/catalogue/course-data.ts";
import {
  AccreditationList,
  CertificateNeeds,
  Makers,
  Programme,
  ReadingList,
  StudyLoadTable,
} from "#app/features/catalogue/course-sections.tsx";
import { coursePage, isForSale } from "#app/features/catalogue/courses.server.ts";
import { JsonLd } from "#app/features/catalogue/json-ld.tsx";
import { withoutVat } from "#app/features/catalogue/net-price.ts";
import { OrderActions, OrderSentence } from "#app/features/catalogue/order-course.tsx";
import { helpLines, provider } from "#app/features/catalogue/provider.server.ts";
import { SafetyBlock } from "#app/features/catalogue/safety-block.tsx";
import { notFound } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { env } from "#app/platform/env.server.ts";
import { formatMinutes, formatMoney } from "#app/platform/i18n/format.ts";
import { ButtonLink, TextLink } from "#app/ui/actions.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { pageMeta } from "../marketing/page-meta.ts";
import { saleFor } from "./sale.server.ts";
import { slugOf } from "./slug.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const page = await coursePage(slugOf(params.slug), context.now);
  if (!page) throw notFound();
  const [seller, lines, sale] = await Promise.all([provider(), helpLines(), saleFor(page, context)]);
  const { origin, payments } = env();
  const { references, glossary: _glossary, readingList, ...course } = page.course;
  const url = `${origin}${paths.course(course.slug)}`;
  const forSale = isForSale(page, payments.mode);
  const english = context.locale === "en";
  const title = english && course.titleEn ? { text: course.titleEn, lang: "en" } : { text: course.title, lang: "nl" };
  const summary = english && course.summaryEn ? { text: course.summaryEn, lang: "en" } : { text: course.summary, lang: "nl" };
  return {
    course,
    title,
    summary,
    sale,
    forSale,
    playMoney: payments.mode !== "live",
    reviewer: page.reviewer,
    offer: page.offer,
    accreditations: page.accreditations,
    recommended: readingList.flatMap((entry) => (references[entry.key] ? [{ ...entry, full: references[entry.key]?.full ?? "" }] : [])),
    sources: Object.values(references).sort((left, right) => left.short.localeCompare(right.short, "nl")),
    helpLines: lines,
    jsonLd: scriptText(courseData(page, url, { name: seller.tradeName, origin }, forSale)),
    nonce: context.nonce,
    meta: pageMeta({ title: title.text, description: summary.text, url, siteName: seller.tradeName, locale: context.locale }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? [];

export default function Course() {
  const data = useLoaderData<typeof loader>();
  const { course, sources } = data;
  return (
    <Page
      title={<span lang={data.title.lang}>{data.title.text}</span>}
      lead={<span lang={data.summary.lang}>{data.summary.text}</span>}
      eyebrow={course.kind === "module" ? m.catalogue_kind_module() : m.catalogue_kind_masterclass()}
    >
      <Buy data={data} />
      <CourseContents />
      <Section id="leerdoelen" title={m.catalogue_course_outcomes()}>
        <ul lang="nl" className="text-list">
          {course.outcomes.map((outcome) => (
            <li key={outcome.id}>{outcome.text}</li>
          ))}
        </ul>
      </Section>
      <Section id="programma" title={m.catalogue_course_program()}>
        <Programme course={course} />
      </Section>
      <Section id="studielast" title={m.catalogue_course_load()}>
        <StudyLoadTable load={course.studyLoad} />
        <p>{m.catalogue_course_load_note()}</p>
        <p lang="nl">{course.readingSpeedReason}</p>
      </Section>
      <Section id="voor-wie" title={m.catalogue_course_for()}>
        <dl lang="nl" className="questions">
          <dt lang={getLocale()}>{m.catalogue_course_audience()}</dt>
          <dd>{course.audience}</dd>
          <dt lang={getLocale()}>{m.catalogue_course_entry()}</dt>
          <dd>{course.entryLevel}</dd>
        </dl>
      </Section>
      <Section id="certificaat" title={m.catalogue_course_certificate()}>
        <CertificateNeeds requirements={course.requirements} />
      </Section>
      <Section id="accreditatie" title={m.catalogue_course_accreditation()}>
        <AccreditationList accreditations={data.accreditations} aimedAt={course.registersAimedAt} note={course.registersNote} />
      </Section>
      <Section id="makers" title={m.catalogue_course_makers()}>
        <Makers course={course} reviewer={data.reviewer} />
      </Section>
      <Section id="bronnen" title={m.catalogue_course_sources()}>
        <ReadingList recommended={data.recommended} sources={sources} />
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
      <Section id="goed-om-te-weten" title={m.catalogue_course_disclaimer()}>
        <p lang="nl">{course.disclaimer}</p>
      </Section>
      {data.sale.kind === "for-sale" ? (
        <Section id="bestellen" title={m.catalogue_course_end()}>
          <OrderSentence sale={data.sale} />
          <OrderActions sale={data.sale} />
        </Section>
      ) : null}
      <SafetyBlock helpLines={data.helpLines} />
      <JsonLd text={data.jsonLd} nonce={data.nonce} />
    </Page>
  );
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

/** Price, access and the way to order: what a buyer asks first. */
function Buy({ data }: { data: Data }) {
  const { course, offer } = data;
  const locale = getLocale();
  const exempt = offer?.vatTreatment === "exempt_education";
  const money = (cents: number) => (offer ? formatMoney(cents, offer.currency, locale) : "");
  const preview = course.modules.flatMap((module) => module.lessons).find((lesson) => lesson.preview);
  return (
    <div className="course-buy">
      <Facts
        items={[
          ...(offer
            ? [{ label: exempt ? m.catalogue_course_price_exempt() : m.catalogue_course_price_incl(), value: money(offer.amountCents) }]
            : []),
          ...(offer && !exempt
            ? [{ label: m.catalogue_course_price_excl(), value: money(withoutVat(offer.amountCents, offer.vatBasisPoints)) }]
            : []),
          { label: m.catalogue_course_load(), value: formatMinutes(course.studyLoad.total, locale) },
          { label: m.catalogue_course_level(), value: course.level },
          { label: m.catalogue_course_access(), value: m.catalogue_course_access_months({ months: course.accessMonths }) },
          {
            label: m.catalogue_course_withdrawal(),
            value: <TextLink to={`${paths.terms()}#herroepen`}>{m.catalogue_course_withdrawal_14()}</TextLink>,
          },
        ]}
      />
      {locale === "en" ? <p>{m.catalogue_in_dutch()}</p> : null}
      {data.reviewer ? null : (
        <Notice kind="warning" title={m.catalogue_course_state_draft()}>
          <p>
            {m.catalogue_course_state_draft_text()} {data.forSale && data.playMoney ? m.catalogue_course_state_practice() : null}
          </p>
        </Notice>
      )}
      <OrderActions sale={data.sale}>
        {preview ? (
          <ButtonLink to={paths.preview(course.slug, preview.id)} variant="quiet">
            {m.catalogue_course_try()}
          </ButtonLink>
        ) : null}
      </OrderActions>
    </div>
  );
}
