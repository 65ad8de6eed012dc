import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { taskLists, today } from "#app/features/office/today.server.ts";
import { requireOffice } from "#app/http/guards.server.ts";
import { Empty } from "#app/ui/empty.tsx";
import { Message } from "#app/ui/message.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { titled } from "../page-title.ts";
import { TodayLists } from "./today-lists.tsx";

export const meta = titled(m.office_today_title);

export async function loader({ context, request }: LoaderFunctionArgs) {
  requireOffice(context, request);
  const asked = new URL(request.url).searchParams;
  const whole = taskLists.find((list) => list === asked.get("all")) ?? null;
  return { ...(await today(context.now, whole)), whole, done: asked.get("done") };
}

export default function OfficeToday() {
  const lists = useLoaderData<typeof loader>();
  const { orders, differences, refused, jobs, mail, certificates, courses, helpLines } = lists;
  const waiting = [orders, differences, refused, jobs, mail, certificates, courses].flat().length;
  return (
    <Page title={m.office_today_title()} lead={m.office_today_lead()}>
      {lists.done === "job" ? <Message>{m.office_done_retry()}</Message> : null}
      {lists.done === "order" ? <Message>{m.office_done_recheck()}</Message> : null}
      {lists.done === "mail" ? <Message>{m.office_done_resend()}</Message> : null}
      {waiting + helpLines.unchecked === 0 ? <Empty title={m.office_today_empty()} /> : null}
      <TodayLists lists={lists} />
    </Page>
  );
}
