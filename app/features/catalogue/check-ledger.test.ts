import { beforeAll, describe, expect, it } from "vitest";
import { type CheckedCourse, type CourseFiles, checkCourse } from "./check-course.ts";
import { readCourseFolder } from "./course-folder.server.ts";

let first: CourseFiles = {};
let second: CourseFiles = {};
beforeAll(async () => {
  first = await readCourseFolder("courses/gemis-is-geen-alleen-zijn");
  second = await readCourseFolder("courses/het-gesprek-over-eenzaamheid");
});

const LESSON = "01-gemis/01-alleen-of-eenzaam.md";
const PLACE = "**Alleen zijn** betekent";

interface Found {
  file: string;
  line: number;
  message: string;
  advice: string;
}

/** What is said of a course with one change. */
function problemsOf(files: CourseFiles, file: string, from: string | RegExp, to: string): Found[] {
  const before = files[file] ?? "";
  const after = before.replace(from, to);
  expect(after, "the change must change something").not.toBe(before);
  const checked = checkCourse({ ...files, [file]: after });
  return checked.ok ? [] : checked.problems;
}
const lineOf = (text: string, part: string) => text.split("\n").findIndex((line) => line.includes(part)) + 1;

/** A sentence put at the head of a paragraph that cites nothing of its own. */
const inLesson = (sentence: string) => problemsOf(first, LESSON, PLACE, `${sentence}\n\n${PLACE}`);

describe("a sentence of a lesson", { timeout: 30_000 }, () => {
  it.each([
    ["a percentage nobody answers for", "Van de bezoekers komt 40 procent terug.", "klinkt als een feit"],
    ["a finding nobody answers for", "Uit onderzoek weten we dat thee helpt.", "klinkt als een feit"],
    ["a link nobody answers for", "Stilte hangt samen met slaap.", "klinkt als een feit"],
    ["a claim that is not in the ledger", "Dat is zo [@Z99].", "‘Z99’ staat niet in claims.yaml"],
    ["an unsupported claim cited as fact", "Dat is zo [@A01].", "niet onderbouwd (U) en staat hier als feit"],
    ["a source without the claim that rests on it", "Dat is zo [@mund-2020].", "‘mund-2020’ zonder de bewering"],
    ["a cause, where the evidence shows a link", "Eenzaamheid veroorzaakt een depressie [@B04].", "‘veroorzaakt’ zegt een oorzaak"],
    ["a cause in other words", "Eenzaamheid leidt tot een depressie [@B04].", "‘leidt tot’ zegt een oorzaak"],
    ["halved mortality", "Een sterk netwerk halveert je sterfterisico [@E09].", "zegt meer dan de bron"],
    ["cigarettes", "Dat is even erg als vijftien sigaretten per dag [@D05].", "zegt meer dan de bron"],
    ["a hijacked brain", "Je brein is gekaapt [@E04].", "zegt meer dan de bron"],
    ["a method said to be proven", "Deze aanpak is bewezen effectief [@D01].", "zegt meer dan de bron"],
    ["a sentence set apart without a reason", ":weighed[Van hen komt 40 procent terug.]{}", "niet waarom de zin er zo mag staan"],
  ])("is refused with %s", (_what, sentence, message) => {
    const found = inLesson(sentence).find((problem) => problem.message.includes(message));
    expect(found).toMatchObject({ file: LESSON, line: lineOf(first[LESSON] ?? "", PLACE) });
    expect(found?.advice).not.toBe("");
  });

  it.each([
    ["rests on a claim", "Eenzaamheid hangt samen met een depressie [@B04]."],
    ["rests on the claim that closes its passage", "Van de volwassenen is 46,2 procent eenzaam. Daarvan is een deel het sterk [@F01]."],
    ["denies a cause", "Dat eenzaamheid een depressie veroorzaakt, is niet aangetoond [@B04]."],
    ["is set apart with a reason", ':weighed[Volgens het blad maakt 40 procent dit mee.]{note="Oefening."}'],
    ["points to more reading", "Meer hierover staat elders [zie @mund-2020]."],
    ["tells a practice story", "Mevrouw Bos schenkt thee in en vertelt over haar zus."],
  ])("may stand when it %s", (_what, sentence) => expect(inLesson(sentence)).toEqual([]));

  it("keeps the words that were set apart, and the sources of what it cites", () => {
    const change = `Dat is zo [@B04; @D01]. :weighed[Volgens het blad 40 procent.]{note="Oefening."}\n\n${PLACE}`;
    const checked = checkCourse({ ...first, [LESSON]: (first[LESSON] ?? "").replace(PLACE, change) }) as CheckedCourse;
    const lesson = checked.lessons[0];
    const text = lesson?.steps[1]?.blocks[0]?.html.replace(/<[^>]*>/g, "");
    expect(text).toContain("(Mann et al., 2022; Perlman &#x26; Peplau, 1981; Van Tilburg, 2021;");
    expect(text).toContain("Volgens het blad 40 procent.");
    expect(lesson?.claims).toEqual(expect.arrayContaining(["B04", "D01"]));
  });

  it("points to more reading inside the brackets", () => {
    const change = `Meer hierover staat elders [zie @mund-2020; @van-tilburg-2021].\n\n${PLACE}`;
    const checked = checkCourse({ ...first, [LESSON]: (first[LESSON] ?? "").replace(PLACE, change) }) as CheckedCourse;
    const text = checked.lessons[0]?.steps[1]?.blocks[0]?.html.replace(/<[^>]*>/g, "");
    expect(text).toContain("Meer hierover staat elders (zie Mund et al., 2020; Van Tilburg, 2021).");
  });

  it("calls advice that rests on no source what it is", () => {
    const bare = (first["claims.yaml"] ?? "")
      .replace(/(\nE17:[\s\S]*?sources: )\[[^\]]*\]/, "$1[]")
      .replace(/(\nE17:[\s\S]*?)\n {2}checkedOn: \S+\n {2}reviewBy: \S+/, "$1");
    const lesson = (first[LESSON] ?? "").replace(PLACE, `Begin rustig [@E17].\n\n${PLACE}`);
    const checked = checkCourse({ ...first, "claims.yaml": bare, [LESSON]: lesson });
    expect(checked.ok ? checked.lessons[0]?.steps[1]?.blocks[0]?.html : checked.problems).toContain("Begin rustig (praktijkadvies).");
  });

  it("tells the course which lessons speak of a claim", () => {
    const checked = checkCourse(first) as CheckedCourse;
    expect(checked.course.claims.D01).toMatchObject({
      verdict: "S",
      observational: false,
      lessons: expect.arrayContaining(["alleen-of-eenzaam"]),
    });
    expect(checked.course.claims.E03).toMatchObject({ verdict: "SC", observational: true, lessons: ["een-bewering-wegen"] });
  });
});

describe("the ledger", { timeout: 30_000 }, () => {
  const claims = "claims.yaml";
  it.each([
    ["a claim without a source", /(\nD01:[\s\S]*?sources: )\[[^\]]*\]/, "$1[]", "er staat geen bron bij"],
    ["a claim on a source that is not there", /(\nD01:[\s\S]*?sources: )\[/, "$1[niemand-1999, ", "‘niemand-1999’"],
    ["a corrected claim without its correction", /(\nD03:[\s\S]*?)\n {2}correction: [^\n]*/, "$1", "ontbreekt wat er niet klopt"],
    ["a claim called otherwise", /\nD01:/, "\nd1:", "één hoofdletter en twee cijfers"],
    ["an unknown verdict", /(\nD01:[\s\S]*?verdict: )S/, "$1X", "een waarde die we niet kennen"],
  ])("refuses %s", (_what, from, to, message) => {
    expect(problemsOf(first, claims, from, to)).toContainEqual(
      expect.objectContaining({ file: claims, message: expect.stringContaining(message) }),
    );
  });

  it("is asked for, except of a text that was published before there were ledgers", () => {
    const { [claims]: _gone, ...rest } = first;
    expect(checkCourse(rest)).toMatchObject({ ok: false, problems: [{ file: claims, message: expect.stringContaining("bestaat niet") }] });
    const boxed = Object.fromEntries(
      Object.entries(rest).map(([name, text]) => [
        name,
        text
          .replace(/(:::claim\{#\S+ ledger="\w+")\}/g, '$1 verdict="P" level="theory" source="mund-2020"}')
          .replace(/\[@[A-Z][^\]]*\]/g, ""),
      ]),
    );
    expect(checkCourse(boxed, { published: true })).toMatchObject({ ok: true });
  });

  it("is not contradicted by a box", () => {
    const found = problemsOf(first, LESSON, '{#claim-d03 ledger="D03"}', '{#claim-d03 ledger="D03" verdict="S"}');
    expect(found).toMatchObject([{ file: LESSON, message: expect.stringContaining("iets anders dan bewering ‘D03’") }]);
  });

  it("knows the claim a question is about", () => {
    expect(problemsOf(first, "01-gemis/check.yaml", "claim: D01", "claim: Z98")).toMatchObject([
      { message: expect.stringContaining("bewering ‘Z98’ staat niet in claims.yaml") },
    ]);
  });
});

describe("a vignette", { timeout: 30_000 }, () => {
  const file = "vignettes/een-deur-op-een-kier.yaml";
  it("becomes a conversation in scenes, and the lesson shows how it begins", () => {
    const { lessons, vignettes, course } = checkCourse(second) as CheckedCourse;
    expect(vignettes.map(({ id }) => id)).toEqual(["vignet-deur", "vignet-gemis", "vignet-zin"]);
    const block = lessons[1]?.steps.flatMap((step) => step.blocks).find(({ kind }) => kind === "vignette");
    expect(block).toMatchObject({ id: "vignet-deur", html: vignettes[0]?.intro });
    expect(JSON.stringify(lessons)).not.toContain(vignettes[0]?.scenes[0]?.choices[0]?.feedback);
    expect(course.studyLoad.vignette).toBe(vignettes.reduce((sum, { minutes }) => sum + minutes, 0));
    expect(course.requirements).toContainEqual({ type: "vignettes-played", vignettes: ["vignet-deur", "vignet-gemis", "vignet-zin"] });
  });

  it.each([
    ["a choice that leads nowhere", "to: tellen", "to: nergens", "het toneel ‘nergens’ bestaat niet"],
    ["a choice for an unknown criterion", "criterion: vragen", "criterion: zwijgen", "het criterium ‘zwijgen’"],
    [
      "a choice that rests on nothing",
      /claims: \[D01\]\n\s+sources: \[samentegeneenzaamheid\]/,
      "claims: []",
      "noemt geen bewering en geen bron",
    ],
    ["a choice on an unknown claim", "claims: [D01]", "claims: [Z97]", "‘Z97’ staat niet in claims.yaml"],
    ["a way that comes back", "to: tellen", "to: deur", "wie bij ‘deur’ is, kan er terugkomen"],
    ["a beginning that is not there", "start: deur", "start: poort", "het toneel ‘poort’ bestaat niet"],
    ["an end that teaches nothing", /\n {4}end: true/, "", "geen goed einde"],
    ["points beyond the scale", "points: 2", "points: 3", "is te groot"],
  ])("refuses %s", (_what, from, to, message) => {
    expect(problemsOf(second, file, from, to)).toContainEqual(expect.objectContaining({ file, message: expect.stringContaining(message) }));
  });

  it("must be there, and be called in the lesson as it calls itself", () => {
    const lesson = "01-gesprek/02-openen.md";
    expect(problemsOf(second, lesson, "een-deur-op-een-kier.yaml", "weg.yaml")).toContainEqual(
      expect.objectContaining({ message: "Het bestand ‘vignettes/weg.yaml’ bestaat niet." }),
    );
    expect(problemsOf(second, file, "id: vignet-deur", "id: vignet-raam")).toContainEqual(
      expect.objectContaining({ file: lesson, message: expect.stringContaining("heet ‘vignet-raam’") }),
    );
  });
});

describe("modules of other courses", { timeout: 30_000 }, () => {
  /** A masterclass that is nothing but the two modules, as it stands in its own folder beside theirs. */
  function masterclass(change: (yaml: string) => string = (yaml) => yaml): CourseFiles {
    const beside = (slug: string, files: CourseFiles) =>
      Object.fromEntries(Object.entries(files).map(([name, text]) => [`../${slug}/${name}`, text]));
    const own = (first["course.yaml"] ?? "")
      .replace(/^slug: .*$/m, "slug: meesterproef")
      .replace(/^kind: .*$/m, "kind: masterclass")
      .replace(/^outcomes:\n(?: .*\n)+/m, "outcomes: []\n")
      .replace(/^readingList:\n(?: .*\n)+/m, "readingList: []\n")
      .replace(/^glossary:\n(?: .*\n)+/m, "glossary: []\n")
      .replace(
        /^modules: .*$/m,
        "modules:\n  - {course: gemis-is-geen-alleen-zijn, module: 01-gemis}\n  - {course: het-gesprek-over-eenzaamheid, module: 01-gesprek}",
      )
      .replace(/^finalTest: .*\n/m, "")
      .replace(/^requirements:[\s\S]*$/m, "requirements:\n  - type: lessons-finished\n");
    return {
      "course.yaml": change(own),
      "references.yaml": "{}",
      "claims.yaml": "{}",
      ...beside("gemis-is-geen-alleen-zijn", first),
      ...beside("het-gesprek-over-eenzaamheid", second),
    };
  }

  it("come whole: lessons, checks, vignettes, claims and outcomes, under their module's name", () => {
    const checked = checkCourse(masterclass());
    expect(checked.ok ? [] : checked.problems).toEqual([]);
    const { course, lessons, tests, vignettes, origins } = checked as CheckedCourse;
    expect(lessons).toHaveLength(10);
    expect(vignettes).toHaveLength(3);
    expect(course.modules.map(({ from }) => from?.slug)).toEqual(["gemis-is-geen-alleen-zijn", "het-gesprek-over-eenzaamheid"]);
    expect(course.outcomes.map(({ id }) => id)).toEqual([
      "gemis-a",
      "gemis-b",
      "gemis-c",
      "gemis-d",
      ...["a", "b", "c", "d", "e"].map((id) => `gesprek-${id}`),
    ]);
    const known = new Set(course.outcomes.map(({ id }) => id));
    expect(lessons.flatMap((lesson) => lesson.outcomes).filter((id) => !known.has(id))).toEqual([]);
    expect(tests.flatMap((test) => test.items.map((item) => item.outcome)).filter((id) => !known.has(id))).toEqual([]);
    expect(origins["alleen-of-eenzaam"]).toBe("../gemis-is-geen-alleen-zijn/01-gemis/01-alleen-of-eenzaam.md");
    // What they compile to is what they compile to at home.
    const home = checkCourse(first) as CheckedCourse;
    expect(lessons[0]?.steps).toEqual(home.lessons[0]?.steps);
  });

  it("must be there", () => {
    const problems = (change: (yaml: string) => string) => {
      const checked = checkCourse(masterclass(change));
      return checked.ok ? [] : checked.problems;
    };
    expect(problems((yaml) => yaml.replace("course: het-gesprek-over-eenzaamheid", "course: iets-anders"))).toContainEqual(
      expect.objectContaining({
        file: "course.yaml",
        message: expect.stringContaining("‘iets-anders’ waaruit een module komt, is er niet"),
      }),
    );
    expect(problems((yaml) => yaml.replace("module: 01-gesprek", "module: 09-weg"))).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining("09-weg/module.yaml") }),
    );
  });

  it("may not say two things under one name", () => {
    const files = masterclass();
    const other = "../het-gesprek-over-eenzaamheid/claims.yaml";
    const changed = { ...files, [other]: (files[other] ?? "").replace(/(\nD01:\n {2}claim: )[^\n]*/, "$1Iets anders.") };
    expect(checkCourse(changed)).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([expect.objectContaining({ message: expect.stringContaining("Bewering ‘D01’ is in") })]),
    });
  });
});
