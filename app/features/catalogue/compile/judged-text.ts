import type { Nodes, Parents, RootContent } from "mdast";
import { CONTINUE, SKIP, visit } from "unist-util-visit";
import type { Claim } from "../compiled.ts";
import { SAYS } from "./fault-kinds.ts";
import type { Ledger } from "./ledger.ts";
import { bareFault, causeFault, guardFault, sentencesOf } from "./wording.ts";

type Fault = (line: number, message: string, advice: string) => void;

/** `[@D01]`, `[@D01; @B04]`, and `[zie @bron]`, which points and proves nothing. */
const citation = /\[(zie )?(@[A-Za-z0-9-]+(?:\s*;\s*@[A-Za-z0-9-]+)*)\]/g;
const isClaim = (key: string) => /^[A-Z]\d{2}$/.test(key);
const keysOf = (list: string) => list.split(/\s*;\s*/).map((part) => part.slice(1));

export interface Judgement {
  ledger: Ledger;
  fault: Fault;
  /** the claim of the box in which the text stands: what is said there rests on it */
  within: Claim["id"] | null;
}

/**
 * Reads running text as its readers will: every factual sentence must rest on a claim of the ledger, say no more than that claim, and
 * never pass the unsupported off as fact. Faults name the line.
 */
export function judgeText(nodes: readonly Nodes[], { ledger, fault, within }: Judgement): void {
  for (const [index, node] of nodes.entries()) {
    visit(node, (part) => {
      // What a table says rests on itself as a whole, or on the words before or after it.
      if (part.type === "table") {
        const around = [nodes[index - 1], part, nodes[index + 1]].flatMap((near) => (near ? claimsIn(flat(near)) : []));
        visit(part, "tableCell", (cell) =>
          judgeParagraph(flat(cell), cell.position?.start.line ?? 1, { ledger, fault, within: within ?? around[0] ?? null }),
        );
        return SKIP;
      }
      if (part.type === "paragraph") judgeParagraph(flat(part), part.position?.start.line ?? 1, { ledger, fault, within });
      return CONTINUE;
    });
  }
}

function judgeParagraph(paragraph: string, firstLine: number, { ledger, fault, within }: Judgement): void {
  const sentences = sentencesOf(paragraph).map((sentence) => ({ ...sentence, claims: claimsIn(sentence.text) }));
  let following: string[] = within ? [within] : [];
  // From the end, so that each sentence knows the claim that closes its passage.
  for (const sentence of sentences.toReversed()) {
    if (sentence.claims.length > 0) following = sentence.claims;
    const resting = sentence.claims.length > 0 ? sentence.claims : following;
    const line = firstLine + paragraph.slice(0, sentence.start).split("\n").length - 1;
    const words = sentence.text.replace(citation, "");
    const observational = resting.some((id) => ledger.get(id)?.observational) && !/\b(?:niet|geen|nooit|of)\b/i.test(words);
    const wrong = guardFault(words) ?? causeFault(words, observational) ?? bareFault(words, resting.length > 0);
    if (wrong) fault(line, wrong.message, wrong.advice);
  }
}

const claimsIn = (sentence: string) =>
  [...sentence.matchAll(citation)].flatMap(([, pointer, list = ""]) => (pointer ? [] : keysOf(list).filter(isClaim)));

/** What stands there to be judged: text without what was set apart as weighed. Lines stay where they are. */
function flat(node: Nodes): string {
  if (node.type === "textDirective" && node.name === "weighed") return "\n".repeat(linesOf(node));
  if ("children" in node) return (node as Parents).children.map((child) => flat(child)).join("");
  return node.type === "text" ? node.value : "";
}

const linesOf = (node: Nodes) => (node.position ? node.position.end.line - node.position.start.line : 0);

/** Takes `:weighed[…]{note="…"}` out of the way once the text was judged: its words stay. One without a note says nothing. */
export function unwrapWeighed(node: Nodes, fault: Fault): void {
  visit(node, "textDirective", (directive, index, parent) => {
    if (directive.name !== "weighed" || !parent || index === undefined) return;
    const { note, ...others } = directive.attributes ?? {};
    if (!note?.trim() || Object.keys(others).length > 0)
      fault(
        directive.position?.start.line ?? 1,
        "Bij :weighed staat niet waarom de zin er zo mag staan.",
        'Schrijf de reden erbij: :weighed[De zin.]{note="Oefening: de lezer weegt deze bewering."}',
      );
    (parent.children as RootContent[]).splice(index, 1, ...(directive.children as RootContent[]));
    return index;
  });
}

export interface Citing {
  ledger: Ledger;
  fault: Fault;
  /** a claim was cited */
  met(id: string): void;
}

/**
 * Puts the sources of a claim where the claim is cited, for the links that follow. A claim that nobody supports is not cited as a fact; a
 * source alone is only pointed at.
 */
export function citeClaims(node: Nodes, { ledger, fault, met }: Citing): void {
  visit(node, "text", (text) => {
    const first = text.position?.start.line ?? 1;
    text.value = text.value.replace(citation, (_whole, pointer: string | undefined, list: string, at: number) => {
      const line = first + text.value.slice(0, at).split("\n").length - 1;
      const keys = keysOf(list);
      const sources = keys.flatMap((key) => (isClaim(key) ? (sourcesOf(key, line) ?? [key]) : key));
      for (const key of keys.filter((key) => !isClaim(key) && !pointer))
        fault(
          line,
          `Hier staat bron ‘${key}’ zonder de bewering die erop rust.`,
          "Noem de bewering uit claims.yaml, zoals [@D01]. Wijs je alleen naar meer lezen, schrijf dan [zie @bron].",
        );
      if (sources.length === 0) return "(praktijkadvies)";
      return `[${pointer ?? ""}${[...new Set(sources)].map((key) => `@${key}`).join("; ")}]`;
    });
  });

  function sourcesOf(id: string, line: number): string[] | null {
    const claim = ledger.get(id);
    if (!claim) {
      fault(line, `Bewering ‘${id}’ ${SAYS.unknownClaim}.`, "Voeg de bewering toe, of verbeter de verwijzing.");
      return [];
    }
    met(id);
    if (claim.verdict === "U")
      fault(line, `Bewering ‘${id}’ ${SAYS.unsupported}.`, "Haal haar weg, of zet haar in een :::claim-blok met **Kanttekening:**.");
    return claim.sources;
  }
}
