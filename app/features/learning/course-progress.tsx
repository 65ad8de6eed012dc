import { paths } from "#app/paths.ts";
import { formatDate, formatMinutes } from "#app/platform/i18n/format.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { Progress } from "#app/ui/progress.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";

/** A course someone follows, as the list of one's courses shows it. */
export interface FollowedCourse {
  id: string;
  slug: string;
  title: string;
  access:
    | { state: "active"; endsAt: Date | null }
    | { state: "not-yet"; startsAt: Date }
    | { state: "ended"; endedAt: Date }
    | { state: "none" };
  complete: boolean;
  minutesLeft: number;
  lessons: number;
  lessonsFinished: number;
  /** requirements not met */
  open: number;
  /** of the order that chose to wait for the withdrawal period; null where nobody chose that */
  order: string | null;
}

/** How far someone is in a course that is open to them: in words first, then as a line. */
export function CourseProgress({
  course,
}: {
  course: Pick<FollowedCourse, "complete" | "minutesLeft" | "lessons" | "lessonsFinished" | "open">;
}) {
  const locale = getLocale();
  return (
    <>
      <Progress
        value={course.lessonsFinished}
        max={course.lessons}
        label={m.learning_progress_lessons({ done: course.lessonsFinished, total: course.lessons })}
      />
      <p>
        {course.complete ? (
          m.learning_complete_short()
        ) : (
          <>
            {m.learning_left({ time: formatMinutes(course.minutesLeft, locale) })} {m.learning_open({ count: course.open })}
          </>
        )}
      </p>
    </>
  );
}

/** Until when, from when, or since when no more; said with its date. */
export function AccessPeriod({ course }: { course: FollowedCourse }) {
  const locale = getLocale();
  const { access } = course;
  switch (access.state) {
    case "active":
      return access.endsAt ? <p className="hint">{m.learning_until({ date: formatDate(access.endsAt, locale) })}</p> : null;
    case "not-yet":
      return (
        <>
          <p>
            {m.learning_not_yet_short({ date: formatDate(access.startsAt, locale) })} {course.order ? m.learning_not_yet_wait() : null}
          </p>
          {course.order ? <TextLink to={paths.order(course.order)}>{m.learning_order_see()}</TextLink> : null}
        </>
      );
    case "ended":
      return (
        <>
          <p>{m.learning_ended_short({ date: formatDate(access.endedAt, locale) })}</p>
          <TextLink to={paths.certificates()}>{m.learning_to_certificates()}</TextLink>
        </>
      );
    case "none":
      return <p>{m.learning_ended_plain()}</p>;
  }
}
