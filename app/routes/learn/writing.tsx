import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type ClientActionFunctionArgs, useActionData } from "@remix-run/react";
import { saveWriting } from "#app/features/learning/writing.server.ts";
import { orOffline } from "./or-offline.ts";
import { backToPage } from "./verb.server.ts";
import type { WritingAnswer } from "./writing-answer.ts";
import { RefusedWriting } from "./writing-block.tsx";
import { receiveWriting, writingPlace } from "./writing-form.server.ts";

export function loader({ params, request }: LoaderFunctionArgs) {
  return backToPage(request, writingPlace(params));
}

export function action(args: ActionFunctionArgs) {
  return receiveWriting(args, saveWriting);
}

export function clientAction({ serverAction }: ClientActionFunctionArgs) {
  return orOffline<WritingAnswer>(() => serverAction<typeof action>(), { kind: "offline" });
}

export default function SaveRefused() {
  return <RefusedWriting answer={useActionData<WritingAnswer>()} />;
}
