import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { notFound } from "#app/http/guards.server.ts";
import { mailboxVisible } from "#app/http/site.server.ts";
import { mailDocument } from "#app/platform/mail/outbox.server.ts";
import { letterAnswer } from "./letter-answer.server.ts";

/** One letter of the sandbox's mailbox, as it would have been sent. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  if (!mailboxVisible(context.local)) throw notFound();
  const id = z.uuid().safeParse(params.id);
  const html = id.success ? await mailDocument(id.data) : null;
  if (html === null) throw notFound();
  return letterAnswer(html);
}
