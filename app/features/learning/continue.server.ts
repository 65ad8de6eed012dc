import { courseToContinue } from "./course-to-continue.ts";
import type { NextStep } from "./next-step.ts";
import { learningOverview } from "./standing.server.ts";

/**
 * Where this person goes on: in the course they read last of those that are open to them, what comes next there, which is the step
 * read last while its lesson is not finished. Null when no course is under way. Three statements; changes nothing.
 */
export async function placeToContinue(personId: string, now: Date): Promise<{ slug: string; next: NextStep } | null> {
  const course = courseToContinue(await learningOverview(personId, now));
  return course?.standing ? { slug: course.courseSlug, next: course.standing.next } : null;
}
