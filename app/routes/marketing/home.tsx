import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type CourseCard, courseCards } from "#app/features/catalogue/course-cards.server.ts";
import { CourseList } from "#app/features/catalogue/course-list.tsx";
import { provider } from "#app/features/catalogue/provider.server.ts";
import { paths } from "#app/paths.ts";
import { env } from "#app/platform/env.server.ts";
import { ButtonLink, TextLink } from "#app/ui/actions.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Section } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { HomeProvider } from "./home-provider.tsx";
import { HomeTrust } from "./home-trust.tsx";
import { siteImage } from "./og-meta.server.ts";
import { pageMeta } from "./page-meta.ts";

/** As many titles as the opening page shows; the list has the rest. */
const SHOWN = 3;

export async function loader({ context }: LoaderFunctionArgs) {
  const [seller, cards] = await Promise.all([provider(), courseCards(context.now, context.locale)]);
  return {
    name: seller.tradeName,
    note: seller.note?.[context.locale] ?? null,
    contact: seller.contact,
    address: seller.address,
    cards: cards.slice(0, SHOWN),
    more: cards.length > SHOWN,
    meta: pageMeta({
      title: seller.tradeName,
      description: m.catalogue_home_lead(),
      url: `${env().origin}${paths.home()}`,
      siteName: seller.tradeName,
      locale: context.locale,
      image: siteImage(seller),
    }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? [];

export default function Home() {
  const { name, note, contact, address, cards, more } = useLoaderData<typeof loader>();
  return (
    <div className="page home">
      <Opening name={name} cards={cards} />
      <Section title={m.catalogue_home_courses()} id="aanbod">
        {cards.length > 0 ? (
          <CourseList cards={cards} />
        ) : (
          <Empty title={m.catalogue_list_empty()}>
            <p>{m.catalogue_list_empty_text()}</p>
          </Empty>
        )}
        {getLocale() === "en" && cards.length > 0 ? <p>{m.catalogue_in_dutch()}</p> : null}
        {more ? (
          <p>
            <TextLink to={paths.courses()}>{m.catalogue_home_all()}</TextLink>
          </p>
        ) : null}
      </Section>
      <Section title={m.catalogue_home_for()} id="voor-wie">
        <p>{m.catalogue_home_for_text()}</p>
        <p>{m.catalogue_home_for_not()}</p>
      </Section>
      <Section title={m.catalogue_home_how()} id="zo-werkt-het">
        <ol className="home-how">
          <li>{m.catalogue_home_how_1()}</li>
          <li>{m.catalogue_home_how_2()}</li>
          <li>{m.catalogue_home_how_3()}</li>
        </ol>
      </Section>
      <HomeTrust />
      <HomeProvider name={name} note={note} contact={contact} address={address} />
    </div>
  );
}

/** The title page: what this is, in one breath, and one clear way to begin. */
function Opening({ name, cards }: { name: string; cards: readonly CourseCard[] }) {
  const first = cards.find((card) => card.preview);
  const only = cards.length === 1 ? cards[0] : null;
  return (
    <header className="home-opening">
      <p className="eyebrow">{name}</p>
      <h1>{m.catalogue_home_title()}</h1>
      <p className="lead">{m.catalogue_home_lead()}</p>
      <div className="actions">
        {first?.preview ? <ButtonLink to={paths.preview(first.slug, first.preview)}>{m.catalogue_home_try()}</ButtonLink> : null}
        {cards.length > 0 ? (
          <ButtonLink to={only ? paths.course(only.slug) : paths.courses()} variant="quiet">
            {only ? m.catalogue_home_view({ kind: only.kind }) : m.catalogue_home_all()}
          </ButtonLink>
        ) : null}
      </div>
      {first?.preview ? <p className="hint">{m.catalogue_home_try_hint()}</p> : null}
    </header>
  );
}
