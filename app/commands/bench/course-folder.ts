import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";

/** Lessons of about the size of the real ones (7.5 kB of text), made of sentences that mean nothing in particular. */
const sentences = [
  "Je begint met kijken en je stelt het oordeel nog even uit.",
  "In een druk team blijft een stille vraag gemakkelijk liggen, terwijl juist die vraag de moeite waard is.",
  "Schrijf op wat je hoorde, in de woorden van degene die het zei.",
  "Een collega leest mee en vraagt waar je dat aan merkt.",
  "Wat op maandag helder leek, kan op donderdag anders zijn.",
  "Neem de tijd om een getal naast zijn herkomst te leggen, want zonder die herkomst zegt het weinig.",
  "De buurvrouw brengt soep en blijft een half uur, en daarna is het weer stil in huis.",
  "Vraag door op het ene woord dat twee keer terugkwam.",
  "Niet elk gesprek hoeft ergens op uit te komen om van waarde te zijn.",
  "Als je twijfelt, zeg je dat je twijfelt en wat je nog wilt weten.",
  "Een goede aantekening is kort, controleerbaar en vriendelijk voor wie haar later leest.",
  "Het verschil tussen iets vinden en iets weten is in dit vak een dagelijkse oefening.",
  "Wie langer luistert, hoort vaker wat er niet wordt gezegd.",
  "Spreek af wanneer je terugkomt, en kom dan ook terug.",
  "De lijst op de deur is handig, maar hij vervangt het gesprek aan tafel niet.",
  "Een vaste plek en een vast tijdstip helpen meer dan een groot plan.",
] as const;

const pick = (number: number) => sentences[number % sentences.length] ?? sentences[0];
const paragraph = (seed: number, length = 7) =>
  Array.from({ length }, (_, index) => pick(seed * 5 + index * 3 + ((seed * index) % 7))).join(" ");

/** What `npm run bench` publishes beside the real course: `meet-30` and `meet-500`, by their number of lessons. */
export function writeBenchCourses(folder: string, sizes: readonly number[]): void {
  for (const lessons of sizes) writeCourse(join(folder, slugOf(lessons)), lessons);
}

export const slugOf = (lessons: number) => `meet-${lessons}`;
export const lessonIdOf = (position: number) => `les-${String(position).padStart(3, "0")}`;

function writeCourse(folder: string, lessons: number): void {
  mkdirSync(folder, { recursive: true });
  const perModule = lessons <= 100 ? 10 : 20;
  const modules = Array.from({ length: Math.ceil(lessons / perModule) }, (_, index) => `${String(index + 1).padStart(2, "0")}-deel`);
  writeFileSync(join(folder, "course.yaml"), stringify(courseFile(lessons, modules)));
  writeFileSync(join(folder, "references.yaml"), stringify(references));
  writeFileSync(join(folder, "claims.yaml"), stringify({ M01: claimed, M02: claimed }));
  for (const [index, name] of modules.entries()) {
    mkdirSync(join(folder, name), { recursive: true });
    const id = `deel-${index + 1}`;
    writeFileSync(
      join(folder, name, "module.yaml"),
      stringify({ id, title: `Deel ${index + 1}`, outcomes: ["a"], recap: paragraph(index, 4) }),
    );
    for (let position = index * perModule + 1; position <= Math.min(lessons, (index + 1) * perModule); position++) {
      writeFileSync(join(folder, name, `${String(position).padStart(3, "0")}-les.md`), lessonFile(position));
    }
  }
}

const source = "meetbron";
const references = {
  [source]: {
    type: "webpage",
    label: "Meetbron (verzonnen)",
    description: "Een verzonnen bron, alleen om te meten.",
    level: "popular",
    checked: false,
  },
};

const claimed = { claim: "Verzonnen, alleen om te meten.", verdict: "SC", level: "popular", sources: [source], correction: "Verzonnen." };

function courseFile(lessons: number, modules: string[]) {
  return {
    slug: slugOf(lessons),
    kind: "masterclass",
    title: `Meetcursus met ${lessons} lessen`,
    summary: "Een verzonnen cursus, alleen om te meten.",
    audience: "Niemand.",
    level: "geen",
    language: "nl",
    edition: "2026.1",
    revision: 1,
    delivery: "service",
    accessMonths: 12,
    readingSpeed: 180,
    readingSpeedReason: "Alleen om te meten.",
    entryLevel: "Geen.",
    outcomes: [{ id: "a", text: "Je meet." }],
    authors: [{ name: "npm run bench", note: "Door een programma gemaakt.", interests: "Geen." }],
    reviewers: [],
    registersAimedAt: [],
    registersNote: "Geen.",
    disclaimer: "Verzonnen.",
    questions: [],
    readingList: [],
    glossary: [],
    modules,
    requirements: [{ type: "lessons-finished" }],
  };
}

/** Front matter, an opening, three steps with prose, a list, two claims and a reflection: what a real lesson is made of. */
function lessonFile(position: number): string {
  const id = lessonIdOf(position);
  const claim = (number: 1 | 2) =>
    [
      `:::claim{#bewering-${id}-${number} ledger="M0${number}"}`,
      `${paragraph(position + 3, 2)}\n\n**Kanttekening:** ${pick(position + 1)}`,
      ":::",
    ].join("\n");
  const step = (number: number, title: string, ...parts: string[]) => [`## ${title} {#${id}-stap-${number}}`, ...parts].join("\n\n");
  const prose = (seed: number) => paragraph(position * 11 + seed);
  return [
    `---\n${stringify({ id, title: `Les ${position}: kijken, vragen, opschrijven`, summary: pick(position), outcomes: ["a"] })}---`,
    prose(1),
    step(1, "Kijken", prose(2), prose(3), claim(1), prose(4)),
    step(
      2,
      "Vragen",
      prose(5),
      sentences
        .slice(0, 5)
        .map((sentence) => `- ${sentence}`)
        .join("\n"),
      prose(6),
      claim(2),
      `${prose(7)} [@M01]`,
    ),
    step(3, "Opschrijven", prose(8), `:::reflection{#reflectie-${id} minutes="5"}\n${paragraph(position, 2)}\n:::`, prose(9)),
    "",
  ].join("\n\n");
}
