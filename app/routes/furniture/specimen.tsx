import type { ReactNode } from "react";
import { getLocale } from "#generated/paraglide/runtime.js";

export type Theme = "light" | "dark";

/** Example words in the language of the page. */
export const say = (nl: string, en: string): string => (getLocale() === "en" ? en : nl);

interface SpecimenProps {
  /** the component, as it is imported */
  name: string;
  /** when to use it, in one line */
  when: string;
  /** drawn once by day and once by lamplight; names of fields must differ, since they are ids */
  children: (theme: Theme) => ReactNode;
}

/** One component in all its states, by day and by lamplight. */
export function Specimen({ name, when, children }: SpecimenProps) {
  return (
    <article className="specimen">
      <h3 lang="en">
        <code>{name}</code>
      </h3>
      <p lang="en">{when}</p>
      <div className="specimen-pair">
        <div className="specimen-light">{children("light")}</div>
        <div className="specimen-dark">{children("dark")}</div>
      </div>
    </article>
  );
}
