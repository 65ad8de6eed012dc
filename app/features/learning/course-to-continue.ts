import type { AccessState } from "#app/features/enrolment/access.ts";

interface Row {
  access: Pick<AccessState, "state">;
  begunAt: Date | null;
  standing: { completion: { complete: boolean }; progress: { lastSeenAt: Date }[] } | null;
}

/** Of what someone follows, the course they go on with: open, begun and not complete, and of several the one read last. */
export function courseToContinue<Course extends Row>(courses: readonly Course[]): Course | null {
  return courses.reduce<Course | null>((latest, course) => {
    if (course.access.state !== "active" || !course.begunAt || !course.standing || course.standing.completion.complete) return latest;
    return latest && lastSeen(latest) >= lastSeen(course) ? latest : course;
  }, null);
}

/** Begin counts: who has just begun a course goes on with that one. */
const lastSeen = ({ begunAt, standing }: Row) =>
  Math.max(begunAt?.getTime() ?? 0, ...(standing?.progress ?? []).map(({ lastSeenAt }) => lastSeenAt.getTime()));
