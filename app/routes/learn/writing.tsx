import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { saveWriting } from "#app/features/learning/writing.server.ts";
import { backToPage } from "#app/http/verb.server.ts";
import type { WritingAnswer } from "./writing-answer.ts";
import { RefusedWriting } from "./writing-block.tsx";
import { answerForm, writingPlace } from "./writing-form.server.ts";

export function loader({ params, request }: LoaderFunctionArgs) {
  return backToPage(request, writingPlace(params));
}

export function action(args: ActionFunctionArgs) {
  return answerForm(args, saveWriting);
}

export default function SaveRefused() {
  return <RefusedWriting answer={useActionData<WritingAnswer>()} />;
}
