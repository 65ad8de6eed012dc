import { Form } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/actions.tsx";
import { Select, TextField } from "#app/ui/fields.tsx";
import * as m from "#generated/paraglide/messages.js";
import type { CourseWish, FacetName } from "./course-filter.ts";
import { facetValueWord, facetWord } from "./course-words.ts";

/** Search and facets as a plain form that asks the address: what was found can be kept, shared and gone back to. */
export function CourseSearch({ wish, facets }: { wish: CourseWish; facets: readonly { name: FacetName; values: string[] }[] }) {
  return (
    // A new address is a new form: its fields show what that address asks.
    <search key={JSON.stringify(wish)}>
      <Form method="get" action={paths.courses()} className="course-search">
        <TextField type="search" name="q" label={m.catalogue_search_words()} defaultValue={wish.words} maxLength={100} />
        {facets.map(({ name, values }) => (
          <Select
            key={name}
            name={name}
            label={facetWord(name)}
            value={wish[name] ?? ""}
            options={[
              { value: "", label: m.catalogue_facet_any() },
              ...values.map((value) => ({ value, label: facetValueWord(name, value) })),
            ]}
          />
        ))}
        <Button>{m.catalogue_search_button()}</Button>
      </Form>
    </search>
  );
}
