import { describe, expect, it } from "vitest";
import { isReadable, lessonFileOf, passagesOf, plainLines, withPassage } from "./passages.ts";

const lesson = [
  "---",
  "id: alleen",
  "title: Alleen",
  "---",
  "",
  "Een zin.",
  "Nog een zin.  ",
  "",
  "  ",
  ":::claim{#c1}",
  "Een bewering.",
  ":::",
  "",
  ":::",
  "",
].join("\n");

describe("the passages of a lesson", () => {
  it("are what stands between white lines, below what is said of the lesson", () => {
    expect(passagesOf(lesson).map(({ text }) => text)).toEqual(["Een zin.\nNog een zin.", ":::claim{#c1}\nEen bewering.\n:::", ":::"]);
    expect(passagesOf(lesson).map(isReadable)).toEqual([true, true, false]);
  });
  it("are replaced in their place, and nothing else changes", () => {
    const [first] = passagesOf(lesson);
    if (!first) throw new Error("there should be a passage");
    expect(withPassage(lesson, first, "Eén zin.\r\n")).toBe(lesson.replace("Een zin.\nNog een zin.", "Eén zin."));
    const onWindows = lesson.replaceAll("\n", "\r\n");
    const [there] = passagesOf(onWindows);
    expect(there && withPassage(onWindows, there, "Eén zin.\nTwee.")).toBe(
      onWindows.replace("Een zin.\r\nNog een zin.", "Eén zin.\r\nTwee."),
    );
  });
  it("come from a form as plain lines", () => expect(plainLines("\r\nEen.\r\nTwee.  \r\n")).toBe("Een.\nTwee."));
  it("stand in a file of the course itself, found by the lesson's id", () => {
    const files = { "01/a.md": lesson, "../b/01/b.md": lesson.replace("alleen", "samen"), "course.yaml": "id: alleen" };
    expect([lessonFileOf(files, "alleen"), lessonFileOf(files, "samen"), lessonFileOf(files, "all")]).toEqual(["01/a.md", null, null]);
  });
  it("are not found by an id that stands in the text of another", () => {
    const files = { "01/a.md": lesson.replace("Een zin.", "id: samen\n\nEen zin."), "01/b.md": lesson.replace("alleen", '"samen" # oud') };
    expect([lessonFileOf(files, "alleen"), lessonFileOf(files, "samen")]).toEqual(["01/a.md", "01/b.md"]);
    expect(lessonFileOf({ "01/b.md": files["01/b.md"].replaceAll("\n", "\r\n") }, "samen")).toBe("01/b.md");
  });
});
