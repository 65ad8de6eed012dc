import { beforeAll, describe, expect, it } from "vitest";
import { search } from "#app/features/catalogue/search.server.ts";
import { db } from "#app/platform/db.server.ts";
import { prose, publishTold } from "./search-fixture.ts";

let eigen = "";

beforeAll(async () => {
  eigen = await publishTold({
    slug: "stil-in-huis",
    lessons: [
      {
        id: "proefles",
        title: "Een stille middag",
        preview: true,
        steps: [
          prose("begin", "", "<p>Mevrouw Aalders noemt haar middagen eenzaam&nbsp;&amp; lang.</p>"),
          prose("coordinatie", "Wie regelt wat", "<p>De coördinatie ligt bij de wijkverpleegkundige.</p>"),
        ],
      },
      {
        id: "verderop",
        title: "Vragen die ruimte geven",
        steps: [
          prose("vragen", "Doorvragen", "<p>Een mantelzorger vertelt over een zeldzame <em>kwikstaart</em> in de tuin.</p>"),
          prose("tekens", "Tekens", "<p>Schrijf &#x3C;script>alert('uilskuiken')&#x3C;/script> en 2 &#x3C; 3 gewoon op.</p>"),
          {
            id: "casus",
            title: "Een casus",
            blocks: [
              {
                ...{ kind: "case", id: "casus-1", title: "Meneer Bos", minutes: 10, anchors: [] },
                html: "<p>Wat doe je als de wandelclub stopt?</p>",
                discussion: "<p>Het goede antwoord is een fluitketel.</p>",
              },
            ],
          },
        ],
      },
    ],
    glossary: [{ term: "Eenzaamheid", text: "Een gemis aan verbondenheid dat iemand zelf ervaart." }],
    sources: [
      {
        key: "perlman-1981",
        short: "Perlman & Peplau (1981)",
        full: "Perlman, D., &#x26; Peplau, L. A. (1981). <em>Toward a psychology</em>.",
      },
    ],
  });
});

const asStranger = (asked: string) => search(asked, [], 1);
const asLearner = (asked: string) => search(asked, [eigen], 1);
const places = async (answer: ReturnType<typeof search>) => (await answer)?.results.map(({ anchor }) => anchor).sort();
const text = (snippet: { text: string }[] | undefined) => snippet?.map((piece) => piece.text).join("");

describe("searching", () => {
  it("finds a word in every form that Dutch gives it", async () => {
    expect(await places(asStranger("eenzame"))).toEqual(["begin", "eenzaamheid"]);
    expect(await places(asStranger("EENZAAMHEID"))).toEqual(["begin", "eenzaamheid"]);
    expect(await places(asLearner("mantelzorgers"))).toEqual(["vragen"]);
  });

  it("puts what is called so first", async () => {
    expect((await asStranger("eenzaam"))?.results.map(({ kind }) => kind)).toEqual(["term", "step"]);
  });

  it("does not mind accents, in either", async () => {
    expect(await places(asStranger("coordinatie"))).toEqual(["coordinatie"]);
    expect(await places(asStranger("coördinatie"))).toEqual(["coordinatie"]);
    expect(await places(asStranger("éénzaam"))).toEqual(["begin", "eenzaamheid"]);
  });

  it("takes the last word for the beginning of one, whatever its stem", async () => {
    expect(await places(asStranger("coordi"))).toEqual(["coordinatie"]);
    expect(await places(asStranger("eenzaamhe"))).toEqual(["begin", "eenzaamheid"]);
    expect(await asStranger("coordi ligt")).toMatchObject({ instead: "coördinatie ligt" });
  });

  it("wants all words, except those that are in every text", async () => {
    expect(await places(asStranger("wat is de coördinatie"))).toEqual(["coordinatie"]);
    expect(await places(asStranger("coördinatie eenzaamheid"))).toEqual([]);
    expect(await asStranger("de het een")).toMatchObject({ total: 0, telling: false });
    expect(await asStranger("?!")).toBeNull();
  });

  it("looks for what is spelled nearly alike where the exact words find little, and says so", async () => {
    expect(await asStranger("eenzaamhied")).toMatchObject({ total: 2, instead: "eenzaamheid" });
    expect(await asStranger("mevrouw eenzaamhied")).toMatchObject({ total: 1, instead: "mevrouw eenzaamheid" });
    expect(await asLearner("matnelzorger")).toMatchObject({ total: 1, instead: "mantelzorger" });
    expect(await asStranger("coördinatie zebrapad")).toMatchObject({ total: 1, instead: "coördinatie" });
    expect(await asStranger("zebrapad")).toMatchObject({ total: 0, instead: null });
  });

  it("knows a lesson by its title and a source by its authors", async () => {
    expect((await asStranger("stille middag"))?.results[0]).toMatchObject({ title: "Een stille middag", lessonTitle: "Een stille middag" });
    expect((await asStranger("peplau 1981"))?.results).toMatchObject([
      { kind: "source", anchor: "perlman-1981", courseTitle: "Over stil-in-huis" },
    ]);
  });

  it("marks what was found, and leaves every sign what it is", async () => {
    const [found] = (await asLearner("uilskuiken"))?.results ?? [];
    expect(text(found?.snippet)).toContain("Schrijf <script>alert('uilskuiken')</script> en 2 < 3 gewoon");
    expect(found?.snippet.filter(({ hit }) => hit)).toEqual([{ text: "uilskuiken", hit: true }]);
    expect(text((await asStranger("aalders"))?.results[0]?.snippet)).toContain("Mevrouw Aalders noemt haar middagen eenzaam & lang");
    expect(text((await asLearner("kwikstaart"))?.results[0]?.snippet)).toContain("zeldzame kwikstaart in");
  });

  it("takes any sign for what it is in a question too", async () => {
    for (const asked of ["' | !& <-> :*", "eenzaam:* & !soep", "\\'; drop table person", "%_%", "a".repeat(500), "\u0002x\u0003", "\ud800"])
      await expect(asStranger(asked)).resolves.not.toThrow();
  });
});

describe("who finds what", () => {
  it("nobody finds a lesson they may not read, nor a word of it", async () => {
    expect(await asStranger("kwikstaart")).toMatchObject({ total: 0, instead: null });
    expect(await asStranger("kwikstart")).toMatchObject({ total: 0, instead: null });
    expect(await places(asStranger("kwik"))).toEqual([]);
    expect(await asLearner("kwikstart")).toMatchObject({ total: 1, instead: "kwikstaart" });
    const elders = await publishTold({
      slug: "elders",
      lessons: [{ id: "les", title: "Les", steps: [prose("stap", "Stap", "<p>De otter.</p>")] }],
    });
    expect(await places(asLearner("otter"))).toEqual([]);
    expect(await places(search("otter", [eigen, elders], 1))).toEqual(["stap"]);
  });

  it("nobody ever finds the discussion of a case", async () => {
    expect(await places(asLearner("wandelclub"))).toEqual(["casus"]);
    expect(await asLearner("fluitketel")).toMatchObject({ total: 0, instead: null });
    expect(await db.$queryRaw`select 1 from search_entry where body ilike '%fluitketel%'`).toEqual([]);
  });

  it("a learner finds the lessons of their own edition, a stranger those of the edition shown", async () => {
    const lesson = (words: string, preview = true) => [
      { id: "les", title: "Les", preview, steps: [prose("stap", "Stap", `<p>${words}</p>`)] },
    ];
    const stories = { "2026.9": "oud", "2026.10": "nieuw", "2027.1": "ongelezen" };
    const [old = ""] = await Promise.all(
      Object.entries(stories).map(([edition, kind]) =>
        publishTold({ slug: "twee-edities", edition, state: "draft", lessons: lesson(`Een reiger en een ${kind} verhaal.`) }),
      ),
    );
    const becomes = (number: string, state: string) =>
      db.edition.updateMany({ where: { courseSlug: "twee-edities", number }, data: { state } });
    const found = async (ids: string[]) =>
      (await search("reiger", ids, 1))?.results.map(({ own, snippet }) => [own, /(\w+) verhaal/.exec(text(snippet) ?? "")?.[1]]);
    await becomes("2026.10", "on-sale");
    expect(await found([])).toEqual([[false, "nieuw"]]);
    expect(await found([old])).toEqual([[true, "oud"]]);
    await becomes("2026.10", "draft");
    expect(await found([])).toEqual([[false, "ongelezen"]]);
    await becomes("2027.1", "retired");
    expect(await found([])).toEqual([[false, "nieuw"]]);
    await db.edition.updateMany({ where: { courseSlug: "twee-edities" }, data: { state: "retired" } });
    expect(await found([])).toEqual([]);
    expect(await found([old])).toEqual([[true, "oud"]]);
  });

  it("finds once what stands in two courses alike, and turns pages of twenty", async () => {
    const steps = Array.from({ length: 45 }, (_, index) => prose(`stap-${index}`, `Stap ${index}`, `<p>De ijsvogel, keer ${index}.</p>`));
    for (const slug of ["lang-een", "lang-twee"]) await publishTold({ slug, lessons: [{ id: "les", title: "Les", preview: true, steps }] });
    const pages = await Promise.all([1, 2, 3, 99].map((page) => search("ijsvogel", [], page)));
    expect(pages.map((answer) => [answer?.page, answer?.pages, answer?.total, answer?.results.length])).toEqual([
      [1, 3, 45, 20],
      [2, 3, 45, 20],
      [3, 3, 45, 5],
      [3, 3, 45, 5],
    ]);
    expect(new Set(pages.slice(0, 3).flatMap((answer) => answer?.results.map(({ title }) => title))).size).toBe(45);
  });
});
