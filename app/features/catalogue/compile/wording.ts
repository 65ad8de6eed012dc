import { SAYS, STAYS } from "./fault-kinds.ts";

/**
 * What may not be said, and what must be said otherwise. The rules read Dutch sentences; each says why. A sentence that must stand as it is
 * (a weak claim that readers weigh) stands in `:weighed[…]{note="…"}`, which says why too, and is left out here.
 */
export interface WordingFault {
  message: string;
  advice: string;
}

interface Guard {
  pattern: RegExp;
  instead: string;
}

/** Popular sentences that go further than their source, each with what the source does carry. */
const guards: Guard[] = [
  {
    pattern: /halveer\w* (?:je|het|de|uw) (?:sterfterisico|risico op (?:overlijden|sterven)|kans op (?:overlijden|sterven))/i,
    instead: "Noem de kansverhouding: 1,5 keer zo groot op overleven, en dat het een verband is.",
  },
  {
    pattern: /(?:\b15|vijftien) sigaretten/i,
    instead: "De vergelijking gaat over effectgroottes en niet over roken: zeg dat weinig verbinding samenhangt met eerder overlijden.",
  },
  {
    pattern: /(?:zelfde hersengebied|zelfde gebieden? in (?:je|het|de|onze) (?:brein|hersenen))/i,
    instead: "Buitensluiting en pijn overlappen deels op hersenscans, met verschillende patronen; eenzaamheid zelf is daar niet gemeten.",
  },
  {
    pattern: /hoe langer (?:je |iemand |mensen )?(?:\w+ ){0,2}eenzaam[^.]*hoe meer [^.]*verstand/i,
    instead: "In één kleine studie bleef oefenwinst uit; in cohortstudies hangt eenzaamheid samen met een hoger dementierisico.",
  },
  {
    pattern: /oxytocine (?:zorgt voor|geeft|maakt|brengt) (?:\w+ ){0,2}(?:vertrouwen|rust|verbinding)/i,
    instead: "Oxytocine doet mee in contact; wat het doet, hangt af van persoon en situatie.",
  },
  {
    pattern: /knuffel\w* (?:helpt|helpen|werkt|werken) tegen (?:een )?depressie/i,
    instead: "Gewenste aanraking kan spanning tijdelijk verlagen; het is geen behandeling.",
  },
  {
    pattern: /nervus vagus (?:bepaalt|regelt|zorgt)/i,
    instead: "Je veilig voelen is belangrijk voor contact; de polyvagale verklaring is omstreden.",
  },
  {
    pattern: /hechting is (?:je|een|onze) blauwdruk/i,
    instead: "Vroege ervaringen geven een kleine tot matige voorspelling; patronen kunnen veranderen.",
  },
  {
    pattern: /(?:gaat|draait) (?:het )?(?:nooit|niet) om (?:het )?aantal(?:len)?\b/i,
    instead: "Soms ontbreekt diepte, soms een kring, soms betekenis: vraag welk gemis.",
  },
  {
    pattern: /brein is gekaapt|gekaapte brein|gekaapt brein/i,
    instead: "Wie lang eenzaam is, let vaker op afwijzing; dat is te merken en te oefenen.",
  },
  {
    pattern: /praatjes? met vreemden ma(?:akt|ken) (?:\w+ )?gelukkig/i,
    instead: "Op dagen met meer contact met bekenden voelden deelnemers zich meer verbonden.",
  },
  {
    pattern: /bewezen effectie(?:f|ve)/i,
    instead: "Zeg wat erkend is en op welk niveau; gecontroleerd effectonderzoek is iets anders dan een goede onderbouwing.",
  },
];

/** Verbs of cause. On evidence that only shows that things go together they promise too much. */
const causes =
  /\b(?:veroorza(?:akt|ken|akte|akten)|leid(?:t|en|de|den) tot|zorg(?:t|en|de|den) (?:er)?voor|ma(?:akt|ken|akte|akten) (?:je |ons |mensen )?(?:ziek|eenzaam|gelukkig|depressief|dement|gezond)\w*|verho(?:ogt|gen|ogde|ogden)|verla(?:agt|gen|agde|agden)|verkort(?:en|te|ten)?|versnel(?:t|len|de|den)|als gevolg van|dankzij)\b|\bdoor (?:de |het )?(?:eenzaamheid|isolement|eenzaam te zijn)\b/i;

/** What sounds like a finding. */
const findings =
  /\d(?:[.,]\d+)? ?(?:procent|%)|\bprocent\b|(?:uit|volgens|blijkt uit) (?:(?:het|dit|dat|veel|groot|nieuw|eerder|ander) )?onderzoek|onderzoek(?:ers)? (?:toon|laat|laten|vond|vonden|wijst|wijzen|bewijst)|(?:studie|studies|meta-analyse|meta-analyses) (?:toon|laat|laten|vond|vonden|wijst|wijzen|lieten|liet)|hang(?:t|en) samen met|samenhang(?:t|en) met|verho(?:ogt|gen) (?:het|de|je) (?:risico|kans)|wetenschappelijk (?:bewezen|aangetoond)/i;

/** The first thing wrong with how a sentence says it, whatever it rests on. */
export function guardFault(sentence: string): WordingFault | null {
  const guard = guards.find(({ pattern }) => pattern.test(sentence));
  if (!guard) return null;
  return {
    message: `${SAYS.guard}: ‘${shortened(sentence)}’`,
    advice: `${guard.instead} ${STAYS}`,
  };
}

/** @param observational whether what the sentence rests on shows only that things go together */
export function causeFault(sentence: string, observational: boolean): WordingFault | null {
  const cause = observational ? causes.exec(sentence) : null;
  if (!cause) return null;
  return {
    message: `‘${cause[0]}’ ${SAYS.cause}: ‘${shortened(sentence)}’`,
    advice: 'Schrijf ‘hangt samen met’ of ‘gaat samen met’. Klopt de zin toch, zet hem dan in :weighed[…]{note="waarom"}.',
  };
}

/** @param borne whether the sentence is marked with a claim, itself or through what follows it in its paragraph */
export function bareFault(sentence: string, borne: boolean): WordingFault | null {
  if (borne || !findings.test(sentence)) return null;
  return {
    message: `${SAYS.bare}: ‘${shortened(sentence)}’`,
    advice: 'Zet er een bewering uit claims.yaml achter, zoals [@D01]. Is het geen feit, zet de zin dan in :weighed[…]{note="waarom"}.',
  };
}

const shortened = (sentence: string) => {
  const plain = sentence.replace(/\s+/g, " ").trim();
  return plain.length > 90 ? `${plain.slice(0, 88).trimEnd()} …` : plain;
};

/** Sentences of a paragraph, each with where it begins. A citation behind the full stop belongs to the sentence before it. */
export function sentencesOf(paragraph: string): { text: string; start: number }[] {
  const found: { text: string; start: number }[] = [];
  let start = 0;
  for (const stop of paragraph.matchAll(/[.?!][’)”]?(?:\s*\[[^\]]*\][.]?)?(?=\s+[\p{Lu}‘“(\d*]|\s*$)/gu)) {
    const end = stop.index + stop[0].length;
    found.push({ text: paragraph.slice(start, end), start });
    start = end;
  }
  if (paragraph.slice(start).trim() !== "") found.push({ text: paragraph.slice(start), start });
  return found;
}
