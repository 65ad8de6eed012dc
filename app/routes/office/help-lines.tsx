import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { isChecked, isEmergencyNumber } from "#app/features/catalogue/help-line-checks.ts";
import { helpLinesTakenOver } from "#app/features/catalogue/office-help-lines.server.ts";
import { type HelpLine, helpLines } from "#app/features/catalogue/provider.server.ts";
import { requireOffice } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { formatDate } from "#app/platform/i18n/format.ts";
import { Button, ButtonLink, TextLink } from "#app/ui/actions.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { titled } from "../page-title.ts";

export const meta = titled(m.office_help_lines_title);

export async function loader({ context, request }: LoaderFunctionArgs) {
  requireOffice(context, request);
  const [{ lines }, takenOver] = await Promise.all([helpLines(), helpLinesTakenOver()]);
  return { lines, takenOver, done: new URL(request.url).searchParams.get("done") };
}

const doneWords: Record<string, () => string> = {
  checked: m.office_help_lines_done_checked,
  saved: m.office_help_lines_done_saved,
  removed: m.office_help_lines_done_removed,
};

export default function OfficeHelpLines() {
  const { lines, takenOver, done } = useLoaderData<typeof loader>();
  const words = done && Object.hasOwn(doneWords, done) ? doneWords[done] : undefined;
  return (
    <Page title={m.office_help_lines_title()} lead={m.office_help_lines_lead()}>
      {words ? (
        <Notice kind="success">
          <p>{words()}</p>
        </Notice>
      ) : null}
      <p>{takenOver ? m.office_help_lines_from_office({ date: formatDate(takenOver, getLocale()) }) : m.office_help_lines_from_file()}</p>
      <DataTable
        caption={m.office_help_lines_caption()}
        hideCaption
        columns={[
          { key: "line", label: m.office_column_line() },
          { key: "phone", label: m.office_column_phone() },
          { key: "hours", label: m.office_column_hours() },
          { key: "checkedOn", label: m.office_column_checked_on() },
          { key: "act", label: m.office_column_act() },
        ]}
        rows={lines.map((line) => ({
          line: (
            <>
              <TextLink to={paths.officeHelpLine(line.id)}>
                <span lang="nl">{line.name}</span>
              </TextLink>{" "}
              ({line.country})
            </>
          ),
          phone: line.phone,
          hours: line.hours ? <span lang="nl">{line.hours}</span> : "–",
          checkedOn:
            isChecked(line) && line.checkedOn ? (
              formatDate(line.checkedOn, getLocale())
            ) : (
              <Badge tone="waiting">
                {isEmergencyNumber(line.phone) ? m.office_help_lines_never_looked_up() : m.office_help_lines_never()}
              </Badge>
            ),
          act: <CheckedToday line={line} />,
        }))}
      />
      <ButtonLink to={paths.officeHelpLine()} variant="quiet">
        {m.office_help_lines_add()}
      </ButtonLink>
    </Page>
  );
}

/** One press after one call, or after looking up what nobody may call; for who listens to the page it says which line. */
function CheckedToday({ line: { id, name, phone } }: { line: HelpLine }) {
  const lookUp = isEmergencyNumber(phone);
  return (
    <Form method="post" action={paths.officeHelpLineAct(id, "checked")} preventScrollReset>
      <Button variant="quiet">
        <span aria-hidden="true">{lookUp ? m.office_help_lines_look_up() : m.office_help_lines_check()}</span>
        <span className="visually-hidden">
          {lookUp ? m.office_help_lines_look_up_which({ name, phone }) : m.office_help_lines_check_which({ name, phone })}
        </span>
      </Button>
    </Form>
  );
}
