import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import * as m from "#generated/paraglide/messages.js";
import { PrintPage } from "./print-page.tsx";
import { lessonSheet } from "./print-sheet.server.ts";

/** One lesson, set to be printed. */
export const loader = (args: LoaderFunctionArgs) => lessonSheet(args);

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: m.learning_print_title({ title: data?.title ?? "" }) }];

export default function PrintLesson() {
  const sheet = useLoaderData<typeof loader>();
  const [only] = sheet.lessons;
  const id = only?.lesson.id ?? "";
  return (
    <PrintPage
      sheet={sheet}
      self={(texts) => paths.printLesson(sheet.slug, id, texts)}
      back={{ to: paths.lesson(sheet.slug, id), label: m.learning_print_back() }}
    />
  );
}
