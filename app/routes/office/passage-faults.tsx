import { faultKind, STAYS } from "#app/features/catalogue/compile/fault-kinds.ts";
import type { CourseFault } from "#app/features/catalogue/corrections.server.ts";
import * as m from "#generated/paraglide/messages.js";

/** What the check found in a corrected text: which sentence, and what a trainer can do about it. The check's own words are Dutch. */
export function PassageFaults({ problems }: { problems: readonly CourseFault[] }) {
  if (problems.length === 0) return null;
  const kinds = problems.map(({ message }) => faultKind(message));
  return (
    <>
      <ul className="text-list">
        {problems.map((problem) => (
          <li key={`${problem.courseSlug} ${problem.file} ${problem.line} ${problem.message}`}>
            <Fault problem={problem} />
          </li>
        ))}
      </ul>
      {kinds.includes("bare") || kinds.includes("unknownClaim") ? <p>{m.office_fault_no_claim()}</p> : null}
    </>
  );
}

function Fault({ problem: { courseSlug: course, file, line, message, advice } }: { problem: CourseFault }) {
  const said = <strong lang="nl">{message}</strong>;
  switch (faultKind(message)) {
    case "bare":
      return (
        <>
          {said} {m.office_fault_bare()}
        </>
      );
    case "cause":
      return (
        <>
          {said} {m.office_fault_cause()}
        </>
      );
    case "guard":
      return (
        <>
          {said} <span lang="nl">{advice.replace(STAYS, "").trim()}</span>
        </>
      );
    case "unknownClaim":
      return <strong>{m.office_fault_unknown_claim({ id: /‘([^’]+)’/.exec(message)?.[1] ?? "" })}</strong>;
    case "unsupported":
      return (
        <>
          {said} {m.office_fault_unsupported()}
        </>
      );
    case "other":
      return (
        <>
          {said} <span lang="nl">{advice}</span> {m.office_fault_other({ course, file, line })}
        </>
      );
  }
}
