import type { ContainerDirective } from "mdast-util-directive";
import { toString as plainText } from "mdast-util-to-string";
import type { Block } from "../compiled.ts";
import { caseAttributes, claimAttributes, promptAttributes } from "./course-schema.ts";
import type { LessonWork } from "./lesson-work.ts";

/** A statement with our verdict; one that is not simply supported must say so. */
export function compileClaim(work: LessonWork, node: ContainerDirective): Block | null {
  const given = work.attributes(node, claimAttributes);
  if (!given) return null;
  const line = node.position?.start.line ?? 1;
  const sources = given.source.split(/\s+/);
  for (const key of sources) {
    if (work.around.inText(key) === null)
      work.fault(line, `Bron ‘${key}’ staat niet in references.yaml.`, "Voeg de bron toe, of verbeter de sleutel bij source.");
    work.tally.cited.add(key);
  }
  const caveat = node.children.some(
    (child) => child.type === "paragraph" && child.children[0]?.type === "strong" && /^Kanttekening\b/.test(plainText(child.children[0])),
  );
  if (!caveat && given.verdict === "U")
    work.fault(
      line,
      "Deze bewering is niet onderbouwd (U) en staat er als feit.",
      "Voeg een alinea toe die begint met **Kanttekening:** en zegt waarom je haar niet gebruikt.",
    );
  if (!caveat && (given.verdict === "SC" || given.verdict === "C"))
    work.fault(
      line,
      `Een bewering met oordeel ${given.verdict} staat hier zonder haar correctie.`,
      "Voeg een alinea toe die begint met **Kanttekening:**.",
    );
  const html = work.html(node.children);
  return {
    kind: "claim",
    id: given.id,
    ledger: given.ledger,
    verdict: given.verdict,
    level: given.level,
    sources,
    anchors: work.anchorsFor(sources),
    html,
  };
}

/** A question to write about, or something to do at work. */
export function compilePrompt(work: LessonWork, node: ContainerDirective, kind: "reflection" | "practice"): Block | null {
  const given = work.attributes(node, promptAttributes);
  if (!given) return null;
  work.tally.minutes[kind] += given.minutes;
  return { kind, id: given.id, minutes: given.minutes, html: work.html(node.children, false) };
}

/** A story with questions, and the discussion that opens once the learner has written. */
export function compileCase(work: LessonWork, node: ContainerDirective): Block | null {
  const given = work.attributes(node, caseAttributes);
  if (!given) return null;
  const discussions = node.children.filter(
    (child): child is ContainerDirective => child.type === "containerDirective" && child.name === "discussion",
  );
  const [discussion] = discussions;
  if (!discussion || discussions.length > 1) {
    work.fault(
      node.position?.start.line ?? 1,
      "Een casus heeft precies één bespreking nodig.",
      "Zet binnen ::::case één blok :::discussion.",
    );
    return null;
  }
  work.tally.minutes.case += given.minutes;
  const html = work.html(node.children.filter((child) => child !== discussion));
  const told = work.html(discussion.children, true, null);
  return {
    kind: "case",
    id: given.id,
    title: given.title,
    minutes: given.minutes,
    // A discussion is not shown to everyone: whoever comes back from a source that only it cites, comes to the case.
    anchors: work.anchorsFor([...work.tally.cited]),
    html,
    discussion: told,
  };
}
