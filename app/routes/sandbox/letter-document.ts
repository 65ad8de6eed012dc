import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "#app/http/guards.server.ts";
import { mailboxVisible } from "#app/http/site.server.ts";
import { LAMPLIGHT_QUERY, letterHtml } from "#app/platform/mail/letter-html.ts";
import { letterAnswer } from "./letter-answer.server.ts";
import { sampleLetter } from "./sample-letters.ts";

/** One letter with sample data; `?light=dark` as a reader in dark mode has it. */
export function loader({ context, params, request }: LoaderFunctionArgs) {
  if (!mailboxVisible(context.local)) throw notFound();
  const letter = sampleLetter(params.locale === "en" ? "en" : "nl", params.name ?? "");
  if (!letter) throw notFound();
  const html = letterHtml(letter);
  const dark = new URL(request.url).searchParams.get("light") === "dark";
  return letterAnswer(dark ? html.replace(LAMPLIGHT_QUERY, "all") : html);
}
