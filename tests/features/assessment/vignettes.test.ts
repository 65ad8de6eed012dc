import { beforeAll, expect, test } from "vitest";
import { choose, playAgain } from "#app/features/assessment/play-vignette.server.ts";
import { vignettePage } from "#app/features/assessment/vignette-page.server.ts";
import { vignetteStates } from "#app/features/assessment/vignette-rows.server.ts";
import { completionStateOf, recordRequirement } from "#app/features/learning/completion.server.ts";
import { vignetteKey } from "#app/features/learning/requirements.ts";
import { db } from "#app/platform/db.server.ts";
import { askFor, publishedTalk, talk } from "./talk.ts";
import { course, later, newLearner, start } from "./test-taker.ts";

beforeAll(publishedTalk);

type Learner = Awaited<ReturnType<typeof newLearner>>;
const seatOf = ({ personId }: Learner) => ({ personId, ...talk });
const say = (learner: Learner, sceneId: string, choiceId: string, run = 1) =>
  choose({ ...seatOf(learner), run, sceneId, choiceId }, later(run));
const runsOf = ({ enrolmentId }: Learner) =>
  db.vignetteRun.findMany({ where: { enrolmentId }, orderBy: { number: "asc" }, select: { number: true, path: true, endedAt: true } });
const recordsOf = async ({ enrolmentId }: Learner) => (await completionStateOf(db, enrolmentId)).records;
async function pageOf(learner: Learner) {
  const page = await vignettePage(seatOf(learner), later(9));
  if (!page.ok) throw new Error(page.reason);
  return page;
}

test("reading begins nothing; the first line does, the last one ends it and tells learning", async () => {
  const learner = await newLearner();
  expect(await pageOf(learner)).toMatchObject({ run: 1, turns: [], scene: { id: "deur" }, ending: null });
  expect(await runsOf(learner)).toEqual([]);
  expect(await say(learner, "deur", "vraag")).toEqual({ ok: true, sceneId: "stilte" });
  expect(await recordsOf(learner)).toEqual({});
  expect(await say(learner, "stilte", "wacht")).toEqual({ ok: true, sceneId: "warm" });
  expect(await runsOf(learner)).toMatchObject([{ number: 1, path: ["vraag", "wacht"], endedAt: later(1) }]);
  expect(await recordsOf(learner)).toEqual({ [vignetteKey(talk.vignetteId)]: 1 });
  const { turns, ending } = await pageOf(learner);
  expect(turns.map(({ sceneId, met }) => [sceneId, met])).toEqual([
    ["deur", "met"],
    ["stilte", "partly"],
  ]);
  expect(turns[0]?.sources[0]?.short).toMatch(/Perlman/);
  expect(ending).toEqual({
    lesson: "<p>Les van warm.</p>",
    rubric: [
      { text: "Je vraagt open.", shown: "met" },
      { text: "Je laat stilte toe.", shown: "partly" },
    ],
  });
});

test("what was not chosen yet, its points and what it would bring never come along", async () => {
  const learner = await newLearner();
  await say(learner, "deur", "vraag");
  const sent = JSON.stringify(await pageOf(learner));
  expect(sent).toContain("Uitleg bij vraag");
  expect(sent).toContain("Ik zeg wacht");
  for (const hidden of ["Uitleg bij raad", "Uitleg bij wacht", "Uitleg bij praat", "Slot", "Les van", "points", '"to"', "Ik zeg raad"])
    expect(sent).not.toContain(hidden);
});

test("a scene is answered once: pressed again, in another tab, or for another run, it is refused and nothing moves", async () => {
  const learner = await newLearner();
  await say(learner, "deur", "vraag");
  for (const [scene, line, run] of [
    ["deur", "vraag", 1],
    ["deur", "raad", 1],
    ["stilte", "wacht", 2],
    ["warm", "wacht", 1],
  ] as const)
    expect(await say(learner, scene, line, run)).toEqual({ ok: false, reason: "stale" });
  expect(await say(learner, "stilte", "raad")).toEqual({ ok: false, reason: "no-choice" });
  expect(await say(learner, "stilte", "")).toEqual({ ok: false, reason: "no-choice" });
  expect(await runsOf(learner)).toMatchObject([{ path: ["vraag"], endedAt: null }]);
});

test("two lines at the very same moment: one is said", async () => {
  for (const [scene, lines] of [
    ["deur", ["vraag", "raad"]],
    ["stilte", ["wacht", "praat"]],
  ] as const) {
    const learner = await newLearner();
    if (scene === "stilte") await say(learner, "deur", "vraag");
    const answers = await Promise.all(lines.map((line) => say(learner, scene, line)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "stale" });
    expect(await runsOf(learner)).toHaveLength(1);
  }
});

test("played again it is another run; the record and its moment stay, and a run under way is not begun anew", async () => {
  const learner = await newLearner();
  expect(await playAgain(seatOf(learner), start)).toEqual({ ok: true, sceneId: "deur" });
  expect(await runsOf(learner)).toEqual([]);
  await say(learner, "deur", "raad");
  await Promise.all([playAgain(seatOf(learner), later(2)), playAgain(seatOf(learner), later(2))]);
  expect(await runsOf(learner)).toMatchObject([{ number: 1 }, { number: 2, path: [], endedAt: null }]);
  expect(await pageOf(learner)).toMatchObject({ run: 2, turns: [], scene: { id: "deur" } });
  await say(learner, "deur", "vraag", 2);
  expect(await playAgain(seatOf(learner), later(3))).toEqual({ ok: true, sceneId: "stilte" });
  await say(learner, "stilte", "praat", 2);
  const { recordedAt } = await db.requirementRecord.findFirstOrThrow({ where: { enrolmentId: learner.enrolmentId } });
  expect(recordedAt).toEqual(later(1));
});

test("how it stands: new, under way, played, and played it stays", async () => {
  const learner = await newLearner();
  const state = async () => (await vignetteStates(db, learner, [talk.vignetteId])).get(talk.vignetteId);
  expect(await state()).toBe("new");
  await say(learner, "deur", "vraag");
  expect(await state()).toBe("open");
  await say(learner, "stilte", "wacht");
  await playAgain(seatOf(learner), later(2));
  expect(await state()).toBe("played");
});

test("the last thing that was asked completes the course, in the same transaction", async () => {
  const learner = await newLearner();
  await askFor(learner.editionId, [{ type: "vignettes-played", vignettes: [talk.vignetteId] }]);
  await recordRequirement(db, { enrolmentId: learner.enrolmentId, key: `final-test-passed:${course.final}`, value: 100 }, start);
  await say(learner, "deur", "raad");
  expect(await completionStateOf(db, learner.enrolmentId)).toMatchObject({ complete: true, completedAt: later(1) });
});

test("the door: not without access, not before Begin, not at another lesson, and nobody else's run", async () => {
  const [outsider, learner] = [await newLearner({ begun: false }), await newLearner()];
  expect(await say(outsider, "deur", "vraag")).toEqual({ ok: false, reason: "not-begun" });
  expect(await choose({ ...seatOf(learner), lessonId: "welk-gemis", run: 1, sceneId: "deur", choiceId: "vraag" }, start)).toEqual({
    ok: false,
    reason: "unknown-vignette",
  });
  await say(learner, "deur", "vraag");
  await db.ground.updateMany({ where: { enrolmentId: learner.enrolmentId }, data: { endedAt: start, endReason: "refunded" } });
  expect(await say(learner, "stilte", "wacht")).toMatchObject({ ok: false, reason: "ended" });
  const other = await newLearner();
  expect(await pageOf(other)).toMatchObject({ turns: [] });
});
