import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LEAST_FORMS, SCALE } from "#app/features/assessment/evaluation.ts";
import { type EditionEvaluation, evaluationResults } from "#app/features/assessment/evaluation-results.server.ts";
import { openQuestionInWords, statementInWords, stepInWords } from "#app/features/assessment/evaluation-words.ts";
import { requireOffice } from "#app/http/guards.server.ts";
import { paths } from "#app/paths.ts";
import { formatNumber } from "#app/platform/i18n/format.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { WithTitle } from "#app/ui/with-title.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { titled } from "../page-title.ts";

export const meta = titled(m.office_evaluations_title);

/** Answers in people's own words to one question: as many as stand under every edition, and on a page of one edition alone. */
const FIRST_TEXTS = 10;
const TEXTS_A_PAGE = 50;

/** Every edition with the first texts; the edition that is asked for alone, with all of its texts, a page at a time. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  requireOffice(context, request);
  const asked = new URL(request.url).searchParams;
  const editions = await evaluationResults();
  const alone = editions.find(({ courseSlug, edition }) => courseSlug === asked.get("course") && edition === asked.get("edition"));
  if (!alone) return { editions: editions.map((one) => withTexts(one, 0, FIRST_TEXTS)), alone: false, page: 1, pages: 1 };
  const longest = Math.max(0, ...(alone.shown?.texts.map(({ texts }) => texts.length) ?? []));
  const pages = Math.max(1, Math.ceil(longest / TEXTS_A_PAGE));
  const page = Math.min(Math.max(1, Math.trunc(Number(asked.get("page"))) || 1), pages);
  return { editions: [withTexts(alone, (page - 1) * TEXTS_A_PAGE, TEXTS_A_PAGE)], alone: true, page, pages };
}

/** Ten thousand people write more than a page can hold. */
function withTexts({ shown, ...edition }: EditionEvaluation, from: number, count: number) {
  if (!shown) return { ...edition, shown: null };
  const texts = shown.texts.map(({ question, texts }) => ({ question, written: texts.length, texts: texts.slice(from, from + count) }));
  return { ...edition, shown: { ...shown, texts } };
}

const pageOf = (courseSlug: string, edition: string, page = 1) =>
  `${paths.officeEvaluations()}?${new URLSearchParams({ course: courseSlug, edition, ...(page > 1 ? { page: String(page) } : {}) })}`;

/** What was thought of each course, told only where nobody can be recognised in it. */
export default function Evaluations() {
  const { editions, alone, page, pages } = useLoaderData<typeof loader>();
  const [first] = editions;
  const turn = (to: number) => (first && to >= 1 && to <= pages ? pageOf(first.courseSlug, first.edition, to) : null);
  const [previous, next] = [turn(page - 1), turn(page + 1)];
  return (
    <Page
      title={m.office_evaluations_title()}
      lead={m.office_evaluations_lead()}
      above={alone ? <Breadcrumbs items={[{ to: paths.officeEvaluations(), label: m.office_evaluations_title() }]} /> : null}
    >
      {editions.length === 0 ? <Empty title={m.office_evaluations_empty()} /> : null}
      {editions.map((one) => (
        <Section
          key={`${one.courseSlug} ${one.edition}`}
          title={<WithTitle say={(course) => m.office_evaluations_edition({ course, edition: one.edition })} title={one.courseTitle} />}
        >
          <p>{m.office_evaluations_count({ count: one.forms })}</p>
          {one.shown ? (
            <Shown evaluation={one} shown={one.shown} alone={alone} />
          ) : (
            <p>{m.office_evaluations_few({ least: LEAST_FORMS })}</p>
          )}
          {one.shown && one.waiting > 0 ? <p>{m.office_evaluations_waiting({ count: one.waiting, least: LEAST_FORMS })}</p> : null}
        </Section>
      ))}
      {pages > 1 ? <p className="hint">{m.office_evaluations_part({ page, pages })}</p> : null}
      <Pagination
        previous={previous ? { to: previous, label: m.office_evaluations_before() } : null}
        next={next ? { to: next, label: m.office_evaluations_after() } : null}
      />
    </Page>
  );
}

type Evaluation = ReturnType<typeof withTexts>;

interface ShownProps {
  evaluation: Pick<Evaluation, "courseSlug" | "edition">;
  shown: NonNullable<Evaluation["shown"]>;
  /** the only edition on the page */
  alone: boolean;
}

function Shown({ evaluation: { courseSlug, edition }, shown: { statements, texts }, alone }: ShownProps) {
  const locale = getLocale();
  const more = !alone && texts.some(({ written, texts }) => written > texts.length);
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
      {texts.map(({ question, texts }) =>
        texts.length > 0 ? (
          <div key={question}>
            <h3>{openQuestionInWords(question)}</h3>
            <ul className="text-list">
              {texts.map((text, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two people may write the same
                <li key={place} className="letter">
                  {text}
                </li>
              ))}
            </ul>
          </div>
        ) : null,
      )}
      {more ? (
        <p>
          <TextLink to={pageOf(courseSlug, edition)}>{m.office_evaluations_all({ edition })}</TextLink>
        </p>
      ) : null}
    </>
  );
}
