import { expect, test } from "vitest";
import { outsideLesson } from "./outside-lesson.ts";

const at = { slug: "cursus", lessonId: "les-een" };

test("what leads into the lesson, or to another, becomes a whole address", () => {
  expect(outsideLesson('<a href="#begrip-gemis">gemis</a>', at)).toBe('<a href="/learn/cursus/les-een#begrip-gemis">gemis</a>');
  expect(outsideLesson('<a href="les-twee#stap">elders</a>', at)).toBe('<a href="/learn/cursus/les-twee#stap">elders</a>');
});

test("other sites stay what they are, and nothing leads back", () => {
  expect(outsideLesson('<a href="https://voorbeeld.example">x</a>', at)).toBe('<a href="https://voorbeeld.example">x</a>');
  expect(outsideLesson('<a class="cite" id="cite-jansen-2020" href="#bron-jansen-2020">1</a>', at)).toBe(
    '<a class="cite" href="/learn/cursus/les-een#bron-jansen-2020">1</a>',
  );
});
