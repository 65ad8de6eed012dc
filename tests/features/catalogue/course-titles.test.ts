import { expect, test } from "vitest";
import { courseTitles } from "#app/features/catalogue/courses.server.ts";
import { publishCourses } from "#app/features/catalogue/publish.server.ts";
import { db } from "#app/platform/db.server.ts";

test("a course is called by its title, and by its slug when it has no page", async () => {
  await publishCourses({ folder: "courses", now: new Date("2026-12-01T10:00:00Z") });
  const slug = "gemis-is-geen-alleen-zijn";
  expect(await courseTitles(db, [slug, "vroeger", slug])).toEqual({ [slug]: "Gemis is geen alleen-zijn", vroeger: "vroeger" });
});
