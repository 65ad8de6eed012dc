/** What stands beside the lessons under /learn/:slug: a lesson of that name could never be opened. */
const besideLessons: ReadonlySet<string> = new Set(["begin", "carry-over", "evaluation", "tests", "modules", "notes"]);
export const isAddressBesideLessons = (lessonId: string): boolean => besideLessons.has(lessonId);

/** What stands beside the courses under /learn: a course of that name could never be opened. */
const besideCourses: ReadonlySet<string> = new Set(["hint"]);
export const isAddressBesideCourses = (slug: string): boolean => besideCourses.has(slug);

/** Places on a lesson's page that are not its text. A step or block of the same name would take the links that lead there. */
const places: ReadonlySet<string> = new Set([
  "main",
  "announcements",
  "bronnen",
  "noten",
  "begrippen",
  "hulplijnen",
  "hulplijnen-title",
  "steps-title",
  "key-sheet-title",
]);
/** sources, notes, terms and where they are mentioned; the outline, what the learner writes and the discussion that opens */
const families = /^(?:bron|cite|noot|nootplek|begrip|outline|notitie|form|text|bespreking)-/;
export const isIdOfPage = (id: string): boolean => places.has(id) || families.test(id);
