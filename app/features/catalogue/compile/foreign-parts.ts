import type { Heading, Nodes } from "mdast";
import { toString as plainText } from "mdast-util-to-string";
import type { LessonWork } from "./lesson-work.ts";
import { isSafeHref } from "./markdown.ts";

/** A heading inside a step goes one level down at a time. @returns its depth, for the next one */
export function checkHeading(work: LessonWork, heading: Heading, depth: number): number {
  const line = heading.position?.start.line ?? 1;
  if (heading.depth < 3 || heading.depth > depth + 1 || heading.depth > 4) {
    work.fault(
      line,
      `De kop ‘${plainText(heading)}’ heeft een niveau dat hier niet past.`,
      // One that would begin a step, and does not: something above it still goes on.
      heading.depth === 2
        ? "Sluit het blok erboven met een regel :::. Is het een tussenkop, begin dan met ###."
        : "Binnen een stap begin je met ###, en daaronder ####.",
    );
  }
  return heading.depth;
}

/** A block that was not read as one: a colon too few, a space before its brace, or fences without a name. Readers would see the signs themselves. */
const looseBlock =
  /:+(?:claim|reflection|practice|case|discussion|figure|vignette|video|audio)\s*\{|:+(?:term|weighed)\s+\[|^\s*:{3,}|\n\s*:{3,}/;

/** What a lesson may not hold where it stands; and links are led to where they go. */
export function refuseForeign(work: LessonWork, node: Nodes): void {
  const line = node.position?.start.line ?? 1;
  if (node.type === "html") work.fault(line, "Hier staat HTML.", "Schrijf gewone Markdown; HTML wordt niet overgenomen.");
  if (node.type === "text") {
    const loose = looseBlock.exec(node.value);
    if (loose)
      work.fault(
        line + node.value.slice(0, loose.index).split("\n").length - 1 + (loose[0].startsWith("\n") ? 1 : 0),
        "Hier staat een blok dat niet als blok te lezen is.",
        'Schrijf het als :::reflection{#mijn-id minutes="5"}: drie dubbele punten, geen spatie voor de accolade, en een regel ::: aan het eind.',
      );
  }
  if (node.type === "image") {
    const advice =
      work.around.fileText(node.url) !== undefined
        ? "Afbeeldingen in lessen kunnen in deze versie nog niet; haal de verwijzing weg."
        : "Haal de verwijzing weg, of zet het bestand in de cursusmap.";
    work.fault(line, `De afbeelding ‘${node.url}’ kan niet worden getoond.`, advice);
  }
  if (node.type === "definition" || node.type === "linkReference" || node.type === "imageReference" || node.type === "footnoteDefinition") {
    work.fault(
      line,
      "Een losse linkregel kan hier niet, en een noot ook niet.",
      "Schrijf de link voluit: [tekst](adres), of verwijs naar een bron met [@bron].",
    );
  }
  if (node.type === "leafDirective" || node.type === "containerDirective") {
    work.fault(
      line,
      `Het blok ‘${node.name}’ kan hier niet staan.`,
      "Een blok staat los, tussen lege regels, en niet binnen een lijst of een ander blok.",
    );
  }
  if (node.type === "link") placeLink(work, node, line);
}

/** Links inside the course name a file (`03-cijfers.md#stap`) and become addresses beside this lesson's own. */
function placeLink(work: LessonWork, link: Extract<Nodes, { type: "link" }>, line: number): void {
  if (/^(https:\/\/|mailto:)/.test(link.url)) return;
  const [path = "", anchor] = link.url.split("#");
  const file =
    path === ""
      ? work.file
      : path.startsWith("../")
        ? work.around.path(path.slice(3))
        : `${work.file.slice(0, work.file.lastIndexOf("/") + 1)}${path}`;
  const target = work.around.linkTargets.get(file);
  if (!target || (anchor !== undefined && !target.steps.has(anchor))) {
    work.fault(
      line,
      `De link ‘${link.url}’ leidt nergens heen.`,
      "Verwijs naar een lesbestand of een stap die bestaat (02-welk-gemis.md#stap), of naar een adres met https://.",
    );
    return;
  }
  link.url = `${path === "" ? "" : target.lessonId}${anchor === undefined ? "" : `#${anchor}`}`;
  if (!isSafeHref(link.url)) work.fault(line, `De link ‘${link.url}’ kan niet.`, "Verwijs naar een ander lesbestand of een stap.");
}
