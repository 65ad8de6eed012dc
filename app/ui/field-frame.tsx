import type { ReactNode } from "react";
import * as m from "#generated/paraglide/messages.js";

export interface FieldProps {
  label: ReactNode;
  /** also the id, so that the error summary can lead here */
  name: string;
  hint?: ReactNode;
  error?: string;
  /** may be left empty: said behind the label, since the rest is needed */
  optional?: boolean;
}

/** What a field's own element points at: its hint, what is wrong with it, its unit. */
export function describedBy({ name, hint, error, unit }: { name: string; hint?: ReactNode; error?: string; unit?: ReactNode }) {
  return [hint && `${name}-hint`, unit && `${name}-unit`, error && `${name}-error`].filter(Boolean).join(" ") || undefined;
}

/** Label, hint, the field itself, what is wrong: in that order, for eye and ear alike. */
export function FieldFrame({ label, name, hint, error, optional, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className={error ? "field field-wrong" : "field"}>
      <label htmlFor={name}>
        {label} {optional ? <span className="field-optional">{m.common_optional()}</span> : null}
      </label>
      <Hint name={name} hint={hint} />
      {children}
      <FieldError name={name} error={error} />
    </div>
  );
}

export function Hint({ name, hint }: { name: string; hint?: ReactNode }) {
  return hint ? (
    <p className="hint" id={`${name}-hint`}>
      {hint}
    </p>
  ) : null;
}

export function FieldError({ name, error }: { name: string; error?: string }) {
  return error ? (
    <p className="field-error" id={`${name}-error`}>
      {error}
    </p>
  ) : null;
}
