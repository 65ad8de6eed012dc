import { Button, ButtonLink, TextLink } from "#app/ui/actions.tsx";
import { BookIcon, DownloadIcon } from "#app/ui/icons.tsx";
import { Specimen, say } from "./specimen.tsx";

export function ActionSpecimens() {
  return (
    <>
      <Specimen name="Button" when="Does something. One primary on a page; quiet beside it; danger for what cannot be undone.">
        {() => (
          <div className="actions">
            <Button>{say("Betaal € 95,00", "Pay € 95.00")}</Button>
            <Button variant="quiet">{say("Bewaar en ga later verder", "Save and go on later")}</Button>
            <Button variant="danger">{say("Wis je account", "Erase your account")}</Button>
            <Button icon={<DownloadIcon />}>{say("Download het certificaat", "Download the certificate")}</Button>
          </div>
        )}
      </Specimen>
      <Specimen name="ButtonLink" when="Goes somewhere, as the next step of this page; reload for files and other sites.">
        {() => (
          <div className="actions">
            <ButtonLink to="#actions">{say("Lees de eerste les", "Read the first lesson")}</ButtonLink>
            <ButtonLink to="#actions" variant="quiet" icon={<BookIcon />}>
              {say("Bekijk de module", "View the module")}
            </ButtonLink>
          </div>
        )}
      </Specimen>
      <Specimen name="TextLink" when="A link in running text or in a list; .linklike makes a button look like one.">
        {() => (
          <p>
            <TextLink to="#actions">{say("Naar Mijn leren", "To My learning")}</TextLink>{" "}
            <button type="button" className="linklike">
              {say("Uitloggen", "Sign out")}
            </button>
          </p>
        )}
      </Specimen>
    </>
  );
}
