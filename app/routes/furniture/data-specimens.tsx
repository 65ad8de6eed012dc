import { formatDate, formatMoney } from "#app/platform/i18n/format.ts";
import { Button, TextLink } from "#app/ui/actions.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Card } from "#app/ui/card.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { getLocale } from "#generated/paraglide/runtime.js";
import { Specimen, say } from "./specimen.tsx";

const orders = [
  { reference: "FXJ1S6B9", on: "2026-11-03", cents: 9500, paid: true },
  { reference: "K2QW77AT", on: "2026-11-21", cents: 114950, paid: false },
];

function Orders() {
  const locale = getLocale();
  const money = (cents: number) => formatMoney(cents, "EUR", locale);
  return (
    <DataTable
      caption={say("Bestellingen, de nieuwste het laatst", "Orders, the newest last")}
      columns={[
        { key: "reference", label: say("Bestelling", "Order") },
        { key: "date", label: say("Datum", "Date") },
        { key: "state", label: say("Stand", "State") },
        { key: "amount", label: say("Bedrag", "Amount"), kind: "number" },
      ]}
      rows={orders.map(({ reference, on, cents, paid }) => ({
        reference: <TextLink to="#data">{reference}</TextLink>,
        date: formatDate(on, locale),
        state: paid ? (
          <Badge tone="good">{say("betaald", "paid")}</Badge>
        ) : (
          <Badge tone="waiting">{say("wacht op de bank", "awaits the bank")}</Badge>
        ),
        amount: money(cents),
      }))}
      foot={{ reference: say("Samen", "Together"), amount: money(124450) }}
    />
  );
}

export function DataSpecimens() {
  return (
    <>
      <Specimen name="DataTable" when="Rows to compare. Numbers stand right; on a phone each row stands as a list under its own name.">
        {() => <Orders />}
      </Specimen>
      <Specimen name="Badge" when="A state in a word or two, beside what it is the state of.">
        {() => (
          <p>
            <Badge>{say("concept", "draft")}</Badge> <Badge tone="good">{say("geldig", "valid")}</Badge>{" "}
            <Badge tone="waiting">{say("begint later", "begins later")}</Badge> <Badge tone="bad">{say("ingetrokken", "revoked")}</Badge>
          </p>
        )}
      </Specimen>
      <Specimen name="Facts" when="A handful of labels and values about one thing.">
        {() => (
          <Facts
            items={[
              { label: say("Studielast", "Study load"), value: say("2 uur en 14 minuten", "2 hours and 14 minutes") },
              { label: say("Toegang", "Access"), value: say("12 maanden", "12 months") },
            ]}
          />
        )}
      </Specimen>
      <Specimen
        name="Card"
        when="One thing among its like; in a list, as li in .cards (side by side) or .card-stack (one under the other)."
      >
        {() => (
          <ul className="card-stack">
            <Card
              as="li"
              title="Gemis is geen alleen-zijn"
              badge={<Badge tone="good">{say("afgerond", "completed")}</Badge>}
              actions={<Button variant="quiet">{say("Lees terug", "Read again")}</Button>}
            >
              <p>{say("Vijf lessen over wat iemand mist.", "Five lessons about what someone misses.")}</p>
            </Card>
            <Card as="li" title={say("Zonder knoppen", "Without buttons")}>
              <p>{say("Alleen om te lezen.", "Only to read.")}</p>
            </Card>
          </ul>
        )}
      </Specimen>
    </>
  );
}
