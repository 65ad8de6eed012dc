import { describe, expect, it } from "vitest";
import { type Source, sourceSchema } from "./course-schema.ts";
import { fullReference, inText, shortReference } from "./references.ts";

const source = (fields: Partial<Source>) => sourceSchema.parse({ type: "article-journal", level: "cohort", checked: true, ...fields });

/** fields → in brackets, in a sentence, the whole line */
const golden: [string, Partial<Source>, string, string, string][] = [
  [
    "an article with all there is",
    {
      authors: [{ family: "van Tilburg", given: "Theo G." }],
      issued: 2021,
      title: "Social, emotional, and existential loneliness",
      language: "en",
      containerTitle: "The Gerontologist",
      volume: "61",
      issue: "7",
      page: "e335-e344",
      DOI: "10.1093/geront/gnaa082",
    },
    "Van Tilburg, 2021",
    "Van Tilburg (2021)",
    'Van Tilburg, T. G. (2021). <span lang="en">Social, emotional, and existential loneliness.</span> <em>The Gerontologist</em>, <em>61</em>(7), e335-e344. <a href="https://doi.org/10.1093/geront/gnaa082">https://doi.org/10.1093/geront/gnaa082</a>',
  ],
  [
    "a chapter of which little is known, not looked up",
    {
      type: "chapter",
      authors: [{ family: "Perlman" }, { family: "Peplau" }],
      issued: 1981,
      description: "Theoretische tekst over een ervaren tekort.",
      checked: false,
    },
    "Perlman & Peplau, 1981",
    "Perlman & Peplau (1981)",
    'Perlman &#38; Peplau (1981). [Theoretische tekst over een ervaren tekort]. <span class="unchecked">[nog niet nagetrokken]</span>',
  ],
  [
    "a page of which only the site is known",
    { type: "webpage", authors: [{ family: "augeo.nl" }], description: "Webpagina over de meldcode." },
    "augeo.nl",
    "augeo.nl",
    "augeo.nl. [Webpagina over de meldcode].",
  ],
  [
    "more authors than are named",
    {
      authors: [{ family: "Mund" }],
      etAl: true,
      issued: 2020,
      description: "Meta-analyse van 75 studies.",
      DOI: "10.1177/1088868319850738",
    },
    "Mund et al., 2020",
    "Mund et al. (2020)",
    'Mund et al. (2020). [Meta-analyse van 75 studies]. <a href="https://doi.org/10.1177/1088868319850738">https://doi.org/10.1177/1088868319850738</a>',
  ],
  [
    "three authors",
    {
      authors: [
        { family: "Holt-Lunstad", given: "Julianne" },
        { family: "Smith", given: "T. B." },
        { family: "Layton", given: "J.-B." },
      ],
      issued: 2010,
      title: "Social relationships and mortality risk",
      containerTitle: "PLoS Medicine",
    },
    "Holt-Lunstad et al., 2010",
    "Holt-Lunstad et al. (2010)",
    "Holt-Lunstad, J., Smith, T. B., &#38; Layton, J. B. (2010). Social relationships and mortality risk. <em>PLoS Medicine</em>.",
  ],
  [
    "two authors with a particle",
    { authors: [{ family: "de Jong Gierveld" }, { family: "van Tilburg" }], issued: 2006, description: "De korte vragenlijst." },
    "De Jong Gierveld & Van Tilburg, 2006",
    "De Jong Gierveld & Van Tilburg (2006)",
    "De Jong Gierveld &#38; Van Tilburg (2006). [De korte vragenlijst].",
  ],
  [
    "a report of an institution",
    { type: "report", authors: [{ family: "V&VN" }], issued: 2021, title: "Eenzaamheid onder ouderen" },
    "V&VN, 2021",
    "V&VN (2021)",
    "V&#38;VN (2021). <em>Eenzaamheid onder ouderen</em>.",
  ],
  [
    "a dataset without a year",
    { type: "dataset", authors: [{ family: "Centraal Bureau voor de Statistiek" }], description: "StatLine-tabel 85766NED." },
    "Centraal Bureau voor de Statistiek",
    "Centraal Bureau voor de Statistiek",
    "Centraal Bureau voor de Statistiek. [StatLine-tabel 85766NED].",
  ],
  [
    "a manual without an author",
    {
      type: "report",
      label: "Handleiding De Jong Gierveld",
      description: "Handleiding bij de vragenlijst.",
      URL: "https://hdl.handle.net/1871/18954",
    },
    "Handleiding De Jong Gierveld",
    "Handleiding De Jong Gierveld",
    '[Handleiding bij de vragenlijst]. <a href="https://hdl.handle.net/1871/18954">https://hdl.handle.net/1871/18954</a>',
  ],
  [
    "an article of which only the journal is known",
    {
      label: "Korte vragenlijst",
      issued: 2008,
      description: "Over de korte lijst.",
      containerTitle: "TvGG",
      volume: "39",
      page: "4-15",
      DOI: "10.1007/BF03078118",
    },
    "Korte vragenlijst, 2008",
    "Korte vragenlijst (2008)",
    '(2008). [Over de korte lijst]. <em>TvGG</em>, <em>39</em>, 4–15. <a href="https://doi.org/10.1007/BF03078118">https://doi.org/10.1007/BF03078118</a>',
  ],
  [
    "a book in another language",
    { type: "book", authors: [{ family: "Weiss" }], issued: 1973, title: "Loneliness", language: "en" },
    "Weiss, 1973",
    "Weiss (1973)",
    'Weiss (1973). <em lang="en">Loneliness</em>.',
  ],
  [
    "a web page",
    { type: "webpage", authors: [{ family: "VZinfo" }], title: "Meten <van> eenzaamheid", URL: "https://www.vzinfo.nl/eenzaamheid" },
    "VZinfo",
    "VZinfo",
    'VZinfo. <em>Meten &#60;van&#62; eenzaamheid</em>. <a href="https://www.vzinfo.nl/eenzaamheid">https://www.vzinfo.nl/eenzaamheid</a>',
  ],
];

describe("references", () => {
  it.each(golden)("%s", (_what, fields, brackets, sentence, full) => {
    const known = source(fields);
    expect(inText(known)).toBe(brackets);
    expect(shortReference(known)).toBe(sentence);
    expect(fullReference(known)).toBe(full);
  });
});
