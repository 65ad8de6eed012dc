import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useOutlet } from "@remix-run/react";
import { TestBody } from "#app/features/assessment/test-body.tsx";
import { testPage } from "#app/features/assessment/test-page.server.ts";
import { paths } from "#app/paths.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { seatOf, testActions, turnedAway } from "./test-door.server.ts";

export async function loader(door: LoaderFunctionArgs) {
  const seat = seatOf(door);
  const page = await testPage(seat, door.context.now);
  if (!page.ok) throw turnedAway(page, seat.slug);
  return { page, actions: testActions(seat.slug, seat.testId) };
}

export type TestPageData = Awaited<ReturnType<typeof loader>>;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.page.title }];

/** One test: what it asks, the attempt under way, or how it went. Its verbs render in its place when they refuse. */
export default function TestRoute() {
  const data = useLoaderData<typeof loader>();
  const { page, actions } = data;
  const refused = useOutlet(data);
  return (
    <Page
      eyebrow={<TextLink to={paths.learnCourse(page.slug)}>{m.assessment_back({ course: page.courseTitle })}</TextLink>}
      title={<span lang="nl">{page.title}</span>}
      lead={page.kind === "check" ? m.assessment_check_lead() : undefined}
    >
      {refused ?? <TestBody page={page} actions={actions} />}
    </Page>
  );
}
