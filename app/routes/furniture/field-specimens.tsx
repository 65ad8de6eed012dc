import { Checkbox, Choice } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { NumberField, Select, TextArea, TextField } from "#app/ui/fields.tsx";
import { SearchForm } from "#app/ui/search-form.tsx";
import { Specimen, say } from "./specimen.tsx";

const mailError = () => say("Vul een e-mailadres in, zoals naam@voorbeeld.nl.", "Enter an e-mail address, such as name@example.com.");

export function FieldSpecimens() {
  return (
    <>
      <Specimen name="TextField" when="One line. A hint says what is expected before it goes wrong; an error says what to do.">
        {(theme) => (
          <>
            <TextField name={`name-${theme}`} label={say("Je naam", "Your name")} autoComplete="name" />
            <TextField
              name={`known-${theme}`}
              label={say("Kenmerk van je werkgever", "Your employer’s reference")}
              hint={say("Komt op de factuur te staan.", "Appears on the invoice.")}
              optional
            />
            <TextField
              name={`mail-${theme}`}
              label={say("E-mailadres", "E-mail address")}
              type="email"
              defaultValue="noor@voorbeeld"
              error={mailError()}
            />
          </>
        )}
      </Specimen>
      <Specimen name="NumberField" when="A whole number, with what is counted behind it.">
        {(theme) => (
          <>
            <NumberField name={`seats-${theme}`} label={say("Hoeveel plaatsen?", "How many seats?")} unit={say("plaatsen", "seats")} />
            <NumberField
              name={`hours-${theme}`}
              label={say("Uren", "Hours")}
              defaultValue="0"
              error={say("Vul een getal van 1 tot en met 500 in.", "Enter a number from 1 to 500.")}
            />
          </>
        )}
      </Specimen>
      <Specimen name="TextArea" when="More than one line; set in the serif, since it will be read again.">
        {(theme) => (
          <TextArea
            name={`text-${theme}`}
            label={say("Wat herken je hierin?", "What do you recognise in this?")}
            hint={say("Alleen jij leest dit terug.", "Only you will read this.")}
            rows={4}
          />
        )}
      </Specimen>
      <Specimen name="Select" when="One of a long list. Of five or fewer, show them all with Choice.">
        {(theme) => (
          <Select
            name={`register-${theme}`}
            label={say("Register", "Register")}
            options={["V&VN Kwaliteitsregister", "Registerplein", "SKJ", "NIP"].map((label) => ({ value: label, label }))}
          />
        )}
      </Specimen>
      <Specimen name="Choice" when="A few answers, all in sight: radio for one, checkbox for any. Nothing is chosen beforehand.">
        {(theme) => (
          <>
            <Choice
              name={`start-${theme}`}
              legend={say("Wanneer wil je beginnen?", "When do you want to begin?")}
              options={[
                { value: "now", label: say("Nu", "Now"), hint: say("Je bedenktijd vervalt.", "Your right to withdraw ends.") },
                { value: "later", label: say("Na veertien dagen", "After fourteen days") },
              ]}
            />
            <Choice
              name={`signs-${theme}`}
              type="checkbox"
              legend={say("Wat zie je?", "What do you see?")}
              values={["calls"]}
              error={say("Kies er minstens twee.", "Choose at least two.")}
              options={[
                { value: "calls", label: say("Belt vaker", "Calls more often") },
                { value: "sleep", label: say("Slaapt slecht", "Sleeps badly") },
              ]}
            />
          </>
        )}
      </Specimen>
      <Specimen name="Checkbox" when="One thing to agree with or to switch on. Never ticked beforehand where it gives consent.">
        {(theme) => (
          <Checkbox
            name={`consent-${theme}`}
            label={say("Ik geef toestemming om mijn registernummer te bewaren.", "I consent to my register number being kept.")}
          />
        )}
      </Specimen>
      <Specimen name="ErrorSummary" when="First in a form that was refused: takes the focus and leads to each field.">
        {(theme) => <ErrorSummary errors={{ [`mail-${theme}`]: mailError() }} still />}
      </Specimen>
      <Specimen name="SearchForm" when="Looks something up by GET, so that what is found has an address.">
        {(theme) => (
          <SearchForm name={`q-${theme}`} label={say("Zoek op naam", "Search by name")} value="" button={say("Zoek", "Search")} />
        )}
      </Specimen>
    </>
  );
}
