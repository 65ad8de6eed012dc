import { expect, test } from "vitest";
import { ownTextsFile, plainText } from "./own-texts-file.ts";

const at = new Date("2026-11-22T10:00:00Z");

test("course text as plain lines", () => {
  expect(plainText("<p>Wat <em>mist</em> mevrouw&nbsp;V.&#x27;s zus &amp; Sem?</p>\n<ul><li>een</li><li>twee &lt; drie</li></ul>")).toEqual(
    ["Wat mist mevrouw\u00a0V.'s zus & Sem?", "een", "twee < drie"],
  );
});

test("the file holds the words as they were typed, with what was asked above them", () => {
  const text = {
    blockId: "r1",
    kind: "reflection",
    title: "",
    anchor: "r1",
    prompt: "<p>Wat miste je?</p>",
    text: "# Niets\n\n<b>écht</b> niets 🙂",
    submittedAt: null,
    savedAt: at,
  };
  const lesson = { lessonId: "les", title: "Welk gemis?", position: 2, texts: [text] };
  const file = ownTextsFile({ courseTitle: "Gemis", lessons: [lesson], elsewhere: [] }, at, "nl");
  expect(file).toBe(
    [
      "# Mijn notities: Gemis",
      "Van de site gehaald op 22 november 2026.",
      "## 2. Welk gemis?",
      "### Reflectie",
      "> Wat miste je?",
      "# Niets\n\n<b>écht</b> niets 🙂",
      "*Bewaard op 22 november 2026*\n",
    ].join("\n\n"),
  );
});
