import { Button } from "#app/ui/actions.tsx";
import { TextField } from "#app/ui/fields.tsx";
import * as m from "#generated/paraglide/messages.js";

/** For typing a code from paper. Reading changes nothing, so it is a GET. */
export function VerifyForm({ action, code, error }: { action: string; code?: string; error?: string }) {
  return (
    <form method="get" action={action} className="verify-form">
      <TextField
        name="code"
        label={m.certificates_verify_code()}
        hint={m.certificates_verify_code_hint()}
        defaultValue={code}
        error={error}
        maxLength={60}
      />
      <Button>{m.certificates_verify_button()}</Button>
    </form>
  );
}
