import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { paths } from "#app/paths.ts";
import { Button, ButtonLink } from "#app/ui/actions.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Page } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";
import type { ActName } from "./courses-edition.server.ts";

interface ActPageProps {
  act: ActName;
  course: { slug: string; title: string };
  edition: { number: string };
  title: string;
  lead: string;
  /** what follows from it, above the form */
  consequences?: ReactNode;
  errors: Record<string, string> | undefined;
  button: string;
  danger?: boolean;
  children?: ReactNode;
}

/** The page of one act on an edition: what will happen, what has to be filled in, the button, and the way back. */
export function ActPage({ act, course, edition, title, lead, consequences, errors, button, danger, children }: ActPageProps) {
  return (
    <Page
      narrow
      title={title}
      lead={lead}
      above={
        <Breadcrumbs
          items={[
            { to: paths.officeCourses(), label: m.office_courses_title() },
            { to: paths.officeCourse(course.slug), label: <span lang="nl">{course.title}</span> },
          ]}
        />
      }
    >
      {/* Above everything: without JavaScript nobody is led down to the form. */}
      <ErrorSummary errors={errors} />
      {consequences}
      <Form method="post" action={paths.officeEdition(course.slug, edition.number, act)}>
        {children}
        <div className="actions">
          <Button variant={danger ? "danger" : "primary"}>{button}</Button>
          <ButtonLink to={paths.officeCourse(course.slug)} variant="quiet">
            {m.office_act_back()}
          </ButtonLink>
        </div>
      </Form>
    </Page>
  );
}
