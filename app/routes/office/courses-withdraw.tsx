import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { takeOffSale } from "#app/features/catalogue/editions.server.ts";
import * as m from "#generated/paraglide/messages.js";
import { titled } from "../page-title.ts";
import { ActPage } from "./courses-act-page.tsx";
import { answerTo, editionForAct, orderIn } from "./courses-edition.server.ts";

export const meta = titled(m.office_edition_do_withdraw);

export const loader = (given: LoaderFunctionArgs) => editionForAct("withdraw", given);

export async function action(given: ActionFunctionArgs) {
  const order = orderIn(given);
  return answerTo("withdraw", order, await takeOffSale(order, given.context.now), new FormData());
}

export default function WithdrawEdition() {
  const { course, edition } = useLoaderData<typeof loader>();
  const { errors } = useActionData<typeof action>() ?? {};
  return (
    <ActPage
      act="withdraw"
      course={course}
      edition={edition}
      title={m.office_withdraw_title({ edition: edition.number })}
      lead={m.office_withdraw_lead()}
      errors={errors}
      button={m.office_withdraw_button({ edition: edition.number })}
    />
  );
}
