import type { CourseCard } from "./course-cards.server.ts";
import type { CoursePage } from "./courses.server.ts";

/** schema.org descriptions for search engines (Course, CourseInstance, Offer; a list from three courses on). */
interface Publisher {
  name: string;
  origin: string;
}

type JsonLd = { readonly [key: string]: string | number | boolean | null | JsonLd | readonly JsonLd[] };

const isoMinutes = (minutes: number) => `PT${Math.floor(minutes / 60)}H${minutes % 60}M`;

/** One course, with its one way of following it and its price where it is for sale. */
export function courseData(page: CoursePage, url: string, publisher: Publisher, forSale: boolean): JsonLd {
  const { course, offer } = page;
  return {
    "@context": "https://schema.org",
    "@type": "Course",
    name: course.title,
    description: course.summary,
    url,
    inLanguage: course.language,
    educationalLevel: course.level,
    provider: { "@type": "Organization", name: publisher.name, url: publisher.origin },
    hasCourseInstance: { "@type": "CourseInstance", courseMode: "online", courseWorkload: isoMinutes(course.studyLoad.total) },
    ...(offer && forSale
      ? {
          offers: {
            "@type": "Offer",
            category: "Paid",
            price: (offer.amountCents / 100).toFixed(2),
            priceCurrency: offer.currency,
            availability: "https://schema.org/InStock",
            url,
          },
        }
      : {}),
  };
}

/** The list of courses; null below three, where search engines take no list. */
export function courseListData(cards: readonly CourseCard[], urlOf: (slug: string) => string, publisher: Publisher): JsonLd | null {
  if (cards.length < 3) return null;
  return {
    "@context": "https://schema.org",
    "@type": "ItemList",
    itemListElement: cards.map((card, index) => ({
      "@type": "ListItem",
      position: index + 1,
      item: {
        "@type": "Course",
        url: urlOf(card.slug),
        name: card.title,
        description: card.summary,
        provider: { "@type": "Organization", name: publisher.name, url: publisher.origin },
      },
    })),
  };
}

/** As the text of a script element: nothing in it can end the element. */
export function scriptText(data: JsonLd): string {
  return JSON.stringify(data).replace(/</g, "\\u003c");
}
