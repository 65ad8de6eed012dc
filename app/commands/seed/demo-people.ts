/** Who the demo invents. Every address ends in .example (RFC 2606), so that no letter can ever reach anybody. */
export const DEMO_PASSWORD = "een rustige avonddienst";
export const DEMO_DOMAIN = "demo.example";

/** How somebody got their place, as the payment page left it. */
export interface DemoOrder {
  becomes: "paid" | "waiting-for-bank" | "expired" | "needs-review" | "open";
  method?: "ideal" | "card" | "bancontact";
  /** `wait`: access begins on the fifteenth day */
  choice?: "start-now" | "wait";
  company?: string;
  reference?: string;
}

export interface DemoStudy {
  /** how many lessons are finished, from the first */
  lessons: number;
  /** another one is opened, and left at its second step */
  reading?: boolean;
  reflections?: boolean;
  caseHandedIn?: boolean;
  checkPassed?: boolean;
  finalTest?: "passed" | "failed" | "under-way";
  /** the name to print is confirmed */
  certificate?: boolean;
}

export interface DemoPerson {
  name: string;
  /** before the @ */
  address: string;
  locale: "nl" | "en";
  /** when the account was made; the order is a day younger */
  daysAgo: number;
  order?: DemoOrder;
  /** a place without an order: given, for so many days */
  gift?: { days: number };
  study?: DemoStudy;
  registerNumbers?: { register: string; number: string }[];
  /** for the table at the end */
  shows: string;
}

export const demoOffice = { name: "Marijke Postma (cursusbureau)", address: "bureau", locale: "nl" } as const;

export const demoPeople: DemoPerson[] = [
  {
    name: "Ayşe Yıldırım",
    address: "ayse.yildirim",
    locale: "nl",
    daysAgo: 46,
    order: { becomes: "paid", method: "ideal", company: "Thuiszorg De Voorbeeldwijk (demo)", reference: "SCHOLING-07" },
    study: { lessons: 5, reflections: true, caseHandedIn: true, checkPassed: true, finalTest: "passed", certificate: true },
    registerNumbers: [{ register: "registerplein", number: "000123456" }],
    shows: "completed, with a certificate",
  },
  {
    name: "Willem van der Meulen",
    address: "willem.vandermeulen",
    locale: "nl",
    daysAgo: 31,
    order: { becomes: "paid", method: "ideal" },
    study: { lessons: 5, reflections: true, caseHandedIn: true, checkPassed: true, finalTest: "passed" },
    shows: "completed; the name to print is not confirmed yet",
  },
  {
    name: "Łukasz Kowalczyk",
    address: "lukasz.kowalczyk",
    locale: "en",
    daysAgo: 24,
    order: { becomes: "paid", method: "card" },
    study: { lessons: 5, caseHandedIn: true, checkPassed: true, finalTest: "failed" },
    shows: "failed the final test once, must wait a day; reads English",
  },
  {
    name: "Emma Thornton",
    address: "emma.thornton",
    locale: "en",
    daysAgo: 20,
    order: { becomes: "paid", method: "card" },
    study: { lessons: 5, reflections: true, caseHandedIn: true, checkPassed: true, finalTest: "under-way" },
    shows: "in the middle of the final test; reads English",
  },
  {
    name: "Noor El Amrani",
    address: "noor.elamrani",
    locale: "nl",
    daysAgo: 12,
    order: { becomes: "paid", method: "ideal", company: "Wijkteam Voorbeeldstad (demo)" },
    study: { lessons: 3, reading: true, reflections: true },
    shows: "half-way, with reflections of her own",
  },
  {
    name: "Femke de Boer",
    address: "femke.deboer",
    locale: "nl",
    daysAgo: 4,
    order: { becomes: "paid", method: "ideal" },
    study: { lessons: 0, reading: true },
    shows: "in her first lesson",
  },
  {
    name: "Nguyễn Thị Hương",
    address: "huong.nguyen",
    locale: "nl",
    daysAgo: 2,
    order: { becomes: "paid", method: "ideal" },
    shows: "paid, has not begun",
  },
  {
    name: "Jan-Willem Hoekstra",
    address: "janwillem.hoekstra",
    locale: "nl",
    daysAgo: 3,
    order: { becomes: "paid", method: "ideal", choice: "wait" },
    shows: "paid, waits for the fourteen days to pass",
  },
  {
    name: "Samira Haddad",
    address: "samira.haddad",
    locale: "nl",
    daysAgo: 1,
    order: { becomes: "waiting-for-bank" },
    shows: "order waits for the bank",
  },
  {
    name: "Pieter Claes",
    address: "pieter.claes",
    locale: "nl",
    daysAgo: 6,
    order: { becomes: "expired", method: "bancontact", company: "CAW Voorbeeldregio (demo)" },
    shows: "order expired unpaid",
  },
  {
    name: "Grace Mensah",
    address: "grace.mensah",
    locale: "en",
    daysAgo: 5,
    order: { becomes: "needs-review" },
    shows: "paid for what she had been given meanwhile: the office must look",
  },
  {
    name: "Hilde Peeters",
    address: "hilde.peeters",
    locale: "nl",
    daysAgo: 400,
    gift: { days: 365 },
    study: { lessons: 2, reflections: true },
    shows: "access has ended, half-way",
  },
];

export const demoReflections = [
  "Op de heide, vorig jaar in de herfst. Ik was een hele middag alleen en miste niemand. Wat het verschil maakte: ik had er zelf voor gekozen, en ik wist dat er thuis iemand was.",
  "Bij mevrouw D. hoor ik vaak dat ze ‘iedereen kwijt is’. Ik dacht meteen aan bezoek regelen. Nu wil ik eerst vragen wie ze het meest mist, en wat ze met die ander deed.",
  "In ons teamoverleg noemden we een percentage zonder te weten waar het vandaan kwam. Ik heb het opgezocht en het bleek over een andere leeftijdsgroep te gaan.",
  "Ik merk dat ik snel een oplossing zoek als het stil valt. Volgende keer tel ik in mezelf tot vijf voordat ik iets zeg.",
  "‘Een knuffel per dag houdt de eenzaamheid weg.’ Die zin heb ik zelf rondgestuurd. Ik geef hem nu een U, want ik vond er geen bron bij.",
] as const;

export const demoCase =
  "Mevrouw V. krijgt dagelijks bezoek en mist volgens mij iemand die weet wie zij was. ‘Niemand hier weet wie ik was’ wijst op emotioneel of existentieel gemis; welk van de twee weet ik nog niet en moet ik vragen. Bij Sem vraag ik eerst rechtstreeks wat hij bedoelt met zijn laatste zin, ook of hij aan de dood denkt. Een inloopochtend of ‘ga vaker in de keuken zitten’ zou ik niet als eerste aanbieden, want geen van beiden heeft gezegd dat er te weinig mensen zijn.";
