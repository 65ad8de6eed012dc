import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { formatMinutes, formatMoney } from "#app/platform/i18n/format.ts";
import { CoverMotif } from "#app/ui/figures/cover-motif.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import type { CourseCard } from "./course-cards.server.ts";
import { kindWord } from "./course-words.ts";

/** Courses as a publisher lists books: cover, title, what it is about, and the plain facts. */
export function CourseList({ cards, heading: Heading = "h3" }: { cards: readonly CourseCard[]; heading?: "h2" | "h3" }) {
  return (
    <ul className="course-list">
      {cards.map((card) => (
        <li className="course-card" key={card.slug}>
          <CoverMotif slug={card.slug} className="course-cover" />
          <div className="course-card-head">
            <p className="eyebrow">{kindWord(card.kind)}</p>
            <Heading lang="nl">
              <Link to={paths.course(card.slug)} prefetch="intent">
                {card.heading}
              </Link>
            </Heading>
            {card.titleMeans ? <p className="title-meaning">{m.catalogue_course_means({ title: card.titleMeans })}</p> : null}
          </div>
          <div className="course-card-body">
            <p className="course-card-summary" lang={card.language}>
              {card.summary}
            </p>
            <p className="course-card-facts">
              {m.catalogue_card_lessons({ count: card.lessons })} · {formatMinutes(card.minutes, getLocale())} · {card.level}
            </p>
            <p className="course-card-price">{price(card)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function price({ offer }: CourseCard): string {
  if (!offer) return m.catalogue_card_no_price();
  if (offer.amountCents === 0) return m.catalogue_card_free();
  const vat = offer.vatTreatment === "exempt_education" ? m.catalogue_card_exempt() : m.catalogue_card_incl();
  return `${formatMoney(offer.amountCents, offer.currency, getLocale())} ${vat}`;
}
