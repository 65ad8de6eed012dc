import { type Display, TEXT_SIZES, THEMES } from "#app/platform/i18n/display.ts";

const COOKIE = "weergave";
const YEAR = 31_536_000;

const named = <Value extends string>(values: readonly Value[], value: unknown) => values.find((known) => known === value);

/** What the cookie says, read forgivingly: an unknown or missing choice is the device's own. */
export function readDisplay(cookieHeader: string | null): Display {
  const kept = new RegExp(`(?:^|;\\s*)${COOKIE}=([a-z.]*)`).exec(cookieHeader ?? "")?.[1] ?? "";
  const [theme, size, shortcuts] = kept.split(".");
  return displayOf({ theme, size, shortcuts });
}

function displayOf({ theme, size, shortcuts }: Record<"theme" | "size" | "shortcuts", unknown>): Display {
  const shade = named(THEMES, theme);
  const textSize = named(TEXT_SIZES, size);
  return {
    theme: shade && shade !== "system" ? shade : null,
    textSize: textSize && textSize !== "normal" ? textSize : null,
    shortcuts: shortcuts === "on",
  };
}

/** `before` with what the form names: a form may carry one choice or all. Values we do not know change nothing. */
export function changedDisplay(before: Display, form: FormData): Display {
  const now = { theme: before.theme ?? "system", size: before.textSize ?? "normal", shortcuts: before.shortcuts ? "on" : "off" };
  return displayOf({
    theme: named(THEMES, form.get("theme")) ?? now.theme,
    size: named(TEXT_SIZES, form.get("size")) ?? now.size,
    shortcuts: named(["on", "off"], form.get("shortcuts")) ?? now.shortcuts,
  });
}

/** The cookie that keeps the choice on this device for a year. */
export function displayCookie({ theme, textSize, shortcuts }: Display, secure: boolean): string {
  const value = `${theme ?? "system"}.${textSize ?? "normal"}.${shortcuts ? "on" : "off"}`;
  return `${COOKIE}=${value}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure ? "; Secure" : ""}`;
}
