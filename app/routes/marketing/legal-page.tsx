import type { ReactNode } from "react";
import type { LegalSection } from "#app/features/catalogue/legal-section.ts";
import { Page, Section } from "#app/ui/page.tsx";

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
      {sections.map((section) => (
        <Section key={section.id} id={section.id} title={section.title}>
          <div className="legal">
            {section.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            {section.list ? (
              <ul>
                {section.list.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ) : null}
            {section.after?.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
        </Section>
      ))}
    </Page>
  );
}
