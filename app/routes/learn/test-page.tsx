import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData, useOutlet } from "@remix-run/react";
import { TestBody } from "#app/features/assessment/test-body.tsx";
import { testPage } from "#app/features/assessment/test-page.server.ts";
import { accessTo } from "#app/features/enrolment/access.server.ts";
import { nextWithCertificate } from "#app/features/learning/next-step.ts";
import { enrolmentsWithCertificate } from "#app/features/learning/next-step-certificate.server.ts";
import { standingsOf } from "#app/features/learning/standing.server.ts";
import { isAnswer } from "#app/http/verb.server.ts";
import { paths } from "#app/paths.ts";
import { db } from "#app/platform/db.server.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { Page } from "#app/ui/page.tsx";
import { WithTitle } from "#app/ui/with-title.tsx";
import * as m from "#generated/paraglide/messages.js";
import { pageTitle } from "../page-title.ts";
import { seatOf, testActions, turnedAway } from "./test-door.server.ts";

export async function loader(door: LoaderFunctionArgs) {
  // Choices sent without a session must not be lost to a redirect: their own page is shown, and nothing of the test.
  if (isAnswer(door.request) && !door.context.viewer) return { kind: "answer" as const };
  const seat = seatOf(door);
  const page = await testPage(seat, door.context.now);
  if (!page.ok) throw turnedAway(page, seat.slug);
  const next = page.latest ? await nextAfter(seat.personId, seat.slug, door.context.now) : null;
  return { kind: "test" as const, page, next, actions: testActions(seat.slug, seat.testId) };
}

/** What the course asks next, for the end of a result. */
async function nextAfter(personId: string, slug: string, now: Date) {
  const access = await accessTo(db, personId, slug, now);
  const next = access.ok ? (await standingsOf(db, [access])).get(access.enrolmentId)?.next : null;
  if (!access.ok || !next) return null;
  if (next.kind !== "certificate") return next;
  return nextWithCertificate(next, (await enrolmentsWithCertificate(db, [access.enrolmentId])).size > 0);
}

export type TestPageData = Awaited<ReturnType<typeof loader>>;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  pageTitle(data?.kind === "test" ? data.page.title : m.assessment_signed_out_title(), matches),
];

/** One test: what it asks, the attempt under way, or how it went. Its verbs render in its place when they refuse. */
export default function TestRoute() {
  const view = useLoaderData<typeof loader>();
  const refused = useOutlet(view);
  if (view.kind === "answer") return <Outlet context={null} />;
  const { page, actions, next } = view;
  return (
    <Page
      eyebrow={
        <TextLink to={paths.learnCourse(page.slug)}>
          <WithTitle say={(course) => m.assessment_back({ course })} title={page.courseTitle} />
        </TextLink>
      }
      title={<span lang="nl">{page.title}</span>}
      lead={page.kind === "check" ? m.assessment_check_lead() : undefined}
    >
      {refused ?? <TestBody page={page} actions={actions} next={next} />}
    </Page>
  );
}
