import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { provider } from "#app/features/catalogue/provider.server.ts";
import { type ReturnAnswer, returnFromPayment } from "#app/features/payments/return-page.server.ts";
import { type KnownReturn, returnWords } from "#app/features/payments/return-words.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, TextLink } from "#app/ui/actions.tsx";
import { WithEmailLinks } from "#app/ui/email-link.tsx";
import { Page } from "#app/ui/page.tsx";
import { WithTitle } from "#app/ui/with-title.tsx";
import * as m from "#generated/paraglide/messages.js";
import { pageTitle } from "../page-title.ts";
import { CheckoutSteps } from "./checkout-steps.tsx";
import { useLookAgain } from "./use-look-again.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  pageTitle(data?.answer.kind === "known" ? returnWords(data.answer).title : m.payments_thanks_meta(), matches),
  { name: "robots", content: "noindex" },
];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const sessionId = new URL(request.url).searchParams.get("session_id") ?? "";
  const answer: ReturnAnswer = sessionId
    ? await returnFromPayment(sessionId, context.viewer?.id ?? null, context.now, context.clientAddress)
    : { kind: "neutral" };
  const { phone, email } = (await provider()).contact;
  return { answer, sessionId, signedIn: context.viewer !== null, contact: { phone, email } };
}

/** How soon the last word may come, where it is somebody else's. */
function paceOf(answer: { kind: "neutral" } | KnownReturn): "soon" | "later" | null {
  if (answer.kind === "neutral") return null;
  if (answer.status === "waiting") return "later";
  return answer.status === "processing" || answer.status === "open" ? "soon" : null;
}

export default function Thanks() {
  const { answer, sessionId, signedIn, contact } = useLoaderData<typeof loader>();
  useLookAgain(paceOf(answer));
  if (answer.kind === "neutral") return <Neutral signedIn={signedIn} />;
  const { title, text, next } = returnWords(answer);
  const settled = answer.status === "paid" || answer.status === "refunded";
  return (
    <Page title={title} narrow above={settled ? null : <CheckoutSteps current="payment" />}>
      <p className="thanks-state" role="status">
        <WithTitle say={text} title={answer.title} />
      </p>
      <ul className="text-list">
        {next.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <WayOn answer={answer} sessionId={sessionId} />
      {answer.status === "failed" || answer.status === "checking" ? (
        <p>
          <WithEmailLinks text={m.common_help_line(contact)} />
        </p>
      ) : null}
      <p>
        <TextLink to={paths.order(answer.reference)}>{m.payments_to_order({ reference: answer.reference })}</TextLink>
      </p>
    </Page>
  );
}

function Neutral({ signedIn }: { signedIn: boolean }) {
  return (
    <Page title={signedIn ? m.payments_thanks_meta() : m.payments_thanks_neutral_title()} narrow>
      <p>{signedIn ? m.payments_thanks_neutral_signed_in() : m.payments_thanks_neutral_text()}</p>
      <ButtonLink to={signedIn ? paths.orders() : paths.login(paths.orders())}>
        {signedIn ? m.payments_to_orders() : m.payments_sign_in()}
      </ButtonLink>
    </Page>
  );
}

/** The one button that fits the state; for what is undecided also a way to look again. */
function WayOn({ answer, sessionId }: { answer: KnownReturn; sessionId: string }) {
  const again = paceOf(answer) ? (
    <ButtonLink to={paths.checkoutReturn(sessionId)} variant="quiet" reload>
      {m.payments_check_again()}
    </ButtonLink>
  ) : null;
  switch (answer.status) {
    case "paid":
      return (
        <div className="actions">
          <ButtonLink to={answer.startsOn ? paths.learn() : paths.learnCourse(answer.courseSlug)}>
            {answer.startsOn ? m.common_to_learn() : m.payments_to_course()}
          </ButtonLink>
        </div>
      );
    case "failed":
    case "expired":
    case "open":
      return (
        <div className="actions">
          <ButtonLink to={paths.buy(answer.courseSlug)}>{m.payments_try_again()}</ButtonLink>
          {again}
        </div>
      );
    case "waiting":
    case "processing":
      return <div className="actions">{again}</div>;
    case "checking":
    case "refunded":
      return null;
  }
}
