import { describedBy, FieldFrame, type FieldProps } from "./field-frame.tsx";

const aboutField = ({ name, hint, error, unit }: Pick<FieldProps, "name" | "hint" | "error"> & { unit?: string }) => ({
  id: name,
  name,
  "aria-describedby": describedBy({ name, hint, error, unit }),
  "aria-invalid": error ? true : undefined,
});

interface TextFieldProps extends FieldProps {
  type?: "text" | "email" | "password" | "tel" | "search" | "date";
  autoComplete?: string;
  defaultValue?: string;
  required?: boolean;
  inputMode?: "text" | "numeric" | "email";
  maxLength?: number;
}

/** One line of input. */
export function TextField({ label, name, hint, error, optional, type = "text", autoComplete = "off", ...rest }: TextFieldProps) {
  return (
    <FieldFrame label={label} name={name} hint={hint} error={error} optional={optional}>
      <input {...aboutField({ name, hint, error })} type={type} autoComplete={autoComplete} {...rest} />
    </FieldFrame>
  );
}

interface TextAreaProps extends FieldProps {
  rows?: number;
  defaultValue?: string;
  maxLength?: number;
  required?: boolean;
}

/** More than one line; it grows with what is typed where the browser can. */
export function TextArea({ label, name, hint, error, optional, rows = 6, ...rest }: TextAreaProps) {
  return (
    <FieldFrame label={label} name={name} hint={hint} error={error} optional={optional}>
      <textarea {...aboutField({ name, hint, error })} rows={rows} {...rest} />
    </FieldFrame>
  );
}

interface NumberFieldProps extends FieldProps {
  /** what is counted, behind the field: "plaatsen" */
  unit?: string;
  defaultValue?: string | number;
  maxLength?: number;
  required?: boolean;
}

/** A whole number. Not type="number": that swallows what it does not understand, and a wheel changes it unseen. */
export function NumberField({ label, name, hint, error, optional, unit, ...rest }: NumberFieldProps) {
  return (
    <FieldFrame label={label} name={name} hint={hint} error={error} optional={optional}>
      <span className="field-number">
        <input {...aboutField({ name, hint, error, unit })} type="text" inputMode="numeric" autoComplete="off" {...rest} />
        {unit ? <span id={`${name}-unit`}>{unit}</span> : null}
      </span>
    </FieldFrame>
  );
}

interface SelectProps extends FieldProps {
  options: { value: string; label: string }[];
  value?: string;
  autoComplete?: string;
}

/** One of a long list; of five or fewer, `Choice` shows them all at once. */
export function Select({ label, name, hint, error, optional, options, value, autoComplete = "off" }: SelectProps) {
  return (
    <FieldFrame label={label} name={name} hint={hint} error={error} optional={optional}>
      <select {...aboutField({ name, hint, error })} defaultValue={value} autoComplete={autoComplete}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

export function HiddenField({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />;
}
