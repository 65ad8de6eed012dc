import { Dialog } from "#app/ui/dialog.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Menu } from "#app/ui/menu.tsx";
import { Specimen, say } from "./specimen.tsx";

export function FoldingSpecimens() {
  return (
    <>
      <Specimen name="Disclosure" when="More for who wants it. Never for what everybody needs.">
        {() => (
          <>
            <Disclosure summary={say("Hoe is de studielast berekend?", "How is the study load calculated?")}>
              <p>{say("Uit het aantal woorden en de opdrachten.", "From the number of words and the assignments.")}</p>
            </Disclosure>
            <Disclosure summary={say("Waarom zo langzaam?", "Why so slowly?")} open>
              <p>{say("Omdat je meedenkt terwijl je leest.", "Because you think along while you read.")}</p>
            </Disclosure>
          </>
        )}
      </Specimen>
      <Specimen name="Menu" when="Links that belong together, folded under one word.">
        {() => (
          <div className="specimen-menu">
            <Menu label="Noor El Amrani">
              <li>
                <a href="#folding">{say("Certificaten", "Certificates")}</a>
              </li>
              <li>
                <a href="#folding">{say("Bestellingen", "Orders")}</a>
              </li>
            </Menu>
          </div>
        )}
      </Specimen>
      <Specimen
        name="Dialog"
        when="Something to look at without leaving the page; without JavaScript its link opens the page that shows the same."
      >
        {() => (
          <Dialog to="#folding" opener={say("Met wie kan ik praten?", "Whom can I talk to?")} title={say("Hulplijnen", "Help lines")}>
            <p>{say("De Luisterlijn, dag en nacht.", "The Listening Line, day and night.")}</p>
          </Dialog>
        )}
      </Specimen>
    </>
  );
}
