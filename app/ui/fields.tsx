import { type ReactNode, useEffect, useRef } from "react";
import * as m from "#generated/paraglide/messages.js";

interface FieldProps {
  label: ReactNode;
  name: string;
  hint?: ReactNode;
  error?: string;
}

const describedBy = (name: string, hint?: ReactNode, error?: string) =>
  [hint ? `${name}-hint` : "", error ? `${name}-error` : ""].filter(Boolean).join(" ") || undefined;

function Frame({ label, name, hint, error, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className={error ? "field field-wrong" : "field"}>
      <label htmlFor={name}>{label}</label>
      <Hint name={name} hint={hint} />
      {children}
      <FieldError name={name} error={error} />
    </div>
  );
}

function Hint({ name, hint }: { name: string; hint?: ReactNode }) {
  return hint ? (
    <p className="hint" id={`${name}-hint`}>
      {hint}
    </p>
  ) : null;
}

function FieldError({ name, error }: { name: string; error?: string }) {
  return error ? (
    <p className="field-error" id={`${name}-error`}>
      {error}
    </p>
  ) : null;
}

interface TextFieldProps extends FieldProps {
  type?: "text" | "email" | "password" | "tel" | "search";
  autoComplete?: string;
  defaultValue?: string;
  required?: boolean;
  inputMode?: "text" | "numeric" | "email";
  maxLength?: number;
}

/** One line of input. The id is the field's name, so that the error summary can lead there. */
export function TextField({ label, name, hint, error, type = "text", autoComplete = "off", ...rest }: TextFieldProps) {
  return (
    <Frame label={label} name={name} hint={hint} error={error}>
      <input
        id={name}
        name={name}
        type={type}
        autoComplete={autoComplete}
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error ? true : undefined}
        {...rest}
      />
    </Frame>
  );
}

export interface Option {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
}

/** A group of radio buttons or tick boxes with one legend. */
export function Choice({
  legend,
  name,
  type = "radio",
  options,
  value,
  values,
  hint,
  error,
}: {
  legend: ReactNode;
  name: string;
  type?: "radio" | "checkbox";
  options: Option[];
  value?: string;
  values?: string[];
  hint?: ReactNode;
  error?: string;
}) {
  return (
    <fieldset className={error ? "field field-wrong choice" : "field choice"} aria-describedby={describedBy(name, hint, error)}>
      <legend>{legend}</legend>
      <Hint name={name} hint={hint} />
      {options.map((option, position) => {
        const id = position === 0 ? name : `${name}-${option.value}`;
        return (
          <div className="choice-option" key={option.value}>
            <input
              id={id}
              type={type}
              name={name}
              value={option.value}
              defaultChecked={type === "radio" ? value === option.value : values?.includes(option.value)}
              aria-describedby={option.hint ? `${id}-note` : undefined}
            />
            <label htmlFor={id}>{option.label}</label>
            {option.hint ? (
              <p className="hint" id={`${id}-note`}>
                {option.hint}
              </p>
            ) : null}
          </div>
        );
      })}
      <FieldError name={name} error={error} />
    </fieldset>
  );
}

export function Checkbox({
  label,
  name,
  hint,
  error,
  defaultChecked,
  value = "on",
}: FieldProps & { defaultChecked?: boolean; value?: string }) {
  return (
    <div className={error ? "field field-wrong" : "field"}>
      <div className="choice-option">
        <input
          id={name}
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={defaultChecked}
          aria-describedby={describedBy(name, hint, error)}
          aria-invalid={error ? true : undefined}
        />
        <label htmlFor={name}>{label}</label>
      </div>
      <Hint name={name} hint={hint} />
      <FieldError name={name} error={error} />
    </div>
  );
}

export function Select({
  label,
  name,
  hint,
  error,
  options,
  value,
  autoComplete = "off",
}: FieldProps & { options: Option[]; value?: string; autoComplete?: string }) {
  return (
    <Frame label={label} name={name} hint={hint} error={error}>
      <select
        id={name}
        name={name}
        defaultValue={value}
        autoComplete={autoComplete}
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error ? true : undefined}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

export function HiddenField({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />;
}

/** What is wrong with the form, at its top; takes the focus and leads to each field. */
export function ErrorSummary({ errors }: { errors: Record<string, string> | undefined }) {
  const box = useRef<HTMLDivElement>(null);
  const entries = Object.entries(errors ?? {});
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new refusal takes the focus again
  useEffect(() => {
    if (entries.length > 0) box.current?.focus();
  }, [errors]);
  if (entries.length === 0) return null;
  return (
    <div className="notice notice-error" role="alert" tabIndex={-1} ref={box}>
      <h2 className="notice-title">{m.common_error_summary()}</h2>
      <ul>
        {entries.map(([name, message]) => (
          <li key={name}>{name === "form" ? message : <a href={`#${name}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
