import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useOutlet } from "@remix-run/react";
import { VignetteBody } from "#app/features/assessment/vignette-body.tsx";
import { vignettePage } from "#app/features/assessment/vignette-page.server.ts";
import { paths } from "#app/paths.ts";
import { formatMinutes } from "#app/platform/i18n/format.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { Page } from "#app/ui/page.tsx";
import { WithTitle } from "#app/ui/with-title.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { pageTitle } from "../page-title.ts";
import { awayFromVignette, vignetteActions, vignetteSeat } from "./vignette-door.server.ts";

export async function loader(door: LoaderFunctionArgs) {
  const seat = vignetteSeat(door);
  const page = await vignettePage(seat, door.context.now);
  if (!page.ok) throw awayFromVignette(page, seat.slug);
  return { page, actions: vignetteActions(seat) };
}

export type VignetteView = Awaited<ReturnType<typeof loader>>;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [pageTitle(data?.page.title ?? "", matches)];

/** One conversation: its beginning, what was said so far, and what can be said now. Its verb renders in its place when it refuses. */
export default function VignetteRoute() {
  const view = useLoaderData<typeof loader>();
  const refused = useOutlet(view);
  const { page, actions } = view;
  return (
    <Page
      eyebrow={
        <TextLink to={paths.lesson(page.slug, page.lessonId, page.vignetteId)} reload>
          <WithTitle say={(lesson) => m.assessment_vignette_back({ lesson })} title={page.lessonTitle} />
        </TextLink>
      }
      title={<span lang="nl">{page.title}</span>}
      lead={m.assessment_vignette_lead({ minutes: formatMinutes(page.minutes, getLocale()) })}
    >
      {refused ?? <VignetteBody page={page} actions={actions} />}
    </Page>
  );
}
