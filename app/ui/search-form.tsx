import { Form } from "@remix-run/react";
import { Button } from "./actions.tsx";
import { TextField } from "./fields.tsx";

/** Looking something up: a GET, so that what is found has an address. */
export function SearchForm({ label, name, value, button }: { label: string; name: string; value: string; button: string }) {
  return (
    <Form method="get" role="search" className="search-form">
      <TextField label={label} name={name} type="search" defaultValue={value} />
      <Button variant="quiet">{button}</Button>
    </Form>
  );
}
