import { describe, expect, test } from "vitest";
import { textsOf } from "./text-files.ts";
import { wordingFaults } from "./wording.ts";

const faultsIn = (language: string, words: string) =>
  textsOf(`app/texts/${language}/learning.json`, { learning_text: words })
    .flatMap(wordingFaults)
    .map(({ wrong }) => wrong);

describe("a text with variants", () => {
  const [text] = textsOf("app/texts/nl/learning.json", {
    $schema: "…",
    learning_left: [{ declarations: ["input left"], match: { "left=1": "Nog één poging!", "left=*": "Nog {left} pogingen." } }],
  });

  test("is one text with several wordings, and asks for what it declares", () => {
    expect(text).toMatchObject({ room: "learning", language: "nl", key: "learning_left", inputs: ["left"] });
    expect(text?.wordings).toEqual(["Nog één poging!", "Nog {left} pogingen."]);
  });

  test("is read in every wording", () => {
    expect(text && wordingFaults(text).map(({ wrong }) => wrong)).toEqual(["It has an exclamation mark."]);
  });
});

test("a text with variants has one for every number", () => {
  const [text] = textsOf("app/texts/nl/learning.json", {
    learning_left: [{ declarations: ["input left"], match: { "left=1": "Eén.", "left=2": "Twee." } }],
  });
  expect(text && wordingFaults(text).map(({ wrong }) => wrong)).toEqual(["It has no wording for every other number."]);
});

describe("a Dutch text", () => {
  test.each([
    ["", "The text is empty."],
    ['De les "Gemis"', "It has a straight quotation mark."],
    ["Foto's", "It has a straight quotation mark."],
    ["Even geduld...", "It trails off in dots."],
    ["Even geduld…", "It trails off in dots."],
    ["Gelukt!", "It has an exclamation mark."],
    ["Twee  spaties", "It has two spaces in a row."],
    ["Staart ", "It begins or ends with a space."],
    ["Klaar .", "There is a space before a stop."],
    ["Bewaar uw tekst", "It says u or uw."],
    ["Wat wilt u?", "It says u or uw."],
    ["De cursisten", "It says cursist."],
    ["Klik op de knop", "It says klik."],
  ])("that says ‘%s’ is stopped", (words, fault) => expect(faultsIn("nl", words)).toEqual([fault]));

  test.each(["Werk de casus ‘{title}’ uit", "Foto’s in het nieuw", "{u} gaat door", "Zie www.voorbeeld.nl, of mail naam@voorbeeld.nl."])(
    "that says ‘%s’ passes",
    (words) => expect(faultsIn("nl", words)).toEqual([]),
  );
});

test("an English text is spelled as the British do", () => {
  expect(faultsIn("en", "Choose a color")).toEqual(["It is spelled the American way."]);
  expect(faultsIn("en", "Recognize the signs")).toEqual(["It is spelled the American way."]);
  expect(faultsIn("en", "Choose a size and a colour; it costs a prize.")).toEqual([]);
  expect(faultsIn("en", "You need not log in.")).toEqual(["It says log in."]);
});
