import { Form, Outlet, useLocation, useOutletContext, useSearchParams } from "@remix-run/react";
import type { FinalTestCase } from "#app/features/assessment/extra-attempt.server.ts";
import { paths } from "#app/paths.ts";
import { formatDate, formatDateTime } from "#app/platform/i18n/format.ts";
import { Button } from "#app/ui/actions.tsx";
import { Choice } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { HiddenField, TextArea } from "#app/ui/fields.tsx";
import { Message } from "#app/ui/message.tsx";
import { Section } from "#app/ui/page.tsx";
import { WithTitle } from "#app/ui/with-title.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";

interface ExtraAttempts {
  personId: string;
  cases: FinalTestCase[];
}

/** On a person's page: extra attempts that were given, and the form to give one where all are used. Otherwise nothing. */
export function ExtraAttemptSection({ personId, cases }: ExtraAttempts) {
  const done = useSearchParams()[0].get("done") === "extra-attempt";
  const refused = useLocation().pathname === paths.officeExtraAttempt(personId);
  const told = cases.filter(({ standing, given }) => standing.state === "exhausted" || given.length > 0);
  if (told.length === 0 && !refused) return null;
  return (
    <Section title={m.office_extra_title()} id="extra-attempt">
      {done ? <Message>{m.office_extra_done()}</Message> : null}
      {told.map((one) => (
        <Told key={one.enrolmentId} one={one} />
      ))}
      {refused ? <Outlet context={{ personId, cases } satisfies ExtraAttempts} /> : <ExtraAttemptForm personId={personId} cases={cases} />}
    </Section>
  );
}

function Told({ one: { courseTitle, standing, used, opensAt, given } }: { one: FinalTestCase }) {
  const locale = getLocale();
  return (
    <>
      {standing.state === "exhausted" ? (
        <p>
          <WithTitle say={(course) => m.office_extra_used({ course, used })} title={courseTitle} />{" "}
          {opensAt ? m.office_extra_wait({ moment: formatDateTime(opensAt, locale) }) : m.office_extra_at_once()} {m.office_extra_key()}
        </p>
      ) : null}
      {given.length > 0 ? (
        <>
          <p>
            <WithTitle say={(course) => m.office_extra_given({ course })} title={courseTitle} />
          </p>
          <ul>
            {given.map(({ grantedAt, reason }) => (
              <li key={String(grantedAt)}>{m.office_extra_given_line({ date: formatDate(grantedAt, locale), reason })}</li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

interface FormState {
  values?: Record<string, string>;
  errors?: Record<string, string>;
}

function ExtraAttemptForm({ personId, cases, values, errors }: ExtraAttempts & FormState) {
  const exhausted = cases.filter(({ standing }) => standing.state === "exhausted");
  const [only] = exhausted;
  if (!only) return <ErrorSummary errors={errors} />;
  return (
    <Form method="post" action={paths.officeExtraAttempt(personId)}>
      <ErrorSummary errors={errors} />
      {exhausted.length === 1 ? (
        <HiddenField name="enrolmentId" value={only.enrolmentId} />
      ) : (
        <Choice
          legend={m.office_extra_which()}
          name="enrolmentId"
          options={exhausted.map((one) => ({ value: one.enrolmentId, label: <span lang="nl">{one.courseTitle}</span> }))}
          value={values?.enrolmentId}
          error={errors?.enrolmentId}
        />
      )}
      <TextArea
        label={m.office_extra_reason()}
        name="reason"
        rows={3}
        maxLength={500}
        hint={m.office_extra_reason_hint()}
        defaultValue={values?.reason}
        error={errors?.reason}
      />
      <Button variant="quiet">{m.office_extra_button()}</Button>
    </Form>
  );
}

/** The form again, in its place on the page, with what was wrong. */
export function RefusedExtraAttempt(answer: FormState) {
  return <ExtraAttemptForm {...useOutletContext<ExtraAttempts>()} {...answer} />;
}
