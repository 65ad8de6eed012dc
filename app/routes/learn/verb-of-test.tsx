import { useOutletContext } from "@remix-run/react";
import { TestBody } from "#app/features/assessment/test-body.tsx";
import type { FormRefusal } from "#app/http/forms.server.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/actions.tsx";
import { HiddenField } from "#app/ui/fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import type { KeptAnswers } from "./test-door.server.ts";
import type { TestPageData } from "./test-page.tsx";

/** What a refused verb of a test shows: the test again with what is wrong; or, signed out, the choices alone, ready to send again. */
export function VerbOfTest({ answer }: { answer: FormRefusal | KeptAnswers | undefined }) {
  const shown = useOutletContext<Extract<TestPageData, { kind: "test" }> | null>();
  if (answer && "kind" in answer) return <SignedOut kept={answer} />;
  if (!shown) return null;
  const errors = answer?.errors;
  return (
    <>
      {errors?.form ? <Notice kind="error">{errors.form}</Notice> : null}
      <TestBody page={shown.page} actions={shown.actions} next={shown.next} errors={errors?.form ? undefined : errors} />
    </>
  );
}

/** Nobody is signed in, so nothing of the test is shown. The form holds what was sent: after signing in, one press sends it. */
function SignedOut({ kept: { action, page, fields } }: { kept: KeptAnswers }) {
  const answered = new Set(fields.map(([name]) => name).filter((name) => name.startsWith("answer-"))).size;
  return (
    <Page title={m.assessment_signed_out_title()} narrow>
      <Notice kind="warning">
        <p>{m.assessment_signed_out_kept({ count: answered })}</p>
      </Notice>
      <ol>
        <li>
          <a href={paths.login(page)} target="_blank" rel="noopener">
            {m.assessment_signed_out_login()}
          </a>
        </li>
        <li>{m.assessment_signed_out_send()}</li>
      </ol>
      <form method="post" action={action}>
        {fields.map(([name, value]) => (
          <HiddenField key={`${name} ${value}`} name={name} value={value} />
        ))}
        <Button>{m.assessment_signed_out_button()}</Button>
      </form>
    </Page>
  );
}
