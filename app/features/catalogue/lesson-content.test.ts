import { beforeAll, describe, expect, it } from "vitest";
import { type CourseFiles, checkCourse } from "./check-course.ts";
import type { Block } from "./compiled.ts";
import { readCourseFolder } from "./course-folder.server.ts";
import { onPaper } from "./lesson-on-paper.ts";
import { mediaName, mediaOf, mediaPointer } from "./media.ts";

const LESSON = "01-gemis/01-alleen-of-eenzaam.md";
const CASE_LESSON = "01-gemis/05-een-bewering-wegen.md";
const hash = "a".repeat(64);
const video =
  ':::video{#video-luisteren src="luisteren.webm" captions="luisteren.vtt" transcript="luisteren.md" minutes="3"}\nKijk mee.\n:::';
const audio = ':::audio{#audio-luisteren src="luisteren.mp3" transcript="luisteren.md" minutes="2"}\n:::';
const media: CourseFiles = {
  "media/luisteren.webm": mediaPointer(hash, 300_000_000),
  "media/luisteren.mp3": mediaPointer(hash, 1000),
  "media/luisteren.vtt": "WEBVTT\n\n00:00.000 --> 00:01.000\nHallo.\n",
  "media/luisteren.md": "Een stem zegt *hallo*.\n",
};

let files: CourseFiles = {};
beforeAll(async () => {
  files = await readCourseFolder("courses/gemis-is-geen-alleen-zijn");
});

/** The course with text at the end of its first lesson, and other files changed or (undefined) taken away. */
function check(text: string, others: Record<string, string | undefined> = {}) {
  const all = { ...files, [LESSON]: `${files[LESSON]}\n\n${text}\n`, ...media, ...others };
  return checkCourse(Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined)));
}
function refusedFor(text: string, others: Record<string, string | undefined> = {}) {
  const checked = check(text, others);
  return checked.ok ? [] : checked.problems;
}
function firstLesson(text: string) {
  const checked = check(text);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const [lesson] = checked.lessons;
  if (!lesson) throw new Error("no lesson");
  const blocks = lesson.steps.flatMap((step) => step.blocks);
  return { lesson, course: checked.course, last: blocks.at(-1) as Block };
}

// Each case compiles the whole course.
describe("what stands inside a lesson", { timeout: 30_000 }, () => {
  it("marks a term by its own name or another, and lists each once", () => {
    const { lesson, last } = firstLesson('Een :term[Verband] en een :term[grens]{of="afkappunt"}; om 10:30 een :term[verband].');
    expect(last.html).toContain('<a href="#begrip-verband" class="term" aria-label="Begrip: Verband">Verband</a>');
    expect(last.html).toContain('<a href="#begrip-afkappunt" class="term" aria-label="Begrip: grens">grens</a>');
    expect(last.html).toContain("om 10:30 een");
    const ids = lesson.terms.map(({ id }) => id);
    expect(ids).toContain("afkappunt");
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("numbers notes in the order in which the text comes to them, with ways back", () => {
    const { lesson, last } = firstLesson("Eerst[^b], dan[^a] en weer[^b].\n\n[^a]: De tweede [@cacioppo-2014].\n[^b]: De eerste.");
    expect(last.html).toContain('<sup><a href="#noot-1" class="noteref" id="nootplek-1" aria-label="Noot 1">1</a></sup>');
    expect(lesson.notes.map(({ number, backs }) => [number, backs])).toEqual([
      [1, ["nootplek-1", "nootplek-1-2"]],
      [2, ["nootplek-2"]],
    ]);
    expect(lesson.notes[1]?.html).toContain('href="#bron-cacioppo-2014"');
  });

  it("reads a clip with its captions and whole text, and counts its minutes", () => {
    const { lesson, course, last } = firstLesson(video);
    expect(last).toMatchObject({
      kind: "video",
      file: mediaName("x.webm", hash),
      poster: null,
      html: "<p>Kijk mee.</p>",
      transcript: "<p>Een stem zegt <em>hallo</em>.</p>",
    });
    expect(lesson.minutes.media).toBe(3);
    expect(course.studyLoad.media).toBe(3);
    expect([...mediaOf(lesson)]).toEqual([`${hash}.webm`, expect.stringMatching(/^[0-9a-f]{64}\.vtt$/)]);
  });

  it("reads a recording", () => {
    expect(firstLesson(audio).last).toMatchObject({ kind: "audio", file: `${hash}.mp3`, title: null });
  });

  it.each<[string, string, Record<string, string | undefined>, string, string]>([
    ["a term the glossary does not have", "Een :term[zwaartekracht].", {}, LESSON, "‘zwaartekracht’ staat niet in de begrippenlijst"],
    ["a term with something else beside it", 'Een :term[verband]{class="x"}.', {}, LESSON, 'alleen of="…"'],
    ["a note that is not there", "Zie[^weg].", {}, LESSON, "hoort geen noot"],
    ["a note nobody comes to", "Niets.\n\n[^los]: Een noot.", {}, LESSON, "wordt nergens verwezen"],
    ["a note that is there twice", "Zie[^a].\n\n[^a]: Een.\n[^a]: Twee.", {}, LESSON, "staat er twee keer"],
    ["a note in a note", "Zie[^a].\n\n[^a]: Zie[^b].\n[^b]: Twee.", {}, LESSON, "Hier kan geen noot staan"],
    ["a clip without captions", video.replace('captions="luisteren.vtt" ', ""), {}, LESSON, "captions"],
    ["a clip without its whole text", video.replace('transcript="luisteren.md" ', ""), {}, LESSON, "transcript"],
    ["a clip that is not there", video, { "media/luisteren.webm": undefined }, LESSON, "‘media/luisteren.webm’ bestaat niet"],
    ["a whole text that is not there", audio, { "media/luisteren.md": undefined }, LESSON, "‘media/luisteren.md’ bestaat niet"],
    ["captions no browser can read", video, { "media/luisteren.vtt": "Hallo" }, "media/luisteren.vtt", "niet WEBVTT"],
    ["a recording that is a film", audio.replace("luisteren.mp3", "luisteren.webm"), {}, LESSON, "geen bruikbaar bestand"],
    ["a whole text that cites nobody", video, { "media/luisteren.md": "Zie [@niemand-1999]." }, "media/luisteren.md", "niemand-1999"],
  ])("refuses %s", (_what, text, others, file, message) => {
    const found = refusedFor(text, others).find((problem) => problem.message.includes(message));
    expect(found).toMatchObject({ file, line: expect.any(Number) });
    expect(found?.advice).not.toBe("");
    const shown = { ...files, ...media, ...others }[file];
    if (file !== LESSON) expect(shown?.split("\n").length).toBeGreaterThanOrEqual(found?.line ?? 0);
    else expect(found?.line).toBeGreaterThan((files[LESSON] ?? "").split("\n").length);
  });

  it("refuses a note in a discussion, which not everyone may read", () => {
    const changed = (files[CASE_LESSON] ?? "").replace("Er is niet één goed antwoord.", "Er is niet één goed antwoord[^1].");
    expect(refusedFor("", { [CASE_LESSON]: `${changed}\n[^1]: Verklapt.\n` })[0]?.message).toContain("Hier kan geen noot staan");
  });

  it("gives a lesson on paper ids and addresses that stand by themselves", () => {
    const { lesson } = firstLesson("Zie[^1], [de volgende les](02-welk-gemis.md#drie-soorten) en [boven](#alarm).\n\n[^1]: Een noot.");
    const html =
      onPaper(lesson, "cursus")
        .steps.flatMap((step) => step.blocks)
        .at(-1)?.html ?? "";
    expect(html).toContain('href="#alleen-of-eenzaam-noot-1"');
    expect(html).toContain('href="/learn/cursus/welk-gemis#drie-soorten"');
    expect(html).toContain('href="/learn/cursus/alleen-of-eenzaam#alarm"');
    expect(html).not.toContain(" id=");
  });
});
