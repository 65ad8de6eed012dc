import type { CompiledCourse } from "./compiled.ts";

interface Placed {
  slug: string;
  kind: CompiledCourse["kind"];
  title: string;
  /** the courses of which it includes a module, in the order in which it teaches them */
  includes: readonly string[];
}

/**
 * The order in which a visitor meets the courses: masterclasses, because they hold the others; then what they hold, in the order in which
 * they teach it; then the rest. The alphabet decides only where nothing else does.
 */
export function inTeachingOrder<Course extends Placed>(courses: readonly Course[]): Course[] {
  const masterclassesFirst = courses.toSorted(
    (left, right) =>
      Number(right.kind === "masterclass") - Number(left.kind === "masterclass") || left.title.localeCompare(right.title, "nl"),
  );
  const taught = [...new Set(masterclassesFirst.filter(({ kind }) => kind === "masterclass").flatMap(({ includes }) => includes))];
  const placeOf = ({ slug, kind }: Course) => (kind === "masterclass" ? -1 : taught.includes(slug) ? taught.indexOf(slug) : taught.length);
  return masterclassesFirst.toSorted((left, right) => placeOf(left) - placeOf(right));
}
