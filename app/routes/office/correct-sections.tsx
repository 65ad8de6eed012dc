import { Form } from "@remix-run/react";
import type { MadeRevision } from "#app/features/catalogue/corrections-for-office.server.ts";
import type { RegisterNotice } from "#app/features/catalogue/register-notices.server.ts";
import { paths } from "#app/paths.ts";
import { formatDate } from "#app/platform/i18n/format.ts";
import { Button, ButtonLink, TextLink } from "#app/ui/actions.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";

/** How the files of the course stand to the revision, and the change to take along where they lag behind. */
export function FilesNow({ revision: { slug, edition, revision, folder } }: { revision: MadeRevision }) {
  if (folder === null) return null;
  const words = {
    after: m.office_made_files_after,
    before: m.office_made_files_before,
    other: m.office_made_files_other,
    absent: m.office_made_files_absent,
  };
  return (
    <Section title={m.office_made_files()}>
      {folder === "after" ? (
        <p>{words.after()}</p>
      ) : (
        <Notice kind="warning">
          <p>{words[folder]()}</p>
        </Notice>
      )}
      <ButtonLink to={paths.officeRevisionPatch(slug, edition, revision)} variant="quiet" reload>
        {m.office_made_patch()}
      </ButtonLink>
    </Section>
  );
}

/** The other courses that got the same text, each with its own page and its own patch. */
export function AlongWithIt({ along }: Pick<MadeRevision, "along">) {
  if (along.length === 0) return null;
  return (
    <>
      <p>{m.office_made_along()}:</p>
      <ul className="text-list">
        {along.map(({ slug, title, edition, revision }) => (
          <li key={`${slug} ${edition}`}>
            <TextLink to={paths.officeRevision(slug, edition, revision)}>
              <span lang="nl">{title}</span>, {m.office_corrections_edition({ edition, revision })}
            </TextLink>
          </li>
        ))}
      </ul>
    </>
  );
}

interface RegistersProps {
  notices: RegisterNotice[];
  /** of the form that was refused: its values and what is wrong, by field */
  values: Record<string, string>;
  errors: Record<string, string> | undefined;
}

/** Which registers must hear of it, and that they did. */
export function Registers({ notices, values, errors }: RegistersProps) {
  if (notices.length === 0) return null;
  return (
    <Section title={m.office_made_report()} id="register">
      <p>{m.office_made_report_lead()}</p>
      {notices.map((notice) => (
        <div key={notice.accreditationId}>
          <h3>{notice.register}</h3>
          {notice.reportedOn ? (
            <p>{m.office_made_reported({ date: formatDate(notice.reportedOn, getLocale()) })}</p>
          ) : (
            <Told notice={notice} values={values} errors={errors} />
          )}
        </div>
      ))}
    </Section>
  );
}

/** One register's form. Several stand on one page: the names of its fields carry which register it is. */
function Told({ notice, values, errors }: { notice: RegisterNotice } & Omit<RegistersProps, "notices">) {
  const { accreditationId: id, courseSlug, edition, revision, register } = notice;
  return (
    <Form method="post" action={paths.officeRevision(courseSlug, edition, revision)}>
      <Checkbox
        label={m.office_made_told({ register })}
        name={`told-${id}`}
        defaultChecked={values[`told-${id}`] === "on"}
        error={errors?.[`told-${id}`]}
      />
      <TextField label={m.office_made_on()} name={`on-${id}`} type="date" defaultValue={values[`on-${id}`]} error={errors?.[`on-${id}`]} />
      <div className="actions">
        <Button variant="quiet" name="accreditationId" value={id}>
          {m.office_made_report_button()}
        </Button>
      </div>
    </Form>
  );
}
