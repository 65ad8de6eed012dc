import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import * as m from "#generated/paraglide/messages.js";
import { PrintPage } from "./print-page.tsx";
import { moduleSheet } from "./print-sheet.server.ts";

/** All lessons of a module, set to be printed. */
export const loader = (args: LoaderFunctionArgs) => moduleSheet(args);

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: m.learning_print_title({ title: data?.title ?? "" }) }];

export default function PrintModule() {
  const sheet = useLoaderData<typeof loader>();
  const moduleId = sheet.lessons[0]?.lesson.moduleId ?? "";
  return (
    <PrintPage
      sheet={sheet}
      self={(texts) => paths.printModule(sheet.slug, moduleId, texts)}
      back={{ to: paths.learnCourse(sheet.slug), label: m.learning_print_back_course() }}
    />
  );
}
