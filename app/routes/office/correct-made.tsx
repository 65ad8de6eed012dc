import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { madeRevision } from "#app/features/catalogue/corrections-for-office.server.ts";
import { startOf } from "#app/features/catalogue/office-days.ts";
import { registerNotices, registerTold } from "#app/features/catalogue/register-notices.server.ts";
import { refuse } from "#app/http/forms.server.ts";
import { notFound, requireOffice } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { env } from "#app/platform/env.server.ts";
import { formatDateTime } from "#app/platform/i18n/format.ts";
import { isUuid } from "#app/platform/ids.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { pageTitle } from "../page-title.ts";
import { AlongWithIt, FilesNow, Registers } from "./correct-sections.tsx";
import { typedDay } from "./typed-day.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  pageTitle(data ? m.office_made_title(data.revision) : "", matches),
];

async function addressed({ context, request, params }: LoaderFunctionArgs) {
  const viewer = requireOffice(context, request);
  const { slug = "", edition = "", revision = "" } = params;
  const made = /^\d{1,6}$/.test(revision) ? await madeRevision(slug, edition, Number(revision), env().coursesDir) : null;
  if (!made) throw notFound();
  return { viewer, made };
}

export async function loader(given: LoaderFunctionArgs) {
  const { made } = await addressed(given);
  return {
    revision: made,
    notices: await registerNotices(given.context.now, made.id),
    done: new URL(given.request.url).searchParams.get("done"),
  };
}

/** Keeps that a register was told. */
export async function action(given: ActionFunctionArgs) {
  const { viewer, made } = await addressed(given);
  const form = await given.request.formData();
  const id = String(form.get("accreditationId") ?? "");
  if (!isUuid(id)) throw notFound();
  const on = typedDay(m.office_made_error_on()).safeParse(form.get(`on-${id}`));
  const errors = {
    ...(form.get(`told-${id}`) === "on" ? {} : { [`told-${id}`]: m.office_made_error_told() }),
    ...(on.success ? {} : { [`on-${id}`]: m.office_made_error_on() }),
  };
  if (!on.success || Object.keys(errors).length > 0) return refuse(form, errors);
  const told = { revisionId: made.id, accreditationId: id, on: startOf(on.data), actorId: viewer.id };
  const answer = await registerTold(told, given.context.now);
  if (answer.ok) return redirect(paths.officeRevision(made.slug, made.edition, made.revision, "told"), 303);
  if (answer.reason === "unknown-notice") throw notFound();
  return refuse(form, { [`on-${id}`]: m.office_made_error_on() });
}

const doneWords: Record<string, () => string> = { corrected: m.office_made_done, told: m.office_made_done_told };

export default function CorrectionMade() {
  const { revision, notices, done } = useLoaderData<typeof loader>();
  const { values = {}, errors } = useActionData<typeof action>() ?? {};
  const words = done && Object.hasOwn(doneWords, done) ? doneWords[done] : undefined;
  const locale = getLocale();
  return (
    <Page
      narrow
      title={m.office_made_title(revision)}
      eyebrow={<span lang="nl">{revision.title}</span>}
      above={<Breadcrumbs items={[{ to: paths.officeCorrections(), label: m.office_corrections_title() }]} />}
    >
      <ErrorSummary errors={errors} />
      {words && !errors ? (
        <Notice kind="success">
          <p>{words()}</p>
        </Notice>
      ) : null}
      <Facts
        items={[
          { label: m.office_made_reason(), value: <span lang="nl">{revision.reason}</span> },
          { label: m.office_made_author(), value: revision.author },
          { label: m.office_made_when(), value: formatDateTime(revision.publishedAt, locale) },
          { label: m.office_made_material(), value: revision.material ? m.office_yes() : m.office_no() },
        ]}
      />
      <AlongWithIt along={revision.along} />
      <Registers notices={notices} values={values} errors={errors} />
      <FilesNow revision={revision} />
    </Page>
  );
}
