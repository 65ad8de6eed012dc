/** Money, dates and durations as people read them, always Europe/Amsterdam. `locale` is `nl` or `en`. */
const zone = "Europe/Amsterdam";
const tag = (locale: string) => (locale === "en" ? "en-GB" : "nl-NL");

/** Making a formatter takes some hundred times as long as using it; there are a handful, so each is kept. */
function kept<Made>(make: (...key: string[]) => Made): (...key: string[]) => Made {
  const made = new Map<string, Made>();
  return (...key) => {
    const name = key.join(" ");
    const known = made.get(name) ?? make(...key);
    made.set(name, known);
    return known;
  };
}

const moneyFormat = kept((locale = "", currency = "") => new Intl.NumberFormat(tag(locale), { style: "currency", currency }));
const numberFormat = kept((locale = "") => new Intl.NumberFormat(tag(locale), { maximumFractionDigits: 2 }));
const dateFormat = kept((locale = "") => new Intl.DateTimeFormat(tag(locale), { dateStyle: "long", timeZone: zone }));
const dateTimeFormat = kept(
  (locale = "") => new Intl.DateTimeFormat(tag(locale), { dateStyle: "long", timeStyle: "short", timeZone: zone }),
);
const timeFormat = kept((locale = "") => new Intl.DateTimeFormat(tag(locale), { timeStyle: "short", timeZone: zone }));

/** Integer cents to "€ 95,00" (no-break space as the locale sets it). */
export function formatMoney(cents: number, currency: string, locale: string): string {
  return moneyFormat(locale, currency).format(cents / 100);
}

/** At most two decimals: "1,5", "1.25". For points and speeds; what is counted in whole needs no setting. */
export function formatNumber(number: number, locale: string): string {
  return numberFormat(locale).format(number);
}

/** "22 november 2026" */
export function formatDate(date: Date | string, locale: string): string {
  return dateFormat(locale).format(new Date(date));
}

/** "22 november 2026 om 21:14" */
export function formatDateTime(date: Date | string, locale: string): string {
  return dateTimeFormat(locale).format(new Date(date));
}

/** "21:14" */
export function formatTime(date: Date | string, locale: string): string {
  return timeFormat(locale).format(new Date(date));
}

/** Whole minutes: "45 minuten", "1 uur en 5 minuten". */
export function formatMinutes(minutes: number, locale: string): string {
  const words =
    locale === "en"
      ? { h: ["hour", "hours"], m: ["minute", "minutes"], and: "and" }
      : { h: ["uur", "uur"], m: ["minuut", "minuten"], and: "en" };
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [
    hours > 0 ? `${hours} ${words.h[hours === 1 ? 0 : 1]}` : "",
    rest > 0 || hours === 0 ? `${rest} ${words.m[rest === 1 ? 0 : 1]}` : "",
  ];
  return parts.filter(Boolean).join(` ${words.and} `);
}
