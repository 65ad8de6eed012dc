import type { ReactNode } from "react";
import { describedBy, FieldError, type FieldProps, Hint } from "./field-frame.tsx";

export interface Option {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
}

interface ChoiceProps {
  legend: ReactNode;
  name: string;
  type?: "radio" | "checkbox";
  options: Option[];
  /** what is chosen, of radio buttons */
  value?: string;
  /** what is ticked, of tick boxes */
  values?: string[];
  hint?: ReactNode;
  error?: string;
}

/** A group of radio buttons or tick boxes with one legend. The first carries the group's name as its id: the error summary leads there. */
export function Choice({ legend, name, type = "radio", options, value, values, hint, error }: ChoiceProps) {
  return (
    <fieldset className={error ? "field field-wrong choice" : "field choice"} aria-describedby={describedBy({ name, hint, error })}>
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

interface CheckboxProps extends Omit<FieldProps, "optional"> {
  defaultChecked?: boolean;
  value?: string;
}

/** One thing to agree with or to switch on. Never ticked beforehand where it gives consent. */
export function Checkbox({ label, name, hint, error, defaultChecked, value = "on" }: CheckboxProps) {
  return (
    <div className={error ? "field field-wrong" : "field"}>
      <div className="choice-option">
        <input
          id={name}
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={defaultChecked}
          aria-describedby={describedBy({ name, hint, error })}
          aria-invalid={error ? true : undefined}
        />
        <label htmlFor={name}>{label}</label>
      </div>
      <Hint name={name} hint={hint} />
      <FieldError name={name} error={error} />
    </div>
  );
}
