import { expect, it } from "vitest";
import { inTeachingOrder } from "./course-order.ts";

const course = (title: string, kind: "module" | "masterclass" = "module", includes: string[] = []) => ({
  slug: title.toLowerCase(),
  title,
  kind,
  includes,
});
const titles = (courses: ReturnType<typeof course>[]) => inTeachingOrder(courses).map(({ title }) => title);

it("shows the masterclass first, then its modules as it teaches them, then the rest by title", () => {
  const courses = [
    course("Aanraking"),
    course("Meten"),
    course("Gemis"),
    course("Zorgen", "masterclass", ["gemis", "aanraking"]),
    course("Émoties"),
  ];
  expect(titles(courses)).toEqual(["Zorgen", "Gemis", "Aanraking", "Émoties", "Meten"]);
});

it("shows two masterclasses by title, and a module that both teach where the first has it", () => {
  const courses = [
    course("Gemis"),
    course("Meten"),
    course("Rouw", "masterclass", ["gemis"]),
    course("Ouder", "masterclass", ["meten", "gemis"]),
  ];
  expect(titles(courses)).toEqual(["Ouder", "Rouw", "Meten", "Gemis"]);
});

it("shows modules by title where no masterclass teaches them", () => {
  expect(titles([course("Meten"), course("Gemis")])).toEqual(["Gemis", "Meten"]);
  expect(titles([])).toEqual([]);
});
