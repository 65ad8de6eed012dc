import { useFetcher, useLocation } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { type Display, TEXT_SIZES, THEMES } from "#app/platform/i18n/display.ts";
import * as m from "#generated/paraglide/messages.js";

interface Choice {
  /** says what the buttons are about */
  label: string;
  name: "theme" | "size" | "shortcuts";
  options: { value: string; label: string }[];
  value: string;
}

/** A row of small buttons of which one is pressed. Changes the page where it stands; without JavaScript the page comes back. */
function ChoiceRow({ label, name, options, value }: Choice) {
  const fetcher = useFetcher();
  const { pathname, search } = useLocation();
  // What was just pressed shows at once, before the answer is there.
  const shown = fetcher.formData?.get(name) ?? value;
  return (
    <fetcher.Form
      method="post"
      action={paths.display()}
      className="choice-row"
      onSubmit={(event) => {
        event.preventDefault();
        const { submitter } = event.nativeEvent as SubmitEvent;
        if (submitter instanceof HTMLButtonElement) {
          fetcher.submit({ [name]: submitter.value, stay: "1" }, { method: "post", action: paths.display() });
        }
      }}
    >
      <fieldset>
        <legend>{label}</legend>
        <input type="hidden" name="next" value={pathname + search} />
        {options.map((option) => (
          <button key={option.value} type="submit" name={name} value={option.value} aria-pressed={shown === option.value}>
            {option.label}
          </button>
        ))}
      </fieldset>
    </fetcher.Form>
  );
}

/** By day, by lamplight, or as the device is set. */
export function ThemeChoice({ display }: { display: Display }) {
  const labels = { system: m.common_theme_system, light: m.common_theme_light, dark: m.common_theme_dark };
  const options = THEMES.map((value) => ({ value, label: labels[value]() }));
  return <ChoiceRow label={m.common_theme()} name="theme" options={options} value={display.theme ?? "system"} />;
}

/** The size of lesson text. */
export function TextSizeChoice({ display }: { display: Display }) {
  const labels = {
    small: m.common_text_small,
    normal: m.common_text_normal,
    large: m.common_text_large,
    largest: m.common_text_largest,
  };
  const options = TEXT_SIZES.map((value) => ({ value, label: labels[value]() }));
  return <ChoiceRow label={m.common_text_size()} name="size" options={options} value={display.textSize ?? "normal"} />;
}

/** Single keys in the reader: off until switched on. */
export function ShortcutsChoice({ display }: { display: Display }) {
  const options = [
    { value: "off", label: m.common_shortcuts_off() },
    { value: "on", label: m.common_shortcuts_on() },
  ];
  return <ChoiceRow label={m.common_shortcuts()} name="shortcuts" options={options} value={display.shortcuts ? "on" : "off"} />;
}
