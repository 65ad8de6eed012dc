import { paths } from "#app/paths.ts";
import type { DemoSite } from "./demo-site.ts";
import type { Visit } from "./visit.ts";

const personOf = (address: string) => async (site: DemoSite) => {
  const [row] = await site.query<{ id: string }>("select id from person where email_key like $1", [`${address}@%`]);
  return paths.officePerson(row?.id ?? "");
};

/** What the office sees. */
export const officePages: Visit[] = [
  { name: "office", path: paths.office(), as: "bureau" },
  { name: "office-done", path: paths.office("order"), as: "bureau" },
  { name: "office-people", path: paths.officePeople(), as: "bureau" },
  { name: "office-people-none", path: `${paths.officePeople()}?q=zonnebloem`, as: "bureau" },
  { name: "office-person", path: personOf("ayse.yildirim"), as: "bureau" },
  { name: "office-person-reviewed", path: personOf("grace.mensah"), as: "bureau" },
];
