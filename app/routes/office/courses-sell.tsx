import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { putOnSale } from "#app/features/catalogue/editions.server.ts";
import * as m from "#generated/paraglide/messages.js";
import { titled } from "../page-title.ts";
import { ActPage } from "./courses-act-page.tsx";
import { answerTo, editionForAct, orderIn } from "./courses-edition.server.ts";

export const meta = titled(m.office_edition_do_sell);

export const loader = (given: LoaderFunctionArgs) => editionForAct("sell", given);

export async function action(given: ActionFunctionArgs) {
  const order = orderIn(given);
  return answerTo("sell", order, await putOnSale(order, given.context.now), new FormData());
}

export default function SellEdition() {
  const { course, edition, sold } = useLoaderData<typeof loader>();
  const { errors } = useActionData<typeof action>() ?? {};
  return (
    <ActPage
      act="sell"
      course={course}
      edition={edition}
      title={m.office_sell_title({ edition: edition.number })}
      lead={m.office_sell_lead()}
      consequences={sold ? <p>{m.office_sell_replaces({ edition: sold })}</p> : null}
      errors={errors}
      button={m.office_sell_button({ edition: edition.number })}
    />
  );
}
