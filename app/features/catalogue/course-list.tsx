import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { formatMinutes, formatMoney } from "#app/platform/i18n/format.ts";
import { Empty } from "#app/ui/empty.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import type { CourseCard } from "./courses.server.ts";

/** Courses as cards, or the word that there are none. */
export function CourseList({ cards, heading: Heading = "h3" }: { cards: readonly CourseCard[]; heading?: "h2" | "h3" }) {
  if (cards.length === 0) {
    return (
      <Empty title={m.catalogue_list_empty()}>
        <p>{m.catalogue_list_empty_text()}</p>
      </Empty>
    );
  }
  return (
    <ul className="cards">
      {cards.map((card) => (
        <li className="card course-card" key={card.slug}>
          <p className="eyebrow">{card.kind === "module" ? m.catalogue_kind_module() : m.catalogue_kind_masterclass()}</p>
          <Heading lang={card.language}>
            <Link to={paths.course(card.slug)} prefetch="intent">
              {card.title}
            </Link>
          </Heading>
          <p lang={card.language}>{card.summary}</p>
          <p className="course-card-facts">
            {card.lessons === 1 ? m.catalogue_card_lessons_one() : m.catalogue_card_lessons({ count: card.lessons })} ·{" "}
            {formatMinutes(card.minutes, getLocale())} · {card.level}
          </p>
          <p className="course-card-price">{price(card)}</p>
        </li>
      ))}
    </ul>
  );
}

function price({ offer }: CourseCard): string {
  if (!offer) return m.catalogue_card_no_price();
  const vat = offer.vatTreatment === "exempt_education" ? m.catalogue_card_exempt() : m.catalogue_card_incl();
  return `${formatMoney(offer.amountCents, offer.currency, getLocale())} ${vat}`;
}
