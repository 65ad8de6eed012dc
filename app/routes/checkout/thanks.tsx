import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";
import { type ReturnAnswer, returnFromPayment } from "#app/features/payments/return-page.server.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, TextLink } from "#app/ui/actions.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";

export const meta: MetaFunction = () => [{ title: m.payments_thanks_meta() }, { name: "robots", content: "noindex" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const sessionId = new URL(request.url).searchParams.get("session_id") ?? "";
  const answer: ReturnAnswer = sessionId
    ? await returnFromPayment(sessionId, context.viewer?.id ?? null, context.now, context.clientAddress)
    : { kind: "neutral" };
  return { answer, sessionId, signedIn: context.viewer !== null };
}

const POLL_MS = 3000;
const POLLS = 10;

/** Looks again a few times while the bank or our own job has the last word; without JavaScript the link does it. */
function useLookAgain(undecided: boolean): void {
  const { revalidate, state } = useRevalidator();
  const [polls, setPolls] = useState(0);
  useEffect(() => {
    if (!undecided || polls >= POLLS || state !== "idle") return;
    const timer = setTimeout(() => {
      setPolls(polls + 1);
      revalidate();
    }, POLL_MS);
    return () => clearTimeout(timer);
  }, [undecided, polls, state, revalidate]);
}

export default function Thanks() {
  const { answer, sessionId, signedIn } = useLoaderData<typeof loader>();
  useLookAgain(answer.kind === "known" && (answer.status === "processing" || answer.status === "open"));
  if (answer.kind === "neutral") return <Neutral signedIn={signedIn} />;
  return <Known answer={answer} sessionId={sessionId} />;
}

function Neutral({ signedIn }: { signedIn: boolean }) {
  return (
    <Page title={m.payments_thanks_neutral_title()} narrow>
      <p>{m.payments_thanks_neutral_text()}</p>
      <ButtonLink to={signedIn ? paths.orders() : paths.login(paths.orders())}>
        {signedIn ? m.payments_to_orders() : m.payments_sign_in()}
      </ButtonLink>
    </Page>
  );
}

type KnownAnswer = Extract<ReturnAnswer, { kind: "known" }>;

function words(answer: KnownAnswer): { title: string; text: string } {
  const { title } = answer;
  switch (answer.status) {
    case "paid":
      return {
        title: m.payments_thanks_paid_title(),
        text: answer.startsLater ? m.payments_thanks_paid_later({ title }) : m.payments_thanks_paid_text({ title }),
      };
    case "waiting":
      return { title: m.payments_thanks_waiting_title(), text: m.payments_thanks_waiting_text({ title }) };
    case "failed":
      return { title: m.payments_thanks_failed_title(), text: m.payments_thanks_failed_text({ title }) };
    case "expired":
      return { title: m.payments_thanks_expired_title(), text: m.payments_thanks_expired_text({ title }) };
    case "checking":
      return { title: m.payments_thanks_checking_title(), text: m.payments_thanks_checking_text({ title }) };
    case "open":
      return { title: m.payments_thanks_open_title(), text: m.payments_thanks_open_text({ title }) };
    case "processing":
      return { title: m.payments_thanks_processing_title(), text: m.payments_thanks_processing_text({ title }) };
  }
}

function Known({ answer, sessionId }: { answer: KnownAnswer; sessionId: string }) {
  const { title, text } = words(answer);
  const { status } = answer;
  return (
    <Page title={title} narrow>
      <p role="status">{text}</p>
      <div className="actions">
        {status === "paid" && !answer.startsLater ? (
          <ButtonLink to={paths.learnCourse(answer.courseSlug)}>{m.payments_to_course()}</ButtonLink>
        ) : null}
        {status === "failed" || status === "expired" || status === "open" ? (
          <ButtonLink to={paths.buy(answer.courseSlug)}>{m.payments_try_again()}</ButtonLink>
        ) : null}
        {status === "processing" || status === "open" ? (
          <ButtonLink to={paths.checkoutReturn(sessionId)} variant="quiet" reload>
            {m.payments_check_again()}
          </ButtonLink>
        ) : null}
      </div>
      <p>
        <TextLink to={paths.order(answer.reference)}>{m.payments_to_order({ reference: answer.reference })}</TextLink>
      </p>
    </Page>
  );
}
