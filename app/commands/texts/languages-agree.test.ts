import { expect, test } from "vitest";
import { languageFaults, roomFaults } from "./languages-agree.ts";
import { textsOf } from "./text-files.ts";

type Content = Parameters<typeof textsOf>[1];
const dutch = (content: Content) => textsOf("app/texts/nl/learning.json", content);
const english = (content: Content) => textsOf("app/texts/en/learning.json", content);
const wrong = (texts: ReturnType<typeof textsOf>) => languageFaults(texts).map((fault) => fault.wrong);

test("languages that say the same pass", () => {
  const texts = [
    ...dutch({ learning_left: [{ declarations: ["input left"], match: { "left=1": "Eén.", "left=*": "{left}." } }] }),
    ...english({ learning_left: "{left} left." }),
  ];
  expect(languageFaults(texts)).toEqual([]);
});

test("a text that one lacks is told of the file that lacks it", () => {
  expect(languageFaults(dutch({ learning_title: "Mijn leren" }))).toEqual([
    expect.objectContaining({ file: "app/texts/en/learning.json", at: "learning_title", wrong: "This key is not in the file." }),
  ]);
});

test("a text that went to another room in one language is missing from its own", () => {
  const elsewhere = textsOf("app/texts/en/office.json", { learning_title: "My learning" });
  expect(languageFaults([...dutch({ learning_title: "Mijn leren" }), ...elsewhere]).map(({ file }) => file)).toEqual([
    "app/texts/en/learning.json",
  ]);
  expect(roomFaults(elsewhere)).toHaveLength(1);
});

test("both languages must ask for the same inputs", () => {
  const texts = [...dutch({ learning_until: "Tot {date}." }), ...english({ learning_until: "Until {day}." })];
  expect(wrong(texts)).toEqual(["It asks for {day}, and app/texts/nl/learning.json for {date}."]);
});
