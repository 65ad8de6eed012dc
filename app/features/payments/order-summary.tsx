import { AccreditationWarning } from "#app/features/catalogue/accreditation-warning.tsx";
import { accreditationInWords } from "#app/features/catalogue/accreditation-words.ts";
import type { CourseAccreditation } from "#app/features/catalogue/courses.server.ts";
import { paths } from "#app/paths.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { CoverMotif } from "#app/ui/figures/cover-motif.tsx";
import * as m from "#generated/paraglide/messages.js";
import { Amounts } from "./amounts.tsx";
import type { Fact } from "./receipt.ts";

interface OrderSummaryProps {
  slug: string;
  title: string;
  titleMeans: string | null;
  accessMonths: number;
  price: Fact[];
  /** a named professional has judged the edition */
  reviewed: boolean;
  /** how its registers stand to this text, now */
  accreditations: readonly CourseAccreditation[];
}

/** What is being bought, for how long and for how much, on one sheet. */
export function OrderSummary({ slug, title, titleMeans, accessMonths, price, reviewed, accreditations }: OrderSummaryProps) {
  return (
    <section className="order-summary" aria-labelledby="wat-je-koopt">
      <h2 id="wat-je-koopt">{m.payments_what_title()}</h2>
      <div className="order-summary-course">
        <CoverMotif slug={slug} />
        <div>
          <p className="order-summary-title" lang="nl">
            {title}
          </p>
          {titleMeans ? <p className="title-meaning">{m.catalogue_course_means({ title: titleMeans })}</p> : null}
          <p>{m.payments_access_months({ months: String(accessMonths) })}</p>
          <p>
            <TextLink to={paths.course(slug)}>{m.payments_back_to_course()}</TextLink>
          </p>
        </div>
      </div>
      <Amounts caption={m.payments_amounts()} items={price} />
      {accreditations
        .filter(({ standing }) => standing === "in-force")
        .map((accreditation) => (
          <p className="hint" key={`${accreditation.register} ${accreditation.peCourseId ?? ""}`}>
            {accreditationInWords(accreditation)}
          </p>
        ))}
      <AccreditationWarning accreditations={accreditations} />
      {reviewed ? null : <p className="hint">{m.payments_not_reviewed()}</p>}
    </section>
  );
}

/** What happens after the button, so that nobody presses it in doubt. */
export function WhatFollows({ free, sandbox }: { free: boolean; sandbox: boolean }) {
  return (
    <section aria-labelledby="wat-volgt">
      <h2 id="wat-volgt">{m.payments_follows_title()}</h2>
      <ol className="text-list">
        {free ? null : (
          <li>
            {m.payments_follows_pay()} {sandbox ? m.payments_sandbox_text() : null}
          </li>
        )}
        <li>{m.payments_follows_back()}</li>
        <li>{m.payments_follows_receipt()}</li>
      </ol>
    </section>
  );
}
