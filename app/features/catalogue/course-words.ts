import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import type { FacetName } from "./course-filter.ts";

/** A small lesson series or a large one, in a word. */
export function kindWord(kind: string): string {
  return kind === "masterclass" ? m.catalogue_kind_masterclass() : m.catalogue_kind_module();
}

/** What a facet is about, as the label of its choice. */
export function facetWord(name: FacetName): string {
  const words: Record<FacetName, () => string> = {
    kind: m.catalogue_facet_kind,
    level: m.catalogue_course_level,
    load: m.catalogue_course_load,
    price: m.catalogue_facet_price,
    register: m.catalogue_facet_register,
  };
  return words[name]();
}

/** One value of a facet; levels and registers go by their own names. */
export function facetValueWord(name: FacetName, value: string): string {
  if (name === "kind") return kindWord(value);
  switch (`${name} ${value}`) {
    case "load hour":
      return m.catalogue_load_hour();
    case "load afternoon":
      return m.catalogue_load_afternoon();
    case "load days":
      return m.catalogue_load_days();
    case "price free":
      return m.catalogue_card_free();
    case "price paid":
      return m.catalogue_price_paid();
    default:
      return value;
  }
}

const small = {
  nl: ["geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"],
  en: ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
};

/** A number as running text writes it: in letters to twelve, in figures beyond. */
export function inLetters(number: number): string {
  return small[getLocale()][number] ?? String(number);
}

/** How many courses there are, or how many of them answer what was asked. Of one alone nothing is counted. */
export function countSentence(found: number, all: number, narrowed: boolean): string {
  const sentence =
    narrowed && all > 1
      ? found === 1
        ? m.catalogue_count_found_one({ all: inLetters(all) })
        : m.catalogue_count_found({ found: inLetters(found), all: inLetters(all) })
      : all === 1
        ? m.catalogue_count_one()
        : m.catalogue_count({ all: inLetters(all) });
  return sentence.charAt(0).toLocaleUpperCase(getLocale()) + sentence.slice(1);
}
