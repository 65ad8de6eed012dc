import type { ContainerDirective } from "mdast-util-directive";
import { toString as plainText } from "mdast-util-to-string";
import type { z } from "zod";
import type { Block, Claim, Verdict } from "../compiled.ts";
import { caseAttributes, claimAttributes, promptAttributes } from "./course-schema.ts";
import type { LessonWork } from "./lesson-work.ts";

/**
 * A statement of the ledger with our verdict. What the box itself says of verdict, level and sources may not differ from the ledger; a course
 * from before there were ledgers says it there alone. One that is not simply supported must say so.
 */
export function compileClaim(work: LessonWork, node: ContainerDirective): Block | null {
  const given = work.attributes(node, claimAttributes);
  if (!given) return null;
  const line = node.position?.start.line ?? 1;
  const claim = claimOf(work, given, line);
  if (!claim) return null;
  for (const key of claim.sources) {
    work.knownSource(key, line);
    work.tally.cited.add(key);
  }
  checkCaveat(work, node, claim.verdict);
  const html = work.told(node.children, given.ledger);
  return {
    kind: "claim",
    id: given.id,
    ledger: given.ledger,
    verdict: claim.verdict,
    level: claim.level,
    sources: claim.sources,
    anchors: work.anchorsFor(claim.sources),
    html,
  };
}

type Judged = Pick<Claim, "verdict" | "level" | "sources">;

function claimOf(work: LessonWork, given: z.infer<typeof claimAttributes>, line: number): Judged | null {
  const { ledger } = work.around;
  if (!ledger) {
    const { verdict, level, source } = given;
    if (verdict && level && source) return { verdict, level, sources: source.split(/\s+/) };
    work.fault(line, "Dit kader mist verdict, level of source.", "Vul ze in, of schrijf de bewering in claims.yaml.");
    return null;
  }
  const claim = ledger.get(given.ledger);
  if (!claim) {
    work.fault(line, `Bewering ‘${given.ledger}’ staat niet in claims.yaml.`, "Voeg de bewering toe, of verbeter ledger.");
    return null;
  }
  work.tally.claims.add(claim.id);
  const differs =
    (given.verdict && given.verdict !== claim.verdict) ||
    (given.level && given.level !== claim.level) ||
    (given.source && given.source.split(/\s+/).toSorted().join() !== claim.sources.toSorted().join());
  if (differs)
    work.fault(
      line,
      `Het kader zegt iets anders dan bewering ‘${claim.id}’ in claims.yaml.`,
      "Haal verdict, level en source weg: ze staan in claims.yaml.",
    );
  return claim;
}

function checkCaveat(work: LessonWork, node: ContainerDirective, verdict: Verdict): void {
  const caveat = node.children.some(
    (child) => child.type === "paragraph" && child.children[0]?.type === "strong" && /^Kanttekening\b/.test(plainText(child.children[0])),
  );
  const line = node.position?.start.line ?? 1;
  if (caveat) return;
  if (verdict === "U")
    work.fault(
      line,
      "Deze bewering is niet onderbouwd (U) en staat er als feit.",
      "Voeg een alinea toe die begint met **Kanttekening:** en zegt waarom je haar niet gebruikt.",
    );
  if (verdict === "SC" || verdict === "C")
    work.fault(
      line,
      `Een bewering met oordeel ${verdict} staat hier zonder haar correctie.`,
      "Voeg een alinea toe die begint met **Kanttekening:**.",
    );
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
  const html = work.told(node.children.filter((child) => child !== discussion));
  const told = work.told(discussion.children, null, null);
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
