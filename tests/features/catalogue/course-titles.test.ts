import { expect, test } from "vitest";
import { courseTitles } from "#app/features/catalogue/courses.server.ts";
import { db } from "#app/platform/db.server.ts";
import { oneCourse, publishOnly } from "#tests/support/courses.ts";

test("a course is called by its title, and by its slug when it has no page", async () => {
  await publishOnly([oneCourse], new Date("2026-12-01T10:00:00Z"));
  const slug = "gemis-is-geen-alleen-zijn";
  expect(await courseTitles(db, [slug, "vroeger", slug])).toEqual({ [slug]: "Gemis is geen alleen-zijn", vroeger: "vroeger" });
});
