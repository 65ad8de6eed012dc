import { Form } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/actions.tsx";
import { Notice } from "#app/ui/notice.tsx";
import * as m from "#generated/paraglide/messages.js";

export interface CarriedOverProps {
  slug: string;
  /** lessons that came from elsewhere, by course */
  carried: { title: string; lessons: number }[];
  /** pieces of work done elsewhere that count here and were not taken over yet */
  offered: number;
}

/** What was done in another course counts here too: what was taken over, and what still can be. */
export function CarriedOver({ slug, carried, offered }: CarriedOverProps) {
  return (
    <>
      {carried.map(({ title, lessons }) => (
        <p key={title}>{m.learning_carried({ count: lessons, title })}</p>
      ))}
      {offered > 0 ? (
        <Notice title={m.learning_carry_title()}>
          <p>{m.learning_carry_text({ count: offered })}</p>
          <Form method="post" action={paths.carryOver(slug)}>
            <Button variant="quiet">{m.learning_carry_button()}</Button>
          </Form>
        </Notice>
      ) : null}
    </>
  );
}
