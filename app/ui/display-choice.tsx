import { useLocation } from "@remix-run/react";
import type { FormEvent } from "react";
import { paths } from "#app/paths.ts";
import { type Display, TEXT_SIZES, THEMES } from "#app/platform/i18n/display.ts";
import * as m from "#generated/paraglide/messages.js";
import { announce } from "./announce.tsx";
import { chooseDisplay, useDisplay, useUnkept } from "./use-display.ts";

interface Choice {
  /** says what the buttons are about */
  label: string;
  name: "theme" | "size" | "shortcuts";
  options: { value: string; label: string; means: Partial<Display> }[];
  value: string;
}

/** A row of small buttons of which one is pressed. Changes the page where it stands; without JavaScript the page comes back. */
function ChoiceRow({ label, name, options, value }: Choice) {
  const { pathname, search } = useLocation();
  const unkept = useUnkept(name);
  async function choose(event: FormEvent) {
    event.preventDefault();
    const pressed = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    const option = options.find((known) => known.value === pressed?.value);
    if (option && !(await chooseDisplay(option.means, name, option.value))) announce(m.common_display_unkept());
  }
  return (
    <form method="post" action={paths.display()} className="choice-row" onSubmit={choose}>
      <fieldset>
        <legend>{label}</legend>
        <input type="hidden" name="next" value={pathname + search} />
        {options.map((option) => (
          <button key={option.value} type="submit" name={name} value={option.value} aria-pressed={value === option.value}>
            {option.label}
          </button>
        ))}
      </fieldset>
      {unkept ? <p className="hint">{m.common_display_unkept()}</p> : null}
    </form>
  );
}

interface DisplayProps {
  /** as it came with the page */
  display: Display;
}

/** By day, by lamplight, or as the device is set. */
export function ThemeChoice({ display }: DisplayProps) {
  const labels = { system: m.common_theme_system, light: m.common_theme_light, dark: m.common_theme_dark };
  const options = THEMES.map((value) => ({ value, label: labels[value](), means: { theme: value === "system" ? null : value } }));
  return <ChoiceRow label={m.common_theme()} name="theme" options={options} value={useDisplay(display)?.theme ?? "system"} />;
}

/** The size of lesson text. */
export function TextSizeChoice({ display }: DisplayProps) {
  const labels = {
    small: m.common_text_small,
    normal: m.common_text_normal,
    large: m.common_text_large,
    largest: m.common_text_largest,
  };
  const options = TEXT_SIZES.map((value) => ({ value, label: labels[value](), means: { textSize: value === "normal" ? null : value } }));
  return <ChoiceRow label={m.common_text_size()} name="size" options={options} value={useDisplay(display)?.textSize ?? "normal"} />;
}

/** Single keys in the reader: off until switched on. */
export function ShortcutsChoice({ display }: DisplayProps) {
  const options = [
    { value: "off", label: m.common_shortcuts_off(), means: { shortcuts: false } },
    { value: "on", label: m.common_shortcuts_on(), means: { shortcuts: true } },
  ];
  const value = useDisplay(display)?.shortcuts ? "on" : "off";
  return <ChoiceRow label={m.common_shortcuts()} name="shortcuts" options={options} value={value} />;
}
