import { useSearchParams } from "@remix-run/react";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Steps } from "#app/ui/steps.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { Specimen, say } from "./specimen.tsx";

const parts = ["seats", "people", "invoices"] as const;

export function WayfindingSpecimens() {
  const open = useSearchParams()[0].get("part") ?? "seats";
  const words = { seats: say("Plaatsen", "Seats"), people: say("Mensen", "People"), invoices: say("Facturen", "Invoices") };
  const checkout = [say("Gegevens", "Details"), say("Betalen", "Payment"), say("Klaar", "Done")];
  return (
    <>
      <Specimen name="Breadcrumbs" when="The way back up, above the title of a page that lies deeper than the menu shows.">
        {() => (
          <Breadcrumbs
            items={[
              { to: "?part=seats", label: say("Kantoor", "Office") },
              { to: "?part=people", label: say("Mensen", "People") },
            ]}
          />
        )}
      </Specimen>
      <Specimen name="Tabs" when="A few pages side by side, each with its own address; arrow keys go along the row.">
        {(theme) => (
          <>
            <Tabs
              label={`${say("Organisatie", "Organisation")} (${theme})`}
              items={parts.map((part) => ({ to: `?part=${part}`, label: words[part], current: part === open }))}
            />
            <p>{words[parts.find((part) => part === open) ?? "seats"]}</p>
          </>
        )}
      </Specimen>
      <Specimen name="Steps" when="A road of a few pages with an end to it, such as ordering: where I am of how many.">
        {() => [1, 2, 3].map((current) => <Steps key={current} names={checkout} current={current} />)}
      </Specimen>
      <Specimen name="Pagination" when="A long list, by what was last seen; words say what comes.">
        {() => (
          <Pagination
            first={{ to: "?", label: say("Naar het begin", "To the beginning") }}
            previous={{ to: "?part=people", label: say("Nieuwere", "Newer") }}
            next={{ to: "?part=invoices", label: say("Oudere", "Older") }}
          />
        )}
      </Specimen>
    </>
  );
}
