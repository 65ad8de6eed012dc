import type { CourseCard } from "./course-cards.server.ts";

/** Finding a course among many: what may be asked, and what answers it. */
export type Findable = Pick<CourseCard, "title" | "summary" | "kind" | "level" | "minutes" | "registers" | "offer"> &
  Partial<Pick<CourseCard, "titleMeans">>;

export const facetNames = ["kind", "level", "load", "price", "register"] as const;
export type FacetName = (typeof facetNames)[number];

/** What a visitor asks for; a facet that is not named is left open. */
export interface CourseWish extends Partial<Record<FacetName, string>> {
  words: string;
}

/** Study load as one plans it: within an hour, in an afternoon, over some days. */
const loadOf = (minutes: number) => (minutes <= 60 ? "hour" : minutes <= 240 ? "afternoon" : "days");

const valuesOf: Record<FacetName, (card: Findable) => readonly string[]> = {
  kind: (card) => [card.kind],
  level: (card) => [card.level],
  load: (card) => [loadOf(card.minutes)],
  price: (card) => (card.offer ? [card.offer.amountCents === 0 ? "free" : "paid"] : []),
  register: (card) => card.registers,
};

const fixedOrder: Partial<Record<FacetName, readonly string[]>> = {
  kind: ["module", "masterclass"],
  load: ["hour", "afternoon", "days"],
  price: ["free", "paid"],
};

/** Every value of a facet among these courses, in its own order, or by the alphabet. */
function valuesAmong(cards: readonly Findable[], name: FacetName): string[] {
  const found = [...new Set(cards.flatMap(valuesOf[name]))];
  const order = fixedOrder[name];
  return found.sort((left, right) => (order ? order.indexOf(left) - order.indexOf(right) : left.localeCompare(right, "nl")));
}

/** The facets that divide these courses, each with its values. One that every course answers alike is no choice, and is left out. */
export function facetsOf(cards: readonly Findable[]): { name: FacetName; values: string[] }[] {
  return facetNames.flatMap((name) => {
    const values = valuesAmong(cards, name);
    const divides = values.some((value) => cards.some((card) => !valuesOf[name](card).includes(value)));
    return divides && values.length > 1 ? [{ name, values }] : [];
  });
}

/** Reads the wish out of an address. A value no course has says nothing: an old link shows everything rather than nothing. */
export function wishIn(parameters: URLSearchParams, cards: readonly Findable[]): CourseWish {
  const words = (parameters.get("q") ?? "").replace(/\s+/g, " ").trim().slice(0, 100);
  const named = facetNames.flatMap((name) => {
    const value = parameters.get(name);
    return value !== null && valuesAmong(cards, name).includes(value) ? [[name, value] as const] : [];
  });
  return { words, ...Object.fromEntries(named) };
}

/** True where nothing was asked. */
export const asksNothing = (wish: CourseWish) => wish.words === "" && facetNames.every((name) => wish[name] === undefined);

/** Capitals and accents make no difference to who is looking for something. */
const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The courses that answer every part of the wish, in the order given. Each word has to stand somewhere in what a card says. */
export function findCourses<Card extends Findable>(cards: readonly Card[], wish: CourseWish): Card[] {
  const words = plain(wish.words).split(" ").filter(Boolean);
  return cards.filter((card) => {
    const text = words.length > 0 ? plain([card.title, card.titleMeans ?? "", card.summary, card.level, ...card.registers].join(" ")) : "";
    return (
      words.every((word) => text.includes(word)) &&
      facetNames.every((name) => {
        const wanted = wish[name];
        return wanted === undefined || valuesOf[name](card).includes(wanted);
      })
    );
  });
}

/** As many courses as one looks through at once. */
export const COURSES_A_PAGE = 24;

/** One page of a list; a page past the end is the last. Pages count from 1. */
export function pageOf<Card>(cards: readonly Card[], asked: string | null): { cards: Card[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(cards.length / COURSES_A_PAGE));
  const page = Math.min(Math.max(1, Math.trunc(Number(asked)) || 1), pages);
  return { cards: cards.slice((page - 1) * COURSES_A_PAGE, page * COURSES_A_PAGE), page, pages };
}
