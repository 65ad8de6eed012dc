import type { Page } from "playwright-core";
import { paths } from "#app/paths.ts";
import type { DemoSite } from "./demo-site.ts";
import { refused, slug, type Visit } from "./visit.ts";

const FAILED_ONCE = "lukasz.kowalczyk@%";

/** The page of somebody who has used all attempts at the final test: the first one, copied. */
async function usedUp(site: DemoSite): Promise<string> {
  await site.query(
    `insert into attempt (id, enrolment_id, revision_id, test_id, kind, number, drawn, answers, state, score_percent, passed,
        own_work_at, started_at, saved_at, submitted_at)
      select gen_random_uuid(), enrolment_id, revision_id, test_id, kind, later.number, drawn, answers, state, score_percent, passed,
        own_work_at, started_at, saved_at, submitted_at
      from attempt cross join (values (2), (3)) later (number)
      where kind = 'final' and attempt.number = 1
        and enrolment_id in (select enrolment.id from enrolment join person on person.id = person_id where email_key like $1)
      on conflict do nothing`,
    [FAILED_ONCE],
  );
  return paths.officePerson(await idOf(site));
}

async function idOf(site: DemoSite): Promise<string> {
  const [row] = await site.query<{ id: string }>("select id from person where email_key like $1", [FAILED_ONCE]);
  return row?.id ?? "";
}

/** As it was: one attempt. */
const onlyTheFirst = (_page: Page, site: DemoSite) =>
  site.query(
    `delete from attempt where kind = 'final' and number > 1
      and enrolment_id in (select enrolment.id from enrolment join person on person.id = person_id where email_key like $1)`,
    [FAILED_ONCE],
  );

/** The questions of the final test as if fifty had answered each: some easy, some hard, some that tell little apart. */
async function counted(site: DemoSite): Promise<string> {
  await site.query(
    `insert into item_statistic (id, course_slug, edition, test_id, item_id, answered, correct, discrimination, chosen, computed_at)
      select gen_random_uuid(), edition.course_slug, edition.number, test.test_id, item->>'id',
        case when position > 40 then 4 else 50 end, least(50, position * 3 % 53), position * 37 % 500 - 60,
        jsonb_build_object(item->'options'->0->>'id', 40, item->'options'->1->>'id', 10), now()
      from revision_test test
      join edition_revision revision on revision.id = test.revision_id join edition on edition.id = revision.edition_id
      cross join lateral jsonb_array_elements(test.definition->'items') with ordinality listed (item, position)
      where edition.course_slug = $1 and test.kind = 'final'
      on conflict do nothing`,
    [slug],
  );
  const [row] = await site.query<{ edition: string }>("select edition from item_statistic where course_slug = $1", [slug]);
  return paths.officeItemsOf(slug, row?.edition ?? "", "toets-gemis");
}

/** How questions do, and the extra attempt. */
export const officeTestPages: Visit[] = [
  { name: "office-items-none", path: paths.officeItems(), as: "bureau" },
  { name: "office-items-test", path: counted, as: "bureau" },
  { name: "office-items", path: paths.officeItems(), as: "bureau" },
  { name: "office-person-used-up", path: usedUp, as: "bureau", after: onlyTheFirst },
  {
    name: "office-extra-attempt-refused",
    path: usedUp,
    as: "bureau",
    make: async (page, site) => refused(paths.officeExtraAttempt(await idOf(site)))(page),
    after: onlyTheFirst,
  },
];
