import type { ReactNode } from "react";
import type { LegalSection } from "#app/features/catalogue/legal-section.ts";
import { WithEmailLinks } from "#app/ui/email-link.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import * as m from "#generated/paraglide/messages.js";

/** The terms or the privacy statement, set for reading and printing. */
export function LegalPage({
  title,
  lead,
  sections,
  children,
}: {
  title: string;
  lead: string;
  sections: readonly LegalSection[];
  children?: ReactNode;
}) {
  return (
    <Page title={title} lead={lead}>
      {children}
      <nav className="contents" aria-labelledby="inhoud-titel">
        <h2 id="inhoud-titel">{m.catalogue_course_contents()}</h2>
        <ul>
          {sections.map((section) => (
            <li key={section.id}>
              <a href={`#${section.id}`}>{section.title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {sections.map((section) => (
        <Section key={section.id} id={section.id} title={section.title}>
          <div className="legal">
            {section.paragraphs.map((paragraph) => (
              <p key={paragraph}>
                <WithEmailLinks text={paragraph} />
              </p>
            ))}
            {section.list ? (
              <ul>
                {section.list.map((line) => (
                  <li key={line}>
                    <WithEmailLinks text={line} />
                  </li>
                ))}
              </ul>
            ) : null}
            {section.after?.map((paragraph) => (
              <p key={paragraph}>
                <WithEmailLinks text={paragraph} />
              </p>
            ))}
          </div>
        </Section>
      ))}
    </Page>
  );
}
