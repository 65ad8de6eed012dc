import { paths } from "#app/paths.ts";
import type { DemoSite } from "./demo-site.ts";
import { refused, slug, type Visit } from "./visit.ts";

const personOf = (address: string) => async (site: DemoSite) => {
  const [row] = await site.query<{ id: string }>("select id from person where email_key like $1", [`${address}@%`]);
  return paths.officePerson(row?.id ?? "");
};

const edition = (act: Parameters<typeof paths.officeEdition>[2]) => paths.officeEdition(slug, "2026.1", act);

/** The edition as it is after a review, or while it is sold; put back as it was afterwards. */
const stands = (state: "reviewed" | "on-sale"): Pick<Visit, "make" | "after"> => ({
  make: async (page, site) => {
    const reviewed = "reviewer_name = 'M. de Vries', reviewer_qualification = 'verpleegkundig specialist', reviewed_at = created_at";
    await site.query(`update edition set state = $1, ${reviewed} where course_slug = $2`, [state, slug]);
    await page.goto(state === "on-sale" ? edition("withdraw") : edition("sell"));
  },
  after: (_page, site) =>
    site.query(
      "update edition set state = 'draft', reviewer_name = null, reviewer_qualification = null, reviewed_at = null where course_slug = $1",
      [slug],
    ),
});

/** What the office sees. */
export const officePages: Visit[] = [
  { name: "office", path: paths.office(), as: "bureau" },
  { name: "office-done", path: paths.office("order"), as: "bureau" },
  { name: "office-people", path: paths.officePeople(), as: "bureau" },
  { name: "office-people-none", path: `${paths.officePeople()}?q=zonnebloem`, as: "bureau" },
  { name: "office-evaluations", path: paths.officeEvaluations(), as: "bureau" },
  { name: "office-person", path: personOf("ayse.yildirim"), as: "bureau" },
  { name: "office-courses", path: paths.officeCourses(), as: "bureau" },
  { name: "office-course", path: paths.officeCourse(slug, "review"), as: "bureau" },
  { name: "office-edition-review", path: edition("review"), as: "bureau" },
  { name: "office-edition-review-refused", path: edition("review"), as: "bureau", make: refused(edition("review")) },
  { name: "office-edition-sell", path: paths.officeCourse(slug), as: "bureau", ...stands("reviewed") },
  { name: "office-edition-withdraw", path: paths.officeCourse(slug), as: "bureau", ...stands("on-sale") },
  { name: "office-edition-retire", path: edition("retire"), as: "bureau" },
  { name: "office-edition-retire-refused", path: edition("retire"), as: "bureau", make: refused(edition("retire")) },
  { name: "office-person-reviewed", path: personOf("grace.mensah"), as: "bureau" },
];
