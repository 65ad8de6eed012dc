import { type Document, isNode, isScalar, type Node, visit, type YAMLParseError } from "yaml";

/** What is wrong with a text as YAML, where, and what to do about it: the reader's own words are English, and speak to programmers. */
export interface YamlFault {
  /** in the text */
  offset: number;
  message: string;
  advice: string;
}

const QUOTE_IT = "Zet de hele tekst tussen aanhalingstekens.";

/** The first fault only: what follows it mostly follows from it. */
export function yamlFault(document: Document, text: string): YamlFault | null {
  const [error] = document.errors as YAMLParseError[];
  const lost = silentLoss(document);
  if (!error || (lost && lost.offset <= error.pos[0])) return lost;
  const [message, advice] = faultOf(error);
  return { offset: offsetOf(error, document, text), message: `Dit is geen geldige YAML: ${message}`, advice };
}

function faultOf({ code, message }: YAMLParseError): [message: string, advice: string] {
  switch (code) {
    case "TAB_AS_INDENT":
      return ["de regel springt in met een tab.", "Spring in met spaties en nooit met tabs."];
    case "DUPLICATE_KEY":
      return ["dit veld staat er twee keer.", "Haal er één weg, of geef ze elk een eigen naam."];
    case "MULTIPLE_DOCS":
      return ["onder een regel ‘---’ begint een tweede document.", "Haal die regel weg: een bestand is één document."];
    case "BAD_DQ_ESCAPE":
      return ["een schuine streep \\ betekent hier iets anders dan zichzelf.", "Zet de tekst tussen enkele aanhalingstekens: '…'."];
    case "BAD_SCALAR_START":
      return ["een tekst kan niet met dit teken beginnen.", QUOTE_IT];
    case "BLOCK_AS_IMPLICIT_KEY":
      return [
        "op deze regel staan twee dubbele punten, of hij is te ver ingesprongen.",
        "Een tekst met een dubbele punt erin zet je tussen aanhalingstekens. Velden die bij elkaar horen, springen even ver in.",
      ];
    case "MULTILINE_IMPLICIT_KEY":
      return ["deze regel is geen veld.", "Schrijf een veld als naam, dubbele punt, spatie en waarde: title: Stilte laten."];
    case "BAD_INDENT":
    case "BLOCK_IN_FLOW":
      return [
        "de inspringing klopt niet, of een haak is niet gesloten.",
        "Laat regels die bij elkaar horen even ver inspringen, met spaties, en sluit elke [ met ] en elke { met }.",
      ];
    case "UNEXPECTED_TOKEN":
      if (message.startsWith("Block scalar header"))
        return ["achter | of > staat al tekst.", "Begin de tekst op de volgende regel, twee spaties verder naar rechts."];
      break;
    case "MISSING_CHAR":
      if (message.includes("closing"))
        return ["een aanhalingsteken is niet gesloten.", "Sluit de tekst met hetzelfde aanhalingsteken, of haal het eerste weg."];
      if (message.startsWith("Comments"))
        return ["voor # staat geen spatie.", `Zet er een spatie voor. Hoort het bij een tekst? ${QUOTE_IT}`];
      if (message.startsWith("Sequence item"))
        return ["deze regel hoort bij een lijst en begint niet met een streepje.", "Begin hem met ‘- ’, of laat hem verder inspringen."];
      break;
    default:
      break;
  }
  return [
    "hier staat iets wat er niet past.",
    "Kijk op deze regel en die erboven naar haken, komma’s, dubbele punten en aanhalingstekens.",
  ];
}

/** An opening that is never closed is noticed further on, often only at the end: who looks for it looks where it opens. */
function offsetOf({ pos: [offset], message }: YAMLParseError, document: Document, text: string): number {
  let opening = offset;
  if (/closing|sufficiently indented/.test(message))
    visit(document, {
      Node(_key, node) {
        const from = node.range?.[0] ?? offset;
        if (from < offset && /["'[{]/.test(text[from] ?? "")) opening = from;
      },
    });
  return opening;
}

/** `*word`, `&word` and `!word` are signs of YAML: a text that begins with one would lose that word, and nobody would be told. */
function silentLoss(document: Document): YamlFault | null {
  let fault: YamlFault | null = null;
  const found = (node: unknown, message: string, advice: string) => {
    fault ??= { offset: isNode(node) ? (node.range?.[0] ?? 0) : 0, message, advice };
    return visit.BREAK;
  };
  visit(document, {
    Alias: (_key, alias) => found(alias, `YAML leest ‘*${alias.source}’ niet als tekst.`, QUOTE_IT),
    Pair: (_key, { key }) =>
      isScalar(key) || !isNode(key) ? undefined : found(key, "Hier staat geen naam voor de dubbele punt.", `Is dit een tekst? ${QUOTE_IT}`),
    Node(_key, node) {
      const { anchor, tag } = node as Node & { anchor?: string };
      if (anchor) return found(node, `YAML leest ‘&${anchor}’ niet als tekst.`, QUOTE_IT);
      if (tag) return found(node, "YAML leest een woord dat met ! begint niet als tekst.", QUOTE_IT);
      if (isScalar(node) && typeof node.value === "string" && !keepable(node.value))
        return found(node, "Hier staat een teken dat we niet kunnen bewaren.", "Schrijf het gewone teken, zonder \\.");
      return undefined;
    },
  });
  return fault;
}

/** PostgreSQL keeps neither an empty character nor half of one. */
const keepable = (text: string): boolean => text.isWellFormed() && !text.includes("\0");
