import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { AccreditationStanding, CoveredEdition } from "#app/features/catalogue/accreditations.ts";
import { allAccreditations, type CourseAccreditations } from "#app/features/catalogue/office-accreditations.server.ts";
import { requireOffice } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { formatDate, formatNumber } from "#app/platform/i18n/format.ts";
import { ButtonLink, TextLink } from "#app/ui/actions.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { titled } from "../page-title.ts";

export const meta = titled(m.office_accreditations_title);

export async function loader({ context, request }: LoaderFunctionArgs) {
  requireOffice(context, request);
  return { courses: await allAccreditations(context.now), done: new URL(request.url).searchParams.has("done") };
}

export default function OfficeAccreditations() {
  const { courses, done } = useLoaderData<typeof loader>();
  return (
    <Page title={m.office_accreditations_title()} lead={m.office_accreditations_lead()}>
      {done ? (
        <Notice kind="success">
          <p>{m.office_accreditation_done()}</p>
        </Notice>
      ) : null}
      {courses.map((course) => (
        <Section key={course.slug} title={<span lang="nl">{course.title}</span>} id={course.slug}>
          {course.accreditations.length > 0 ? <Accreditations course={course} /> : <p>{m.office_accreditations_none()}</p>}
          <ButtonLink to={paths.officeAccreditation(course.slug)} variant="quiet">
            {m.office_accreditations_add()}
          </ButtonLink>
        </Section>
      ))}
    </Page>
  );
}

const tones = {
  "in-force": "good",
  later: "waiting",
  requested: "waiting",
  refused: "plain",
  lapsed: "plain",
  "other-text": "bad",
} as const;

const coverWords = (covered: readonly CoveredEdition[]) =>
  covered.length === 0
    ? m.office_covers_all()
    : covered.map(({ edition, fromRevision }) => m.office_covers_from({ edition, revision: fromRevision })).join("; ");

function Accreditations({ course: { slug, title, accreditations } }: { course: CourseAccreditations }) {
  const locale = getLocale();
  return (
    <DataTable
      caption={m.office_accreditations_caption({ title })}
      hideCaption
      columns={[
        { key: "register", label: m.office_column_register() },
        { key: "state", label: m.office_column_state() },
        { key: "points", label: m.office_column_points(), kind: "number" },
        { key: "id", label: m.office_column_pe_id() },
        { key: "from", label: m.office_column_from() },
        { key: "to", label: m.office_column_last_day() },
        { key: "covers", label: m.office_column_covers() },
      ]}
      rows={accreditations.map((one) => ({
        register: <TextLink to={paths.officeAccreditation(slug, one.id)}>{one.register}</TextLink>,
        state: <Badge tone={tones[one.standing]}>{standingWords(one.standing)}</Badge>,
        points: one.pointsHundredth === 0 && one.status !== "granted" ? "–" : formatNumber(one.pointsHundredth / 100, locale),
        id: one.peCourseId ?? "–",
        from: one.validFrom ? formatDate(one.validFrom, locale) : "–",
        to: one.validTo ? formatDate(one.validTo, locale) : m.office_no_end(),
        covers: coverWords(one.editionsCovered),
      }))}
    />
  );
}

function standingWords(standing: AccreditationStanding): string {
  const words: Record<AccreditationStanding, () => string> = {
    "in-force": m.office_accreditation_in_force,
    later: m.office_accreditation_later,
    requested: m.office_accreditation_requested,
    refused: m.office_accreditation_refused,
    lapsed: m.office_accreditation_lapsed,
    "other-text": m.office_accreditation_other_text,
  };
  return words[standing]();
}
