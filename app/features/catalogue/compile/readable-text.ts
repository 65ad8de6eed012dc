import type { CourseFiles, Report } from "./problems.ts";

/** A file in another encoding than UTF-8 comes in with marks where letters were; nobody means those. @returns whether there was one */
export function reportUnreadable(files: CourseFiles, report: Report): boolean {
  const found = Object.entries(files).flatMap(([file, text]) => {
    const at = text.search(/[\0\uFFFD]/);
    return at < 0 ? [] : [{ file, line: text.slice(0, at).split("\n").length }];
  });
  for (const where of found)
    report({
      ...where,
      message: "Hier staat een letter die we niet kunnen lezen.",
      advice: "Bewaar het bestand in je editor als UTF-8, en kijk of op deze regel staat wat je bedoelt.",
    });
  return found.length > 0;
}
