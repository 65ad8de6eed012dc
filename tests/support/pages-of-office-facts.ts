import { paths } from "#app/paths.ts";
import type { DemoSite } from "./demo-site.ts";
import { refused, slug, type Visit } from "./visit.ts";

const as = "bureau";
const lesson = "alleen-of-eenzaam";

/** The price that is asked now. */
const endOfPrice = async (site: DemoSite) => {
  const [row] = await site.query<{ id: string }>("select id from offer where course_slug = $1 and valid_to is null limit 1", [slug]);
  return paths.officeEndOffer(row?.id ?? "");
};

const editionOf = async (site: DemoSite) => {
  const [row] = await site.query<{ number: string; revision: number }>(
    "select number, revision from edition join edition_revision on edition_id = edition.id where course_slug = $1 order by number desc, revision desc limit 1",
    [slug],
  );
  return { number: row?.number ?? "", revision: row?.revision ?? 0 };
};
const lessonPage = async (site: DemoSite) => paths.officeCorrectLesson(slug, (await editionOf(site)).number, lesson);
const passagePage = async (site: DemoSite) => paths.officeCorrectPassage(slug, (await editionOf(site)).number, lesson, 0);

/** What the office knows of courses beside their text, and the corrections of that text. */
export const officeFactPages: Visit[] = [
  { name: "office-offers", path: paths.officeOffers("added"), as },
  { name: "office-offer-add", path: paths.officeAddOffer(slug), as },
  { name: "office-offer-add-refused", path: paths.officeAddOffer(slug), as, make: refused(paths.officeAddOffer(slug)) },
  { name: "office-offer-end", path: endOfPrice, as },
  { name: "office-accreditations", path: paths.officeAccreditations(), as },
  { name: "office-accreditation", path: paths.officeAccreditation(slug), as },
  {
    name: "office-accreditation-refused",
    path: paths.officeAccreditation(slug),
    as,
    make: refused(paths.officeAccreditation(slug)),
  },
  { name: "office-provider", path: paths.officeProvider("saved"), as },
  { name: "office-provider-refused", path: paths.officeProvider(), as, make: refused(paths.officeProvider()) },
  { name: "office-help-lines", path: paths.officeHelpLines(), as },
  { name: "office-help-line", path: paths.officeHelpLine("nl-113"), as },
  { name: "office-help-line-refused", path: paths.officeHelpLine(), as, make: refused(paths.officeHelpLine()) },
  { name: "office-corrections", path: paths.officeCorrections(), as },
  { name: "office-correct-lesson", path: lessonPage, as },
  { name: "office-correct-passage", path: passagePage, as },
  {
    name: "office-correct-passage-refused",
    path: passagePage,
    as,
    make: async (page, site) => refused(await passagePage(site))(page),
  },
  {
    name: "office-revision",
    path: async (site) => {
      const { number, revision } = await editionOf(site);
      return paths.officeRevision(slug, number, revision);
    },
    as,
  },
];
