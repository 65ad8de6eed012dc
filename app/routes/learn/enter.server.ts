import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { Viewer } from "#app/features/accounts/sessions.server.ts";
import { type Access, accessTo, enrolmentsOf, type NoAccess } from "#app/features/enrolment/access.server.ts";
import type { Learner } from "#app/features/learning/learner.ts";
import { notFound, requireViewer } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/platform/db.server.ts";
import { slugOf } from "../catalogue/slug.ts";

export type Door = Pick<LoaderFunctionArgs, "context" | "params" | "request">;

/** A part of the URL that this route cannot do without. What is no slug or id is nobody's: not found, and no query. */
export function required(value: string | undefined): string {
  const known = slugOf(value);
  if (!known) throw notFound();
  return known;
}

/** Who asks for which course, and what the gate says. */
export async function atTheGate({ context, params, request }: Door): Promise<{ viewer: Viewer; slug: string; access: Access | NoAccess }> {
  const viewer = requireViewer(context, request);
  const slug = required(params.slug);
  return { viewer, slug, access: await accessTo(db, viewer.id, slug, context.now) };
}

export interface Inside {
  viewer: Viewer;
  slug: string;
  learner: Learner;
  access: Access;
}

/** Where someone goes whom a course's gate refused, or who has not begun: the page that says what to do. */
export function fromTheGate(reason: NoAccess["reason"] | "not-begun", slug: string): Response {
  return redirect(reason === "not-enrolled" ? paths.course(slug) : paths.learnCourse(slug), 303);
}

/** Someone with access who has begun; everybody else goes to the course's page, which says what to do. */
export async function insideCourse(door: Door): Promise<Inside> {
  const { viewer, slug, access } = await atTheGate(door);
  if (!access.ok) throw fromTheGate(access.reason, slug);
  if (!access.begunAt) throw fromTheGate("not-begun", slug);
  return { viewer, slug, access, learner: { personId: viewer.id, enrolmentId: access.enrolmentId } };
}

/** The same for a door that must not send people away: null instead of a trip. */
export async function insideCourseOrNull({ context, params }: Door): Promise<Inside | null> {
  const { viewer, now } = context;
  const slug = required(params.slug);
  if (!viewer) return null;
  const access = await accessTo(db, viewer.id, slug, now);
  return access.ok && access.begunAt ? { viewer, slug, access, learner: { personId: viewer.id, enrolmentId: access.enrolmentId } } : null;
}

export interface OwnWords {
  slug: string;
  learner: Learner;
  /** the lessons are open too */
  open: boolean;
}

/**
 * Whoever ever began the course, for what they wrote themselves: those words stay theirs when access ends, so owning the enrolment is
 * enough. Nothing of the course may be shown behind this door but what their texts answer.
 */
export async function atOwnWords({ context, params, request }: Door): Promise<OwnWords> {
  const viewer = requireViewer(context, request);
  const slug = required(params.slug);
  const enrolments = (await enrolmentsOf(db, viewer.id, context.now)).filter(({ courseSlug }) => courseSlug === slug);
  const begun = enrolments.filter(({ begunAt }) => begunAt !== null);
  const found = begun.find(({ access }) => access.state === "active") ?? begun[0];
  if (!found) throw redirect(enrolments.length === 0 ? paths.course(slug) : paths.learnCourse(slug), 303);
  return { slug, learner: { personId: viewer.id, enrolmentId: found.enrolmentId }, open: found.access.state === "active" };
}

/** A browser that fetches a page ahead has not visited it. */
export function isPrefetch(request: Request): boolean {
  return ["Sec-Purpose", "Purpose", "X-Purpose"].some((name) => request.headers.get(name)?.includes("prefetch"));
}
