import type { ReactNode } from "react";
import { paths } from "#app/paths.ts";
import { formatMinutes, formatMoney } from "#app/platform/i18n/format.ts";
import { TextLink } from "#app/ui/actions.tsx";
import { CoverMotif } from "#app/ui/figures/cover-motif.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import { AccreditationWarning } from "./accreditation-warning.tsx";
import type { CompiledCourse } from "./compiled.ts";
import type { CourseAccreditation } from "./courses.server.ts";
import { withoutVat } from "./net-price.ts";
import { OrderActions, PreviewButton, type Sale } from "./order-course.tsx";
import type { PricedOffer } from "./prices.server.ts";

interface CoursePanelProps {
  course: Pick<CompiledCourse, "slug" | "studyLoad" | "level" | "accessMonths" | "modules">;
  offer: PricedOffer | null;
  sale: Sale;
  accreditations: readonly CourseAccreditation[];
  /** a named professional has judged this edition */
  reviewed: boolean;
  /** it can be ordered, and no real money moves */
  practice: boolean;
}

/** Price, button and the few facts that decide: beside the text where there is room, above it where there is not. */
export function CoursePanel({ course, offer, sale, accreditations, reviewed, practice }: CoursePanelProps) {
  const locale = getLocale();
  const registers = accreditations.filter(({ standing }) => standing === "in-force").map(({ register }) => register);
  return (
    <aside className="course-panel" aria-label={m.catalogue_panel()}>
      <CoverMotif slug={course.slug} className="course-cover" />
      <div className="course-panel-sheet">
        {offer ? <Price offer={offer} /> : null}
        {sale.kind === "for-sale" ? <AccreditationWarning accreditations={accreditations} /> : null}
        <OrderActions sale={sale}>
          <PreviewButton course={course} />
        </OrderActions>
        <dl className="course-panel-facts">
          <Fact label={m.catalogue_course_load()}>{formatMinutes(course.studyLoad.total, locale)}</Fact>
          <Fact label={m.catalogue_course_level()}>{course.level}</Fact>
          <Fact label={m.catalogue_course_access()}>{m.catalogue_panel_access({ months: course.accessMonths })}</Fact>
          <Fact label={m.catalogue_course_withdrawal()}>
            <TextLink to={`${paths.terms()}#herroepen`}>{m.catalogue_panel_withdrawal()}</TextLink>
          </Fact>
          <Fact label={m.catalogue_course_accreditation()}>
            <a href="#accreditatie">{registers.length > 0 ? registers.join(", ") : m.catalogue_panel_accreditation_none()}</a>
          </Fact>
        </dl>
        {reviewed ? null : (
          <p className="course-panel-note">
            <strong>{m.catalogue_course_state_draft()}.</strong> {m.catalogue_course_state_draft_text()}{" "}
            {practice ? m.catalogue_course_state_practice() : null}
          </p>
        )}
      </div>
    </aside>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Price({ offer }: { offer: PricedOffer }) {
  const money = (cents: number) => formatMoney(cents, offer.currency, getLocale());
  return (
    <p className="course-price">
      <strong>{money(offer.amountCents)}</strong>{" "}
      {offer.vatTreatment === "exempt_education"
        ? m.catalogue_card_exempt()
        : m.catalogue_panel_vat({ net: money(withoutVat(offer.amountCents, offer.vatBasisPoints)) })}
    </p>
  );
}
