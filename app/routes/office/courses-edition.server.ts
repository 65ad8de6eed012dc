import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { actRefusalWords } from "#app/features/catalogue/edition-words.ts";
import type { EditionAnswer, EditionOrder } from "#app/features/catalogue/editions.server.ts";
import { afterAct, type EditionAct } from "#app/features/catalogue/editions.ts";
import { officeCourse } from "#app/features/catalogue/editions-for-office.server.ts";
import { refuse } from "#app/http/forms.server.ts";
import { notFound, requireOffice } from "#app/http/guards.server.ts";
import { isAnswer } from "#app/http/verb.server.ts";
import { paths } from "#app/paths.ts";
import { env } from "#app/platform/env.server.ts";
import * as m from "#generated/paraglide/messages.js";

const acts = { review: "review", sell: "put-on-sale", withdraw: "take-off-sale", retire: "retire" } as const satisfies Record<
  string,
  EditionAct
>;
export type ActName = keyof typeof acts;

/**
 * What the page of an act shows: the course and the edition. Where the edition does not stand so that it can be done, the visitor goes to
 * the course's page, which says why; after a refused form they stay with what they typed.
 */
export async function editionForAct(name: ActName, { context, request, params }: LoaderFunctionArgs) {
  requireOffice(context, request);
  const course = await officeCourse(params.slug ?? "", context.now);
  const edition = course?.editions.find(({ number }) => number === params.edition);
  if (!course || !edition) throw notFound();
  const { mode } = env().payments;
  const possible = afterAct(edition, acts[name], { mode, provisional: edition.provisional }).ok;
  if (!possible && !isAnswer(request)) throw redirect(paths.officeCourse(course.slug), 303);
  const others = course.editions.filter(({ number }) => number !== edition.number);
  return {
    course: { slug: course.slug, title: course.title },
    edition: { number: edition.number, revision: edition.revisions[0]?.revision ?? 0, enrolled: edition.enrolled },
    /** another edition that is sold now */
    sold: others.find(({ state }) => state === "on-sale")?.number ?? null,
    /** nothing else of this course is in use */
    last: others.every(({ state }) => state === "retired"),
  };
}

/** Which edition the address names, and who acts. */
export function orderIn({ context, request, params }: ActionFunctionArgs): EditionOrder {
  const viewer = requireOffice(context, request);
  return { slug: params.slug ?? "", number: params.edition ?? "", actorId: viewer.id, mode: env().payments.mode };
}

/** Back to the course's page when it was done, and otherwise the form again with why not. */
export function answerTo(name: ActName, { slug }: EditionOrder, answer: EditionAnswer, form: FormData) {
  if (answer.ok) return redirect(paths.officeCourse(slug, name), 303);
  if (answer.reason === "unknown-edition") throw notFound();
  if (answer.reason === "review-in-future") return refuse(form, { on: m.office_review_error_future() });
  return refuse(form, { form: actRefusalWords(acts[name], answer.reason) });
}
