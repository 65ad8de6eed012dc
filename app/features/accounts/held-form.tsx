import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/actions.tsx";
import { HiddenField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";

interface HeldFormProps {
  action: string;
  fields: [name: string, value: string][];
}

/** In place of the sign-in form for whose session ended: it holds what they sent. After signing in on another tab, one press sends it. */
export function HeldForm({ action, fields }: HeldFormProps) {
  return (
    <Page title={m.accounts_signed_out_title()} lead={m.accounts_signed_out_lead()} narrow>
      <ol>
        <li>
          <a href={paths.login()} target="_blank" rel="noopener">
            {m.accounts_signed_out_first()}
          </a>
        </li>
        <li>{m.accounts_signed_out_then()}</li>
      </ol>
      <form method="post" action={action}>
        {fields.map(([name, value]) => (
          <HiddenField key={`${name} ${value}`} name={name} value={value} />
        ))}
        <Button>{m.accounts_signed_out_again()}</Button>
      </form>
    </Page>
  );
}
