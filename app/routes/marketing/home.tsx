import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CourseList } from "#app/features/catalogue/course-list.tsx";
import { type CourseCard, courseCards } from "#app/features/catalogue/courses.server.ts";
import { provider } from "#app/features/catalogue/provider.server.ts";
import { paths } from "#app/paths.ts";
import { env } from "#app/platform/env.server.ts";
import { ButtonLink, TextLink } from "#app/ui/actions.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { pageMeta } from "./page-meta.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  const [seller, cards] = await Promise.all([provider(), courseCards(context.now, context.locale)]);
  return {
    name: seller.tradeName,
    note: seller.note?.[context.locale] ?? null,
    cards,
    meta: pageMeta({
      title: seller.tradeName,
      description: m.catalogue_home_lead(),
      url: `${env().origin}${paths.home()}`,
      siteName: seller.tradeName,
      locale: context.locale,
    }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? [];

export default function Home() {
  const { name, note, cards } = useLoaderData<typeof loader>();
  return (
    <Page title={name} lead={m.catalogue_home_lead()}>
      <Start cards={cards} />
      {note ? (
        <Notice title={m.catalogue_home_note()}>
          <p>{note}</p>
        </Notice>
      ) : null}
      <Section title={m.catalogue_home_courses()}>
        <CourseList cards={cards} />
        {getLocale() === "en" ? <p>{m.catalogue_in_dutch()}</p> : null}
        {cards.length > 3 ? (
          <p>
            <TextLink to={paths.courses()}>{m.catalogue_home_all()}</TextLink>
          </p>
        ) : null}
      </Section>
      <Section title={m.catalogue_home_how()}>
        <ol className="text-list">
          <li>{m.catalogue_home_how_1()}</li>
          <li>{m.catalogue_home_how_2()}</li>
          <li>{m.catalogue_home_how_3()}</li>
        </ol>
      </Section>
      <Section title={m.catalogue_home_trust()}>
        <ul className="text-list">
          <li>{m.catalogue_home_trust_claims()}</li>
          <li>{m.catalogue_home_trust_private()}</li>
          <li>{m.catalogue_home_trust_hours()}</li>
          <li>{m.catalogue_home_trust_tracking()}</li>
        </ul>
      </Section>
    </Page>
  );
}

/** Where to begin: a whole lesson for nothing, or all about the module. */
function Start({ cards }: { cards: readonly CourseCard[] }) {
  const first = cards.find((card) => card.preview);
  if (!first?.preview) return null;
  return (
    <div className="actions">
      <ButtonLink to={paths.preview(first.slug, first.preview)}>{m.catalogue_home_try()}</ButtonLink>
      <ButtonLink to={cards.length === 1 ? paths.course(first.slug) : paths.courses()} variant="quiet">
        {cards.length === 1 ? m.catalogue_home_view() : m.catalogue_home_all()}
      </ButtonLink>
    </div>
  );
}
