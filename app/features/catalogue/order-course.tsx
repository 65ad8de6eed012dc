import type { ReactNode } from "react";
import { paths } from "#app/paths.ts";
import { formatDate, formatMoney } from "#app/platform/i18n/format.ts";
import { ButtonLink } from "#app/ui/actions.tsx";
import { Notice } from "#app/ui/notice.tsx";
import * as m from "#generated/paraglide/messages.js";
import { getLocale } from "#generated/paraglide/runtime.js";
import type { CompiledCourse } from "./compiled.ts";

/** How a course stands to whoever looks at its pages. */
export type Sale =
  | { kind: "following"; slug: string }
  | { kind: "starts"; slug: string; on: Date }
  /** an order of theirs is under way; `by`: who has the last word on it */
  | { kind: "ordered"; reference: string; by: "buyer" | "bank" | "office" }
  | { kind: "for-sale"; slug: string; accessMonths: number; amountCents: number; currency: string; vatExempt: boolean }
  | { kind: "not-for-sale" };

/** The button that goes with `sale`, and what else may be pressed beside it. Someone who has the course is not sold it again. */
export function OrderActions({ sale, children }: { sale: Sale; children?: ReactNode }) {
  const locale = getLocale();
  switch (sale.kind) {
    case "following":
      return (
        <Notice kind="success" title={m.catalogue_course_following()}>
          <p>{m.catalogue_course_following_text()}</p>
          <div className="actions">
            <ButtonLink to={paths.learnCourse(sale.slug)}>{m.catalogue_course_following_link()}</ButtonLink>
          </div>
        </Notice>
      );
    case "starts":
      return (
        <Notice title={m.catalogue_course_starts()}>
          <p>{m.catalogue_course_starts_text({ date: formatDate(sale.on, locale) })}</p>
          <div className="actions">
            <ButtonLink to={paths.learnCourse(sale.slug)}>{m.catalogue_course_starts_link()}</ButtonLink>
          </div>
        </Notice>
      );
    case "ordered": {
      const { title, text } = orderedWords(sale.by);
      return (
        <Notice title={title}>
          <p>{text}</p>
          <div className="actions">
            <ButtonLink to={paths.order(sale.reference)}>{m.catalogue_course_ordered_link({ reference: sale.reference })}</ButtonLink>
            {children}
          </div>
        </Notice>
      );
    }
    case "for-sale":
      return (
        <div className="actions">
          <ButtonLink to={paths.buy(sale.slug)}>
            {m.catalogue_course_order({ price: formatMoney(sale.amountCents, sale.currency, locale) })}
          </ButtonLink>
          {children}
        </div>
      );
    case "not-for-sale":
      return (
        <>
          <p>{m.catalogue_course_not_for_sale()}</p>
          {children ? <div className="actions">{children}</div> : null}
        </>
      );
  }
}

function orderedWords(by: "buyer" | "bank" | "office"): { title: string; text: string } {
  switch (by) {
    case "bank":
      return { title: m.catalogue_course_ordered_bank(), text: m.catalogue_course_ordered_bank_text() };
    case "office":
      return { title: m.catalogue_course_ordered_office(), text: m.catalogue_course_ordered_office_text() };
    case "buyer":
      return { title: m.catalogue_course_ordered_you(), text: m.catalogue_course_ordered_you_text() };
  }
}

/** To the lesson anyone may read whole; nothing for a course without one. */
export function PreviewButton({ course: { slug, modules } }: { course: Pick<CompiledCourse, "slug" | "modules"> }) {
  const lesson = modules.flatMap((module) => module.lessons).find(({ preview }) => preview);
  if (!lesson) return null;
  return (
    <ButtonLink to={paths.preview(slug, lesson.id)} variant="quiet">
      {m.catalogue_course_try()}
    </ButtonLink>
  );
}

/** Price and access in one sentence, where someone has read to the end; nothing when there is nothing to buy. */
export function OrderSentence({ sale }: { sale: Sale }) {
  if (sale.kind !== "for-sale") return null;
  const { accessMonths: months } = sale;
  const price = formatMoney(sale.amountCents, sale.currency, getLocale());
  return <p>{sale.vatExempt ? m.catalogue_course_end_text_exempt({ price, months }) : m.catalogue_course_end_text({ price, months })}</p>;
}
