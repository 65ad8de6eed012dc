import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LEAST_FORMS, SCALE } from "#app/features/assessment/evaluation.ts";
import { type EditionEvaluation, evaluationResults } from "#app/features/assessment/evaluation-results.server.ts";
import { openQuestionInWords, statementInWords, stepInWords } from "#app/features/assessment/evaluation-words.ts";
import { requireOffice } from "#app/http/guards.server.ts";
import { formatNumber } from "#app/platform/i18n/format.ts";
import { Empty } from "#app/ui/empty.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { WithTitle } from "#app/ui/with-title.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { titled } from "../page-title.ts";

export const meta = titled(m.office_evaluations_title);

export async function loader({ context, request }: LoaderFunctionArgs) {
  requireOffice(context, request);
  return { editions: await evaluationResults() };
}

/** What was thought of each course, told only where nobody can be recognised in it. */
export default function Evaluations() {
  const { editions } = useLoaderData<typeof loader>();
  return (
    <Page title={m.office_evaluations_title()} lead={m.office_evaluations_lead()}>
      {editions.length === 0 ? <Empty title={m.office_evaluations_empty()} /> : null}
      {editions.map((one) => (
        <Section
          key={`${one.courseSlug} ${one.edition}`}
          title={<WithTitle say={(course) => m.office_evaluations_edition({ course, edition: one.edition })} title={one.courseTitle} />}
        >
          <p>{m.office_evaluations_count({ count: one.forms })}</p>
          {one.shown ? <Shown shown={one.shown} /> : <p>{m.office_evaluations_few({ least: LEAST_FORMS })}</p>}
          {one.shown && one.waiting > 0 ? <p>{m.office_evaluations_waiting({ count: one.waiting, least: LEAST_FORMS })}</p> : null}
        </Section>
      ))}
    </Page>
  );
}

function Shown({ shown: { statements, texts } }: { shown: NonNullable<EditionEvaluation["shown"]> }) {
  const locale = getLocale();
  return (
    <>
      <DataTable
        caption={m.office_evaluations_caption()}
        columns={[
          { key: "statement", label: m.office_evaluations_statement() },
          { key: "mean", label: m.office_evaluations_mean(), kind: "number" },
          ...SCALE.map((step) => ({ key: String(step), label: stepInWords(step), kind: "number" as const })),
        ]}
        rows={statements.map(({ statement, mean, chosen }) => ({
          statement: statementInWords(statement),
          mean: formatNumber(Math.round(mean * 10) / 10, locale),
          ...Object.fromEntries(SCALE.map((step, place) => [String(step), chosen[place] ?? 0])),
        }))}
      />
      {texts.map(({ question, texts: written }) =>
        written.length > 0 ? (
          <div key={question}>
            <h3>{openQuestionInWords(question)}</h3>
            <ul className="text-list">
              {written.map((text, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two people may write the same
                <li key={place} className="letter">
                  {text}
                </li>
              ))}
            </ul>
          </div>
        ) : null,
      )}
    </>
  );
}
