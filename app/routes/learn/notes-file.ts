import type { LoaderFunctionArgs } from "@remix-run/node";
import { ownTexts } from "#app/features/learning/own-texts.server.ts";
import { ownTextsFile } from "#app/features/learning/own-texts-file.ts";
import { getLocale } from "#generated/paraglide/runtime.js";
import { atOwnWords } from "./enter.server.ts";

/** All the learner wrote in this course as one file of plain text, to keep. */
export async function loader(args: LoaderFunctionArgs) {
  const { learner, slug } = await atOwnWords(args);
  const file = ownTextsFile(await ownTexts(learner), args.context.now, getLocale());
  return new Response(file, {
    headers: {
      "Content-Type": "text/markdown; charset=utf-8",
      "Content-Disposition": `attachment; filename="mijn-notities-${slug}.md"`,
      "Cache-Control": "private, no-store",
    },
  });
}
