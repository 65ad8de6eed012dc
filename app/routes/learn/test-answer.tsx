import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useOutletContext } from "@remix-run/react";
import { answerCheckItem } from "#app/features/assessment/answer-attempt.server.ts";
import { answerField } from "#app/features/assessment/question-fields.tsx";
import { TestBody } from "#app/features/assessment/test-body.tsx";
import { refuse } from "#app/http/forms.server.ts";
import { notFound } from "#app/http/guards.server.ts";
import { backToPage } from "#app/http/verb.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import * as m from "#generated/paraglide/messages.js";
import { givenAnswers, seatOf, turnedAway } from "./test-door.server.ts";
import type { TestPageData } from "./test-page.tsx";

export function loader(door: LoaderFunctionArgs) {
  return backToPage(door.request, seatOf(door).page);
}

/** Answers one question of a knowledge check and leads back to it, where its feedback now stands. */
export async function action(door: ActionFunctionArgs) {
  const seat = seatOf(door);
  const form = await door.request.formData();
  const given = givenAnswers(seat, form);
  const field = answerField(given?.shown[0] ?? "");
  const answer = given ? await answerCheckItem(given, door.context.now) : ({ ok: false, reason: "no-attempt" } as const);
  if (answer.ok) return redirect(`${seat.page}#${encodeURIComponent(field)}`, 303);
  switch (answer.reason) {
    case "unanswered":
      return refuse(form, { [field]: m.assessment_error_choose() });
    case "no-attempt":
      return refuse(form, { form: m.assessment_error_no_attempt() });
    case "not-a-check":
      throw notFound();
    default:
      throw turnedAway(answer, seat.slug);
  }
}

export default function AnswerQuestion() {
  const { page, actions } = useOutletContext<TestPageData>();
  const errors = useActionData<typeof action>()?.errors;
  return (
    <>
      {errors?.form ? <Notice kind="error">{errors.form}</Notice> : null}
      <TestBody page={page} actions={actions} errors={errors?.form ? undefined : errors} />
    </>
  );
}
