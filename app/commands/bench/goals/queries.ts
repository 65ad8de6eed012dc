import { paths } from "#app/paths.ts";
import { lessonIdOf, slugOf } from "../course-folder.ts";
import { checked, type Row } from "../figures.ts";
import type { Ask } from "../load.ts";
import { readDeepLesson, readLesson, type Stage } from "../stage.ts";
import { insideTransaction, isWrite, statementsDuring } from "../statements.ts";

/** Goals 2, 3 and 5: what is asked of the database, read in its own log. */
export async function measureQueries(stage: Stage): Promise<Row[]> {
  const { site, client } = stage;
  const newcomer = stage.fresh.at(-1);
  if (!newcomer) throw new Error("There are no fresh people.");
  const send = ({ path, cookie = "", form, headers = {} }: Ask) =>
    fetch(`${site.origin}${path}`, {
      redirect: "manual",
      headers: {
        cookie,
        origin: site.origin,
        ...headers,
        ...(form === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" }),
      },
      ...(form === undefined ? {} : { method: "POST", body: form }),
    }).then((answer) => answer.text());
  const during = (ask: Ask) => statementsDuring(stage, () => send(ask));
  const visit: Ask = { path: paths.lesson(slugOf(30), lessonIdOf(30)), cookie: newcomer.cookie };

  // What a process reads once and remembers is not a cost of the page.
  for (const known of [readDeepLesson(stage, 0), readLesson(stage, 0)]) await send(known);
  const ahead = await during({ ...visit, headers: { "Sec-Purpose": "prefetch" } });
  const first = await during(visit);
  const second = await during(visit);
  const deep = await during(readDeepLesson(stage, 0));
  const short = await during(readLesson(stage, 0));
  const finish: Ask = { path: paths.finishLesson(slugOf(30), lessonIdOf(30)), form: "", cookie: newcomer.cookie };
  const finishing = await during(finish);
  const finishedAt = async () => {
    const { rows } = await client.query<{ at: Date }>(
      "select finished_at as at from lesson_progress p join bench.person b on b.short = p.enrolment_id where b.id = $1 and p.lesson_id = $2",
      [newcomer.id, lessonIdOf(30)],
    );
    return rows.length === 1 ? rows[0]?.at?.getTime() : undefined;
  };
  const before = await finishedAt();
  await send(finish);
  const after = await finishedAt();
  const kept = before !== undefined && before === after;

  const writes = [ahead, first, second].map((statements) => statements.filter(isWrite).length);
  const transaction = insideTransaction(finishing).length;
  return [
    checked(
      {
        goal: "2",
        what: "writes of a lesson GET: fetched ahead, first visit, second visit",
        measured: writes.join(", "),
        bound: "0, ≤ 1, 0",
        detail: { ahead, first, second },
      },
      writes[0] === 0 && (writes[1] ?? 9) <= 1 && writes[2] === 0,
    ),
    checked(
      {
        goal: "3",
        what: "finish: round trips in its transaction",
        measured: `${transaction}, of ${finishing.length} in the request`,
        bound: "≤ 4",
        detail: finishing,
      },
      transaction > 0 && transaction <= 4,
    ),
    checked({ goal: "3", what: "finish again: one row, the first moment kept", measured: kept ? "yes" : "no", bound: "yes" }, kept),
    checked(
      {
        goal: "5",
        what: "statements of a lesson document, 30 and 500 lessons",
        measured: `${short.length} and ${deep.length}`,
        bound: "equal, ≤ 3",
        detail: { short, deep },
      },
      short.length === deep.length && short.length <= 3,
    ),
  ];
}
