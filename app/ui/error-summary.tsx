import { useEffect, useRef } from "react";
import * as m from "#generated/paraglide/messages.js";

/**
 * What is wrong with the form, at its top; takes the focus and leads to each field. `form` names what belongs to no field.
 * `still` leaves the focus where it is (a page that shows it as an example).
 */
export function ErrorSummary({ errors, still }: { errors: Record<string, string> | undefined; still?: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  const entries = Object.entries(errors ?? {});
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new refusal takes the focus again
  useEffect(() => {
    if (entries.length > 0 && !still) box.current?.focus();
  }, [errors]);
  if (entries.length === 0) return null;
  return (
    <div className="notice notice-error" role={still ? undefined : "alert"} tabIndex={-1} ref={box}>
      <h2 className="notice-title">{m.common_error_summary()}</h2>
      <ul>
        {entries.map(([name, message]) => (
          <li key={name}>{name === "form" ? message : <a href={`#${name}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
