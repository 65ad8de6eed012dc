/** What a new course is called, and what it may not share with others. */
export interface NewCourse {
  slug: string;
  title: string;
  /** 2026 */
  year: number;
  /** first letter of its claims: no other course uses it */
  letter: string;
}

/**
 * The files of a new course: the smallest that has all its parts. What the maker must write says so in `[vul in: …]`, and nothing in it is
 * stated as true. The author's name alone is left empty, so that nobody is made up and nothing is published before somebody stands for it.
 */
export function newCourseFiles(course: NewCourse): Record<string, string> {
  return {
    "course.yaml": courseYaml(course),
    "references.yaml": referencesYaml(course),
    "claims.yaml": claimsYaml(course),
    "01-begin/module.yaml": moduleYaml(course),
    "01-begin/01-eerste-les.md": lesson(course),
    "01-begin/check.yaml": checkYaml(course),
    "final-test.yaml": finalTestYaml(course),
  };
}

/** YAML's double quotes are JSON's. */
const quoted = (text: string) => JSON.stringify(text);
const sourceOf = ({ slug }: NewCourse) => `bron-${slug}`;

const courseYaml = ({ slug, title, year }: NewCourse) => `# yaml-language-server: $schema=../schemas/course.json
slug: ${quoted(slug)}
kind: module
title: ${quoted(title)}
summary: "[vul in: in twee of drie zinnen wat iemand na afloop kan]"
audience: "[vul in: voor wie]"
level: hbo+
language: nl
edition: "${year}.1"
revision: 1
delivery: service
accessMonths: 12
readingSpeed: 180
readingSpeedReason: We rekenen met 180 woorden per minuut. Dat is een rustig tempo, omdat je vaktekst leest en soms terugbladert.
entryLevel: "[vul in: wat iemand al moet kunnen of weten]"
outcomes:
  - id: a
    text: "[vul in: wat iemand na afloop kan; begin met ‘Je kunt’]"
authors:
  # Vul achter name je naam in, of: Redactie. Tot dan wordt de cursus niet gepubliceerd.
  - name: ""
    note: "[vul in: waaruit je hebt geput, en wat je niet hebt nagezien]"
    interests: "[vul in: wie aan de cursus verdient, en of er andere belangen zijn]"
reviewers: []
registersAimedAt: []
registersNote: Punten zijn er pas als een register ze heeft toegekend.
disclaimer: Deze cursus is scholing en vervangt geen richtlijn van je eigen beroep of organisatie. Alle cliënten en gesprekken zijn verzonnen.
questions:
  - q: Hoelang heb ik toegang?
    a: Twaalf maanden vanaf het begin van je inschrijving.
readingList: []
glossary: []
modules: [01-begin]
finalTest: final-test.yaml
requirements:
  - type: lessons-finished
  - type: check-passed
    check: check-${slug}
    percent: 70
  - type: final-test-passed
    percent: 75
`;

const referencesYaml = (course: NewCourse) => `# yaml-language-server: $schema=../schemas/references.json
# Geef de bron een eigen sleutel, zoals van-tilburg-2021, en gebruik die ook in de vragen.
${sourceOf(course)}:
  type: webpage
  label: "[vul in: hoe je de bron noemt]"
  description: "[vul in: wat het voor bron is]"
  level: expert-opinion
  checked: false
`;

const claimsYaml = ({ letter }: NewCourse) => `# yaml-language-server: $schema=../schemas/claims.json
${letter}01:
  claim: "[vul in: een praktijkadvies, in eigen woorden]"
  verdict: P
  level: expert-opinion
  sources: []
`;

const moduleYaml = ({ slug, title }: NewCourse) => `# yaml-language-server: $schema=../../schemas/module.json
id: ${quoted(slug)}
title: ${quoted(title)}
outcomes: [a]
recap: "[vul in: wat je hiervan onthoudt]"
check: check.yaml
`;

const lesson = ({ slug, letter }: NewCourse) => `---
id: eerste-les-${slug}
title: "[vul in: de titel van de les]"
summary: "[vul in: in één zin wat je in deze les leert]"
outcomes: [a]
preview: true
---

[vul in: een kleine, verzonnen situatie waarmee de les begint]

## Waar het om gaat {#waar-het-om-gaat}

[vul in: de uitleg, in korte zinnen. Zet achter wat je beweert de bewering waarop het rust] [@${letter}01].

:::reflection{#reflectie-${slug} minutes="5"}
[vul in: een vraag om over te schrijven]
:::

## Oefenen {#oefenen}

:::practice{#oefening-${slug} minutes="20"}
[vul in: iets om in het werk te doen]
:::
`;

const item = (course: NewCourse, id: string) => `  - id: ${id}
    outcome: a
    situation: true
    kind: single
    stem: "[vul in: vraag ${id}, over een kleine situatie]"
    options:
      - id: ${id}-1
        text: "[vul in: het goede antwoord]"
        correct: true
        feedback: "[vul in: waarom dit klopt]"
      - id: ${id}-2
        text: "[vul in: een antwoord dat je vaak hoort]"
        correct: false
        feedback: "[vul in: waarom dit niet klopt]"
      - id: ${id}-3
        text: "[vul in: nog zo’n antwoord]"
        correct: false
        feedback: "[vul in: waarom dit niet klopt]"
    explanation: "[vul in: de uitleg]"
    source: [${sourceOf(course)}]
    claim: ${course.letter}01
`;

const checkYaml = (course: NewCourse) => `# yaml-language-server: $schema=../../schemas/check.json
id: check-${course.slug}
title: Kennischeck
percent: 70
items:
${item(course, "k-a1")}${item(course, "k-a2")}`;

const finalTestYaml = (course: NewCourse) => `# yaml-language-server: $schema=../schemas/final-test.json
id: eindtoets-${course.slug}
title: Eindtoets
percent: 75
reason: "[vul in: waarom de cesuur op 75 procent ligt]"
attempts: 3
waitHours: 24
drawPerOutcome: 2
ownWork: Ik maak deze toets zelf en zonder hulp van anderen.
items:
${item(course, "t-a1")}${item(course, "t-a2")}`;
